package io.agentbay.git;

import org.jspecify.annotations.Nullable;

/**
 * There is no repository where one was expected.
 *
 * @see GitFailure#NOT_A_REPOSITORY
 */
public class GitNotARepositoryException extends GitException {

	private static final long serialVersionUID = 1L;

	GitNotARepositoryException(GitError error, String message, @Nullable String requestId) {
		super(error, message, requestId);
	}

}
