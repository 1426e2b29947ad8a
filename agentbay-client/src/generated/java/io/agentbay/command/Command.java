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

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
	 * Run a command with the default options and tell what it does while it does it.
	 * @param command the command, for the session's shell
	 * @param consumer told each item, one after the other
	 * @return the result that the last of them carries
	 * @throws IllegalArgumentException if the command is blank
	 */
	CommandResult stream(String command, Consumer<? super CommandEvent> consumer);

	/**
	 * Run a command and tell what it does while it does it.
	 * @param command the command, for the session's shell
	 * @param options changes the default options
	 * @param consumer told each item, one after the other
	 * @return the result that the last of them carries
	 * @throws IllegalArgumentException if the command is blank or an option not usable
	 */
	CommandResult stream(String command, UnaryOperator<StartOptions> options, Consumer<? super CommandEvent> consumer);

	/**
	 * Run a command and tell what it does while it does it: the tool {@code shell} starts
	 * it, asks for what it has written, and forgets it when it has ended. The first event
	 * is {@link CommandEvent.Started}, by whose id it can be written to or ended, the
	 * last is {@link CommandEvent.Finished}; a program that fails is a result as well.
	 * For lost connections, the order of events and what a slow reader means see
	 * {@code events} of its handle. When it ends with an error, the command may be
	 * running on, and can be found by its id.
	 * @param command the command, for the session's shell
	 * @param options how to run it
	 * @param consumer told each item, one after the other
	 * @return the result that the last of them carries
	 * @throws IllegalArgumentException if the command is blank or there are no options
	 */
	CommandResult stream(String command, StartOptions options, Consumer<? super CommandEvent> consumer);

	/**
	 * Start a command with the default options and leave it to run.
	 * @param command the command, for the session's shell
	 * @return the command, see {@link #start(String, StartOptions)}
	 * @throws IllegalArgumentException if the command is blank
	 */
	default CommandHandle start(String command) {
		return start(command, StartOptions.defaults());
	}

	/**
	 * Start a command and leave it to run.
	 * @param command the command, for the session's shell
	 * @param options changes the default options
	 * @return the command, see {@link #start(String, StartOptions)}
	 * @throws IllegalArgumentException if the command is blank or an option not usable
	 */
	default CommandHandle start(String command, UnaryOperator<StartOptions> options) {
		return start(command, StartOptions.of(options));
	}

	/**
	 * Start a command and leave it to run. The session needs {@code sh} and the usual
	 * small programs, of which {@code setsid} and {@code base64} are not everywhere. When
	 * the answer is lost it is asked for again, without a second start. A command whose
	 * id is taken is refused by a {@link io.agentbay.error.ServiceException}.
	 * @param command the command, for the session's shell
	 * @param options how to run it
	 * @return the command, which runs
	 * @throws IllegalArgumentException if the command is blank or there are no options
	 */
	CommandHandle start(String command, StartOptions options);

	/**
	 * Find a command that was started in this session, by this client or by another, and
	 * was not removed.
	 * @param id its id
	 * @return the command, which may have ended; nothing if there is none
	 * @throws IllegalArgumentException if it cannot be an id
	 */
	Optional<CommandHandle> find(String id);

	/**
	 * List the commands that were started in this session and not removed.
	 * @return how they stand
	 */
	List<CommandStatus> list();

	/**
	 * Return the reactive face of this: what one does, the other sees.
	 * @return the reactive face
	 */
	ReactiveCommand reactive();

}
