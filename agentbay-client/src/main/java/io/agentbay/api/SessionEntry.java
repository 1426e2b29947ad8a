package io.agentbay.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A session in a list.
 *
 * @param sessionId the id
 * @param status the status, {@code null} if the service did not say
 */
public record SessionEntry(@JsonProperty("SessionId") String sessionId,
		@JsonProperty("SessionStatus") @Nullable String status) {
}
