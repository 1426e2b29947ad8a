package io.agentbay.git;

import org.jspecify.annotations.Nullable;

/**
 * Changes contradict each other.
 *
 * @see GitFailure#CONFLICT
 */
public class GitConflictException extends GitException {

	private static final long serialVersionUID = 1L;

	GitConflictException(GitError error, String message, @Nullable String requestId) {
		super(error, message, requestId);
	}

}
