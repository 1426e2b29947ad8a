package io.agentbay.local.action;

import java.io.IOException;

/**
 * Something a client can ask for by name.
 */
@FunctionalInterface
public interface Action {

	/**
	 * Do it. May take its time.
	 * @param request the call
	 * @return the answer
	 * @throws ActionException if the call is refused
	 * @throws IOException if the machine does not play along
	 * @throws InterruptedException if the runtime is being closed
	 */
	ActionReply carryOut(ActionRequest request) throws IOException, InterruptedException;

}
