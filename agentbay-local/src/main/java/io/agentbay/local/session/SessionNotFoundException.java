package io.agentbay.local.session;

/**
 * There is no such session, or not any more.
 */
public final class SessionNotFoundException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	SessionNotFoundException(String id) {
		super("No session " + id);
	}

}
