package io.agentbay.session;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * How to watch a session.
 *
 * @param outcome how the operation ended
 * @param info the information, {@code null} on failure
 */
public record SessionInfoResult(Outcome outcome, @Nullable SessionInfo info) implements Result<SessionInfoResult> {
}
