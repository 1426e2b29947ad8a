package io.agentbay.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A context to mount into a session.
 *
 * @param contextId the context
 * @param path where to mount it
 * @param policy the policy as JSON text, {@code null} for the service's own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersistenceData(@JsonProperty("ContextId") String contextId, @JsonProperty("Path") String path,
		@JsonProperty("Policy") @Nullable String policy) {
}
