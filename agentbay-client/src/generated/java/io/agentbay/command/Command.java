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
// Written by agentbay-face from ReactiveCommand. Change that, not this.

package io.agentbay.command;

import java.util.function.UnaryOperator;

/**
 * Runs commands in the shell of a session, each at most once. Called by applications: new
 * methods may be added in minor releases.
 *
 * @since 0.1.0
 */
public interface Command {

	/**
	 * Run a command with the default options: tool {@code shell}.
	 * @param command the command, for the session's shell
	 * @return how it ended; a program that fails is a result as well
	 * @throws IllegalArgumentException if the command is blank
	 */
	default CommandResult run(String command) {
		return run(command, CommandOptions.defaults());
	}

	/**
	 * Run a command: tool {@code shell}.
	 * @param command the command, for the session's shell
	 * @param options changes the default options
	 * @return how it ended; a program that fails is a result as well
	 * @throws IllegalArgumentException if the command is blank or an option not usable
	 */
	default CommandResult run(String command, UnaryOperator<CommandOptions> options) {
		return run(command, CommandOptions.of(options));
	}

	/**
	 * Run a command: tool {@code shell}. Giving up waiting does not end the command.
	 * @param command the command, for the session's shell
	 * @param options how to run it
	 * @return how it ended; a program that fails is a result as well
	 * @throws IllegalArgumentException if the command is blank
	 */
	CommandResult run(String command, CommandOptions options);

	/**
	 * Return the reactive face of this: what one does, the other sees.
	 * @return the reactive face
	 */
	ReactiveCommand reactive();

}
