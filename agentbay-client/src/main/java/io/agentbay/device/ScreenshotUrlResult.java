package io.agentbay.device;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * Where a picture of the screen can be fetched. Whoever knows the address can fetch it,
 * so the text form of this result does not show it.
 *
 * @param outcome how the operation ended
 * @param url the address, which expires after about an hour; {@code null} on failure
 */
public record ScreenshotUrlResult(Outcome outcome, @Nullable String url) implements Result<ScreenshotUrlResult> {

	@Override
	public String toString() {
		return "ScreenshotUrlResult[outcome=" + this.outcome + "]";
	}

}
