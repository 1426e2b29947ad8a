package io.agentbay.context;

import org.jspecify.annotations.Nullable;

/**
 * A context that is attached to a session.
 *
 * @param contextId the context
 * @param contextName its name
 * @param path where it is mounted
 * @param policy the policy as JSON text, {@code null} if not told
 * @param boundAt since when, as the service writes it
 */
public record ContextBinding(String contextId, String contextName, String path, @Nullable String policy,
		@Nullable String boundAt) {
}
