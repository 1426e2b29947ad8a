package io.agentbay.git;

import org.jspecify.annotations.Nullable;

/**
 * Git is not installed in the session.
 *
 * @see GitFailure#NOT_INSTALLED
 */
public class GitNotInstalledException extends GitException {

	private static final long serialVersionUID = 1L;

	GitNotInstalledException(GitError error, String message, @Nullable String requestId) {
		super(error, message, requestId);
	}

}
