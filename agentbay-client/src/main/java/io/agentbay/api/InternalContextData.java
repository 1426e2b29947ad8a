package io.agentbay.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A context that the service keeps for a session.
 *
 * @param contextId the context
 * @param contextPath where it is mounted
 * @param contextType what it is for
 */
public record InternalContextData(@JsonProperty("ContextId") @Nullable String contextId,
		@JsonProperty("ContextPath") @Nullable String contextPath,
		@JsonProperty("ContextType") @Nullable String contextType) {

	/**
	 * Return whether the context can be used.
	 * @return whether it has an id and a path
	 */
	public boolean isComplete() {
		return this.contextId != null && !this.contextId.isEmpty() && this.contextPath != null
				&& !this.contextPath.isEmpty();
	}

}
