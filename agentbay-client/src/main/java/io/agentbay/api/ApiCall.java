package io.agentbay.api;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * One call of an action.
 *
 * @param action the action
 * @param sessionId the session that it is for, {@code null} if for none
 * @param parametersFactory makes its parameters, without those that every request has
 * @param responseTimeout how long to wait for the answer
 * @param connectTimeout how long it may take until the request can be sent, {@code null}
 * for the transport's own limit
 */
record ApiCall(Action action, @Nullable String sessionId, ParametersFactory parametersFactory, Duration responseTimeout,
		@Nullable Duration connectTimeout) {

	Parameters parameters() {
		return this.parametersFactory.create();
	}

	/** Makes the parameters anew for each attempt. */
	@FunctionalInterface
	interface ParametersFactory {

		Parameters create();

	}

}
