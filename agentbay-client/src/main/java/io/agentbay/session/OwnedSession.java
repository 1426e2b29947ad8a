package io.agentbay.session;

import org.jspecify.annotations.Nullable;

/**
 * A session that carries the label of an owner.
 *
 * @param sessionId the session
 * @param instance the instance of the owner that created it, {@code null} if its labels
 * do not tell or could not be read
 */
public record OwnedSession(String sessionId, @Nullable String instance) {
}
