package io.agentbay.local.action;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a call that went well is answered.
 *
 * @param data the field {@code Data}; left out when {@code null}
 * @param further fields beside it
 */
public record ActionReply(@Nullable Object data, Map<String, Object> further) {

	static ActionReply empty() {
		return new ActionReply(null, Map.of());
	}

	static ActionReply of(Object data) {
		return new ActionReply(data, Map.of());
	}

	static ActionReply page(Object data, int maxResults, String nextToken, int total) {
		return new ActionReply(data, Map.of("MaxResults", maxResults, "NextToken", nextToken, "TotalCount", total));
	}

}
