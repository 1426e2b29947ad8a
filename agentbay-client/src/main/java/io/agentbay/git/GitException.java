package io.agentbay.git;

import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import org.jspecify.annotations.Nullable;

/**
 * A git command that failed, as an exception. The subclasses are for catching one cause.
 */
public class GitException extends ServiceException {

	private static final long serialVersionUID = 1L;

	private final int exitCode;

	private final String stderr;

	GitException(GitError error, String message, @Nullable String requestId) {
		super(FailureKind.TOOL, null, message, requestId);
		this.exitCode = error.exitCode();
		this.stderr = error.stderr();
	}

	/**
	 * Return the exit code of the command.
	 * @return the exit code
	 */
	public int exitCode() {
		return this.exitCode;
	}

	/**
	 * Return what the command wrote to its standard error.
	 * @return the text
	 */
	public String stderr() {
		return this.stderr;
	}

}
