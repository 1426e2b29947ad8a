package io.agentbay.agent;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * A task that was begun, looked at, ended or waited for.
 *
 * @param outcome how the operation ended
 * @param taskOrNull the task as far as it is known, {@code null} if it is not
 */
public record TaskResult(Outcome outcome, @Nullable AgentTask taskOrNull) implements Result<TaskResult> {

	/**
	 * Return the task.
	 * @return the task, never {@code null}
	 * @throws io.agentbay.error.ServiceException if there is none
	 */
	public AgentTask task() {
		if (this.taskOrNull == null) {
			throw this.outcome.toException();
		}
		return this.taskOrNull;
	}

}
