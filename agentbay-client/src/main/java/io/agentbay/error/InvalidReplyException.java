package io.agentbay.error;

import org.jspecify.annotations.Nullable;

/**
 * The service, or something between it and the client, answered what is not a valid
 * reply: not JSON, cut in the middle, too large, a redirect.
 */
public class InvalidReplyException extends AgentBayException {

	private static final long serialVersionUID = 1L;

	private final int status;

	/**
	 * Create an exception.
	 * @param message what is wrong with the reply
	 * @param status the HTTP status of the reply, 0 if not known
	 * @param cause the cause, or {@code null}
	 */
	public InvalidReplyException(String message, int status, @Nullable Throwable cause) {
		super(message, cause);
		this.status = status;
	}

	/**
	 * Return the HTTP status of the reply.
	 * @return the status, 0 if not known
	 */
	public int status() {
		return this.status;
	}

	/**
	 * Return whether the status says that the request was not carried out: a redirect or
	 * a client error other than a time-out.
	 * @return whether it was refused
	 */
	public boolean isRefusal() {
		return this.status >= 300 && this.status < 500 && this.status != 408;
	}

}
