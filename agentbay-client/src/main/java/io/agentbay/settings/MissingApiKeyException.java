package io.agentbay.settings;

import io.agentbay.error.AgentBayException;

/**
 * No API key was found in any of the places where one can be given.
 */
public class MissingApiKeyException extends AgentBayException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param message where a key was looked for
	 */
	public MissingApiKeyException(String message) {
		super(message, null);
	}

}
