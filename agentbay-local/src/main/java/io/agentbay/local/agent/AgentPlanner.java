package io.agentbay.local.agent;

/**
 * Does the tasks of agents: the place of the language model, which this runtime does not
 * have. A test plugs in one that follows a script, an application one that asks a model.
 */
@FunctionalInterface
public interface AgentPlanner {

	/**
	 * Do a task. Called on a thread of its own, which is interrupted when the task is
	 * terminated or its session ends.
	 * @param task the task, through which the planner acts and tells what it does
	 * @return the product of the task
	 * @throws UnsupportedOperationException if this planner does not do such tasks: the
	 * task then ends as {@code unsupported}
	 * @throws Exception if the task cannot be done: it then ends as {@code failed}
	 */
	String carryOut(AgentTask task) throws Exception;

}
