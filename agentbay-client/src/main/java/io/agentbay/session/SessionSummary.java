package io.agentbay.session;

/**
 * A session in a list.
 *
 * @param sessionId the session
 * @param status its state, {@link SessionStatus#UNKNOWN} if the service did not say
 */
public record SessionSummary(String sessionId, SessionStatus status) {
}
