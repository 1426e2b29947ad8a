package io.agentbay.computer;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * Where the mouse pointer is.
 *
 * @param outcome how the operation ended
 * @param position the position, {@code null} on failure
 */
public record CursorPositionResult(Outcome outcome,
		@Nullable CursorPosition position) implements Result<CursorPositionResult> {
}
