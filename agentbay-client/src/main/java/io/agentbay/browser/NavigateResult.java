package io.agentbay.browser;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;

/**
 * What going to a page led to.
 *
 * @param outcome success if the page was reached
 * @param message what the browser said of it, empty on failure
 */
public record NavigateResult(Outcome outcome, String message) implements Result<NavigateResult> {
}
