package io.agentbay.session;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * What the service knows of a session.
 *
 * @param outcome how the operation ended
 * @param session the record of the session, {@code null} on failure
 */
public record SessionRecordResult(Outcome outcome,
		@Nullable SessionRecord session) implements Result<SessionRecordResult> {
}
