package io.agentbay.local.session;

/**
 * A session is not in the state that is needed for what is asked.
 */
public final class SessionStatusException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	SessionStatusException(String id, SessionStatus actual, SessionStatus needed) {
		super("Session %s is %s; this needs it to be %s".formatted(id, actual, needed));
	}

}
