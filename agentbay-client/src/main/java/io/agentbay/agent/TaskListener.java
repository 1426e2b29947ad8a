package io.agentbay.agent;

/**
 * Is told what an agent says while a task is waited for. Called by threads of the client,
 * so it must be quick; what it throws is logged and changes nothing.
 */
public interface TaskListener {

	/**
	 * The agent said or thought something. Called once for each output.
	 * @param output what it said
	 */
	void output(TaskOutput output);

}
