package io.agentbay.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A context that is attached to a session.
 *
 * @param contextId the context
 * @param contextName its name
 * @param path where it is mounted
 * @param policy the policy as JSON text
 * @param bindTime since when
 */
public record BindingData(@JsonProperty("ContextId") @Nullable String contextId,
		@JsonProperty("ContextName") @Nullable String contextName, @JsonProperty("Path") @Nullable String path,
		@JsonProperty("Policy") @Nullable String policy, @JsonProperty("BindTime") @Nullable String bindTime) {
}
