package io.agentbay.device;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * A picture of the screen.
 *
 * @param outcome how the operation ended
 * @param screenshot the picture, {@code null} on failure
 */
public record ScreenshotResult(Outcome outcome, @Nullable Screenshot screenshot) implements Result<ScreenshotResult> {
}
