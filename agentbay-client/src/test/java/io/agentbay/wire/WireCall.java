/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.agentbay.wire;

import java.util.List;
import java.util.Map;

/**
 * A call whose requests are recorded.
 *
 * @param feature the name of the file of its recording
 * @param name its name there
 * @param body what it calls; whether that succeeds does not matter
 * @param answers the texts it is answered with other than usual, by action, tool or
 * method; the last one of a list again and again
 */
record WireCall(String feature, String name, Body<Doors> body, Map<String, List<String>> answers) {

	@Override
	public String toString() {
		return this.feature + ": " + this.name;
	}

	/** Calls one thing. */
	@FunctionalInterface
	interface Body<T> {

		void on(T door) throws Exception;

	}

}
