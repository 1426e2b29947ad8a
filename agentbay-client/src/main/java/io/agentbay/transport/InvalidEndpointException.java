package io.agentbay.transport;

import io.agentbay.error.AgentBayException;

/**
 * The endpoint setting is not a host, a {@code host:port} or an {@code http(s)} URL, or
 * it asks for unencrypted traffic to another machine.
 */
public class InvalidEndpointException extends AgentBayException {

	private static final long serialVersionUID = 1L;

	private final String endpoint;

	/**
	 * Create an exception.
	 * @param endpoint the refused setting
	 * @param reason why it was refused
	 */
	public InvalidEndpointException(String endpoint, String reason) {
		super("The AgentBay endpoint '%s' cannot be used: %s".formatted(endpoint, reason), null);
		this.endpoint = endpoint;
	}

	/**
	 * Return the refused setting.
	 * @return the endpoint as it was given
	 */
	public String endpoint() {
		return this.endpoint;
	}

}
