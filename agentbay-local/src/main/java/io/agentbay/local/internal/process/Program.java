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

package io.agentbay.local.internal.process;

import java.util.List;
import java.util.Map;

/**
 * A program of the machine, to be started in a session.
 *
 * @param name its name, looked up on the session's search path
 * @param arguments its arguments; {@value #DIRECTORY} at the beginning of one stands for
 * the directory with the files
 * @param environment variables on top of the session's own
 * @param files files that it needs, by their names; they appear in a directory of their
 * own, which the program removes when it has read them
 */
public record Program(String name, List<String> arguments, Map<String, String> environment, Map<String, byte[]> files) {

	/**
	 * Stands for the directory with the files.
	 */
	public static final String DIRECTORY = "{files}";

	/**
	 * The exit code that tells that there is no such program.
	 */
	public static final int MISSING = 127;

	public Program {
		arguments = List.copyOf(arguments);
		environment = Map.copyOf(environment);
		files = Map.copyOf(files);
	}

}
