package io.agentbay.local.sandbox;

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
