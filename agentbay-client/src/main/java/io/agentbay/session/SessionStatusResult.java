package io.agentbay.session;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * The state of a session.
 *
 * @param outcome how the operation ended
 * @param status the state, {@code null} on failure
 */
public record SessionStatusResult(Outcome outcome,
		@Nullable SessionStatus status) implements Result<SessionStatusResult> {
}
