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

package io.agentbay.ai.sandbox;

import java.util.List;
import java.util.stream.Collectors;

import org.springaicommunity.sandbox.ExecSpec;

/**
 * Writes commands for a shell.
 */
final class CommandLine {

	/** How a specification says that its command is for a shell. */
	private static final String SHELL_COMMAND = "__SHELL_COMMAND__";

	private CommandLine() {
	}

	static String of(ExecSpec spec) {
		List<String> command = spec.command();
		return (command.size() >= 2 && SHELL_COMMAND.equals(command.get(0))) ? "bash -c " + quoted(command.get(1))
				: command.stream().map(CommandLine::quoted).collect(Collectors.joining(" "));
	}

	/** One word, whatever it contains. */
	static String quoted(String word) {
		return "'" + word.replace("'", "'\\''") + "'";
	}

}
