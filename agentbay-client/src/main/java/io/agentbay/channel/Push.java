package io.agentbay.channel;

import tools.jackson.databind.JsonNode;

/**
 * Something that a server of the session sent without being asked.
 *
 * @param requestId its id
 * @param server the server that sent it
 * @param data what it sent, an object
 */
public record Push(String requestId, String server, JsonNode data) {

	/** Without the data: that is the user's. */
	@Override
	public String toString() {
		return "Push[" + this.server + "]";
	}

}
