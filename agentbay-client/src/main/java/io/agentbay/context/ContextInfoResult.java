package io.agentbay.context;

import java.util.List;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;

/**
 * How far copying the contexts of a session is.
 *
 * @param outcome how the operation ended
 * @param tasks the tasks, empty on failure
 */
public record ContextInfoResult(Outcome outcome, List<ContextTask> tasks) implements Result<ContextInfoResult> {

	public ContextInfoResult {
		tasks = List.copyOf(tasks);
	}

}
