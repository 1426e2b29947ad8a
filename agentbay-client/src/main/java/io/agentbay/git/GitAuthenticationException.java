package io.agentbay.git;

import org.jspecify.annotations.Nullable;

/**
 * The remote refused the credentials, or there were none.
 *
 * @see GitFailure#AUTHENTICATION
 */
public class GitAuthenticationException extends GitException {

	private static final long serialVersionUID = 1L;

	GitAuthenticationException(GitError error, String message, @Nullable String requestId) {
		super(error, message, requestId);
	}

}
