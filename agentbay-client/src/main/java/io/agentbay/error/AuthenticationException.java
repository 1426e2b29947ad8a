package io.agentbay.error;

import org.jspecify.annotations.Nullable;

/**
 * The service does not accept the API key: it is wrong, expired, or belongs to another
 * region.
 */
public class AuthenticationException extends AgentBayException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param message what happened
	 * @param requestId the service's id of the request, or {@code null} if not known
	 * @param cause the cause, or {@code null}
	 */
	public AuthenticationException(String message, @Nullable String requestId, @Nullable Throwable cause) {
		super(message, requestId, cause);
	}

}
