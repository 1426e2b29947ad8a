package io.agentbay.computer;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * The size of the screen.
 *
 * @param outcome how the operation ended
 * @param size the size, {@code null} on failure
 */
public record ScreenSizeResult(Outcome outcome, @Nullable ScreenSize size) implements Result<ScreenSizeResult> {
}
