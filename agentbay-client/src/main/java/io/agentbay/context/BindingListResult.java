package io.agentbay.context;

import java.util.List;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;

/**
 * The contexts that are attached to a session.
 *
 * @param outcome how the operation ended
 * @param bindings the contexts, empty on failure
 */
public record BindingListResult(Outcome outcome, List<ContextBinding> bindings) implements Result<BindingListResult> {

	public BindingListResult {
		bindings = List.copyOf(bindings);
	}

}
