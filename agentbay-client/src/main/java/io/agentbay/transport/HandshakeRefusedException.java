package io.agentbay.transport;

import io.agentbay.error.ConnectionFailedException;

/**
 * The other side does not open a WebSocket.
 */
public final class HandshakeRefusedException extends ConnectionFailedException {

	private static final long serialVersionUID = 1L;

	private final int status;

	HandshakeRefusedException(int status, Throwable cause) {
		super("The WebSocket was refused (HTTP %d)".formatted(status), null, cause);
		this.status = status;
	}

	/**
	 * Return the HTTP status of the refusal.
	 * @return the status
	 */
	public int status() {
		return this.status;
	}

}
