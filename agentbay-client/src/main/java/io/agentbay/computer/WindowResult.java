package io.agentbay.computer;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * A window.
 *
 * @param outcome how the operation ended
 * @param window the window, {@code null} on failure
 */
public record WindowResult(Outcome outcome, @Nullable Window window) implements Result<WindowResult> {
}
