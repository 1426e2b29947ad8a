package io.agentbay.local.sandbox;

/**
 * What became of a command.
 *
 * @param stdout its output
 * @param stderr its error output
 * @param exitCode its exit code; {@value #TIMED_OUT} when it was stopped
 * @param timedOut whether its time was up and it was stopped
 */
public record CommandResult(String stdout, String stderr, int exitCode, boolean timedOut) {

	/**
	 * The exit code of a command that was stopped because its time was up.
	 */
	public static final int TIMED_OUT = -1;

}
