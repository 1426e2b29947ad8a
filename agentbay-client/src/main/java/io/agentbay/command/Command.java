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

package io.agentbay.command;

import io.agentbay.internal.blocking.Blocking;

/**
 * Runs commands in a session and waits for them. The blocking twin of
 * {@link ReactiveCommand}.
 */
public final class Command {

	private final ReactiveCommand reactive;

	/**
	 * Create the blocking twin.
	 * @param reactive the feature
	 */
	public Command(ReactiveCommand reactive) {
		this.reactive = reactive;
	}

	/**
	 * Run a command with the default options: tool {@code shell}.
	 * @param command the command, for the session's shell
	 * @return how it ended
	 * @throws IllegalArgumentException if the command is blank
	 */
	public CommandResult run(String command) {
		return Blocking.await(this.reactive.run(command));
	}

	/**
	 * Run a command: tool {@code shell}. Interrupting the waiting thread does not end the
	 * command.
	 * @param command the command, for the session's shell
	 * @param options how to run it
	 * @return how it ended
	 * @throws IllegalArgumentException if the command is blank
	 */
	public CommandResult run(String command, CommandOptions options) {
		return Blocking.await(this.reactive.run(command, options));
	}

}
