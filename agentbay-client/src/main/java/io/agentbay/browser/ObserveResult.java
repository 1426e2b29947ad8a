package io.agentbay.browser;

import java.util.List;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;

/**
 * What can be done on a page.
 *
 * @param outcome how the operation ended
 * @param actions the possibilities, none on failure
 */
public record ObserveResult(Outcome outcome, List<ObservedAction> actions) implements Result<ObserveResult> {

	public ObserveResult {
		actions = List.copyOf(actions);
	}

}
