package io.agentbay.mobile;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;

/**
 * Whether a context holds the description of a phone.
 *
 * @param outcome how the operation ended
 * @param found whether it does; false on failure
 */
public record MobileInfoFoundResult(Outcome outcome, boolean found) implements Result<MobileInfoFoundResult> {
}
