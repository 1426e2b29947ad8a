package io.agentbay.error;

import org.jspecify.annotations.Nullable;

/**
 * The request did not reach the service, or its answer did not arrive, and calling again
 * is safe: either nothing was sent or the call has no effect when repeated.
 */
public class ConnectionFailedException extends AgentBayException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param message what happened
	 * @param requestId the service's id of the request, or {@code null} if not known
	 * @param cause the cause, or {@code null}
	 */
	public ConnectionFailedException(String message, @Nullable String requestId, @Nullable Throwable cause) {
		super(message, requestId, cause);
	}

}
