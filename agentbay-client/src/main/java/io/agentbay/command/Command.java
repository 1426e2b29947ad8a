package io.agentbay.command;

import io.agentbay.blocking.Blocking;

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
