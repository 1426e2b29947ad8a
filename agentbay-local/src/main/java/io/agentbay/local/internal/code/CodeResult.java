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

package io.agentbay.local.internal.code;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What became of a piece of code.
 *
 * @param results what it has shown, in its order: contents by media type, each text or
 * something that can be written as JSON; the value of its last expression has
 * {@code isMainResult}
 * @param stdout its output
 * @param stderr its error output
 * @param error why it failed, empty when it did not
 * @param duration how long it ran
 * @param count which one it was for its interpreter, from 1
 */
public record CodeResult(List<Map<String, Object>> results, String stdout, String stderr, String error,
		Duration duration, int count) {

	public CodeResult {
		results = List.copyOf(results);
	}

}
