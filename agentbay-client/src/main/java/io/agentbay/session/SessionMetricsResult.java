package io.agentbay.session;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * What a session uses of its computer.
 *
 * @param outcome how the operation ended
 * @param metrics the figures, {@code null} on failure
 */
public record SessionMetricsResult(Outcome outcome,
		@Nullable SessionMetrics metrics) implements Result<SessionMetricsResult> {
}
