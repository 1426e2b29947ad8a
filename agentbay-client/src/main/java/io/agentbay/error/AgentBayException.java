package io.agentbay.error;

import org.jspecify.annotations.Nullable;

/**
 * Root of all exceptions of the AgentBay client. Messages never hold a key or a token.
 */
public class AgentBayException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final @Nullable String requestId;

	/**
	 * Create an exception that belongs to no known request.
	 * @param message what happened and, where possible, what to do
	 * @param cause the cause, or {@code null}
	 */
	public AgentBayException(String message, @Nullable Throwable cause) {
		this(message, null, cause);
	}

	/**
	 * Create an exception.
	 * @param message what happened and, where possible, what to do
	 * @param requestId the service's id of the request, or {@code null} if it is not
	 * known
	 * @param cause the cause, or {@code null}
	 */
	public AgentBayException(String message, @Nullable String requestId, @Nullable Throwable cause) {
		super((requestId != null) ? message + " (request id " + requestId + ")" : message, cause);
		this.requestId = requestId;
	}

	/**
	 * Return the id that the service gave the request, to be quoted to its support.
	 * @return the request id, or {@code null} when no answer arrived
	 */
	public @Nullable String requestId() {
		return this.requestId;
	}

}
