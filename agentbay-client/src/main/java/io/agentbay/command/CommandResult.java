package io.agentbay.command;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * How a command ended.
 *
 * @param outcome success if the command ran and its exit code is 0
 * @param stdout what it wrote to its standard output
 * @param stderr what it wrote to its standard error
 * @param exitCode its exit code; -1 if it did not end by itself or never began
 * @param traceId the service's id for tracing a failure, {@code null} if there is none
 */
public record CommandResult(Outcome outcome, String stdout, String stderr, int exitCode,
		@Nullable String traceId) implements Result<CommandResult> {

	/**
	 * Return all that the command wrote.
	 * @return standard output, then standard error
	 */
	public String output() {
		return this.stdout + this.stderr;
	}

}
