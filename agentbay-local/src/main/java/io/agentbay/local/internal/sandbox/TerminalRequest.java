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

package io.agentbay.local.internal.sandbox;

import java.util.Map;

/**
 * What a terminal is to be like.
 *
 * @param columns how many characters are in a line
 * @param rows how many lines there are
 * @param directory the path, as the session sees it, of the directory in which its
 * program starts
 * @param program the program, empty for the shell of the session
 * @param environment variables on top of the session's own
 */
public record TerminalRequest(int columns, int rows, String directory, String program,
		Map<String, String> environment) {

	public TerminalRequest {
		environment = Map.copyOf(environment);
	}

}
