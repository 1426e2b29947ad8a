package io.agentbay.browser;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;

/**
 * What acting on a page led to.
 *
 * @param outcome success if all was done
 * @param message what was done: usually the steps as a JSON array; on failure those until
 * then
 */
public record ActResult(Outcome outcome, String message) implements Result<ActResult> {
}
