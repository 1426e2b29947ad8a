package io.agentbay.local.sandbox;

import java.time.Duration;
import java.util.Map;

/**
 * A command for a session's shell.
 *
 * @param line the command, as {@code /bin/sh -c} takes it
 * @param directory the absolute path, as the session sees it, of the directory it starts
 * in
 * @param environment variables on top of the session's own
 * @param timeout how long it may run
 */
public record Command(String line, String directory, Map<String, String> environment, Duration timeout) {

	public Command {
		environment = Map.copyOf(environment);
	}

}
