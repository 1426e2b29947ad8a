package io.agentbay.local.action;

import java.io.IOException;

import io.agentbay.local.tool.Nature;

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

	/**
	 * What of it is real.
	 * @return its nature
	 */
	default Nature nature() {
		return Nature.REAL;
	}

	/**
	 * An action that there is something to say about.
	 * @param nature what of it is real
	 * @param action the action
	 * @return the same action
	 */
	static Action of(Nature nature, Action action) {
		return new Action() {

			@Override
			public ActionReply carryOut(ActionRequest request) throws IOException, InterruptedException {
				return action.carryOut(request);
			}

			@Override
			public Nature nature() {
				return nature;
			}

		};
	}

}
