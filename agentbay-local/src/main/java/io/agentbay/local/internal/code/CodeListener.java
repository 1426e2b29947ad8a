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

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Hears what a piece of code does while it runs. What it is slow to take, the code waits
 * for.
 */
public interface CodeListener {

	/**
	 * The code has written something.
	 * @param error whether to its error output
	 * @param chunk whole characters
	 */
	void output(boolean error, String chunk);

	/**
	 * The code has shown something.
	 * @param result its contents by media type; the value of its last expression has
	 * {@code isMainResult}
	 */
	void shown(Map<String, Object> result);

	/**
	 * The code has failed.
	 * @param name the name of the error
	 * @param value what it says
	 */
	void failed(String name, String value);

	/**
	 * Completes when the code is to be interrupted.
	 * @return the future
	 */
	CompletableFuture<Void> cancelled();

}
