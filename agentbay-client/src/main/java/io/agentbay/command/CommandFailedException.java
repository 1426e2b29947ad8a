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

import java.time.Duration;

import io.agentbay.error.AgentBayException;
import io.agentbay.error.CallDetails;
import io.agentbay.internal.text.Excerpts;
import org.jspecify.annotations.Nullable;

/**
 * A command ended with another exit code than 0, or because its time was over. Thrown by
 * {@link CommandResult#requireSuccess()}; a subclass where a feature runs the command and
 * answers what came of it, as git does.
 *
 * @since 0.1.0
 */
public class CommandFailedException extends AgentBayException {

	private static final long serialVersionUID = 1L;

	private final transient CommandResult result;

	/**
	 * Create an exception.
	 * @param result how the command ended
	 */
	public CommandFailedException(CommandResult result) {
		this(Excerpts.failure(result.command(), Excerpts.ending(result.exitCode(), result.timedOutAfter()),
				result.stderr(), result.stdout()), result);
	}

	/**
	 * Create an exception.
	 * @param message what went wrong
	 * @param result how the command ended
	 */
	protected CommandFailedException(String message, CommandResult result) {
		super(message, new CallDetails("shell", result.sessionId(), result.requestId()), null);
		this.result = result;
	}

	/**
	 * Return how the command ended.
	 * @return the result, with command and outputs as a whole
	 */
	public CommandResult result() {
		return this.result;
	}

	/**
	 * Return the command that was run.
	 * @return the command
	 */
	public String command() {
		return this.result.command();
	}

	/**
	 * Return the exit code of the command.
	 * @return the exit code, -1 if it had none because it was ended
	 */
	public int exitCode() {
		return this.result.exitCode();
	}

	/**
	 * Return what the command wrote to its standard output.
	 * @return the text, possibly empty
	 */
	public String stdout() {
		return this.result.stdout();
	}

	/**
	 * Return what the command wrote to its standard error.
	 * @return the text, possibly empty
	 */
	public String stderr() {
		return this.result.stderr();
	}

	/**
	 * Return the time after which the command was ended.
	 * @return the time, {@code null} if it ended by itself
	 */
	public @Nullable Duration timedOutAfter() {
		return this.result.timedOutAfter();
	}

	@Override
	public boolean mayHaveTakenEffect() {
		return true;
	}

}
