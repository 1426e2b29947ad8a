package io.agentbay.error;

import org.jspecify.annotations.Nullable;

/**
 * The session does not exist (any more).
 *
 * @see FailureKind#SESSION_GONE
 */
public class SessionGoneException extends ServiceException {

	private static final long serialVersionUID = 1L;

	SessionGoneException(@Nullable String errorCode, String message, @Nullable String requestId) {
		super(FailureKind.SESSION_GONE, errorCode, message, requestId);
	}

}
