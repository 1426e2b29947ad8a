package io.agentbay.api;

import org.jspecify.annotations.Nullable;

/**
 * Request of the action {@code SyncContext}.
 *
 * @param sessionId the session
 * @param contextId the context, {@code null} for all of the session
 * @param path where it is mounted, {@code null} for all
 * @param mode {@code upload} from the session to the storage or {@code download} the
 * other way, {@code null} for the service's default
 */
public record SyncContextRequest(String sessionId, @Nullable String contextId, @Nullable String path,
		@Nullable String mode) {

	Parameters parameters() {
		return new Parameters().with("SessionId", this.sessionId)
			.with("ContextId", this.contextId)
			.with("Path", this.path)
			.with("Mode", this.mode);
	}

}
