package io.agentbay.agent;

import java.util.List;

/**
 * A task of an agent.
 *
 * @param id the task; empty if the agent was done at once
 * @param status where it is
 * @param action what was done last, empty if not told
 * @param product what came of it, empty until it is done
 * @param error why it failed, empty if it did not
 * @param outputs what the agent said meanwhile; phones only
 */
public record AgentTask(String id, TaskStatus status, String action, String product, String error,
		List<TaskOutput> outputs) {

	public AgentTask {
		outputs = List.copyOf(outputs);
	}

}
