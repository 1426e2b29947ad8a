package io.agentbay.local.sandbox;

import java.io.IOException;

/**
 * A session may not use more of the machine. The message names the limit and the setting.
 */
public final class LimitReachedException extends IOException {

	private static final long serialVersionUID = 1L;

	LimitReachedException(String message) {
		super(message);
	}

}
