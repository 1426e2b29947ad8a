package io.agentbay.api;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Request of the action {@code CallMcpTool}.
 *
 * @param sessionId the session
 * @param tool the name of the tool
 * @param arguments its arguments
 * @param server the server of the tool, {@code null} if not known
 * @param autoGenSession whether the service may create the session if it is missing
 * @param readTimeout how long to wait for the answer, {@code null} for the default
 * @param connectTimeout how long it may take until the request can be sent, {@code null}
 * for the default
 */
public record CallToolRequest(String sessionId, String tool, Map<String, ? extends @Nullable Object> arguments,
		@Nullable String server, boolean autoGenSession, @Nullable Duration readTimeout,
		@Nullable Duration connectTimeout) {

	Parameters parameters() {
		return new Parameters().with("SessionId", this.sessionId)
			.with("Name", this.tool)
			.withJson("Args", this.arguments)
			.with("Server", this.server)
			.with("AutoGenSession", this.autoGenSession);
	}

}
