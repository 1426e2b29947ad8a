package io.agentbay.local.sandbox;

import java.io.IOException;

/**
 * A path that a session may not use in this way. The message is meant for the caller.
 */
public final class PathRefusedException extends IOException {

	private static final long serialVersionUID = 1L;

	PathRefusedException(String message) {
		super(message);
	}

}
