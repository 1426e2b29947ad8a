package io.agentbay.api;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Request of the action {@code ListSession}.
 *
 * @param labels the labels that a session must carry, empty for any
 * @param maxResults the size of a page
 * @param nextToken the mark of the page, {@code null} for the first
 * @param status the status that a session must have, {@code null} for any
 */
public record ListSessionsRequest(Map<String, String> labels, int maxResults, @Nullable String nextToken,
		@Nullable String status) {

	Parameters parameters() {
		return new Parameters().withJson("Labels", this.labels)
			.with("MaxResults", this.maxResults)
			.with("NextToken", this.nextToken)
			.with("Status", this.status);
	}

}
