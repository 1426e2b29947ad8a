package io.agentbay.session;

import org.jspecify.annotations.Nullable;

/**
 * How to watch a session and to connect to its desktop. Holds tickets: its text form
 * shows only the ids.
 *
 * @param sessionId the session
 * @param resourceUrl the web page for watching it
 * @param appId the application on its desktop
 * @param authCode the code that authorises a connection
 * @param connectionProperties further properties as JSON text
 * @param resourceId the resource
 * @param resourceType the kind of the resource
 * @param ticket the ticket for a connection
 */
public record SessionInfo(String sessionId, @Nullable String resourceUrl, @Nullable String appId,
		@Nullable String authCode, @Nullable String connectionProperties, @Nullable String resourceId,
		@Nullable String resourceType, @Nullable String ticket) {

	@Override
	public String toString() {
		return "SessionInfo[sessionId=" + this.sessionId + ", resourceId=" + this.resourceId + "]";
	}

}
