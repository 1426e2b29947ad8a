package io.agentbay.browser;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * What starting a browser led to.
 *
 * @param outcome success if the browser runs
 * @param port the port in the session on which it is driven, {@code null} on failure
 */
public record BrowserInitResult(Outcome outcome, @Nullable Integer port) implements Result<BrowserInitResult> {
}
