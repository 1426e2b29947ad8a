package io.agentbay.boot.session;

import io.agentbay.error.AgentBayException;

/**
 * No session of the pool became free in time. Nothing was sent on behalf of the caller.
 */
public final class PoolExhaustedException extends AgentBayException {

	private static final long serialVersionUID = 1L;

	PoolExhaustedException(String message, Throwable cause) {
		super(message, cause);
	}

}
