package io.agentbay.channel;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A part of a stream.
 *
 * @param invocationId the call that it belongs to
 * @param end whether it is the last one
 * @param eventType what kind of event it tells of, {@code null} for none
 * @param data all of its data, an object
 */
public record StreamFrame(String invocationId, boolean end, @Nullable String eventType, JsonNode data) {

	/** Without the data: that is the user's. */
	@Override
	public String toString() {
		return "StreamFrame[" + this.invocationId + ", " + (this.end ? "end" : this.eventType) + "]";
	}

}
