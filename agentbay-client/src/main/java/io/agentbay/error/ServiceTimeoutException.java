package io.agentbay.error;

import org.jspecify.annotations.Nullable;

/**
 * The service, or a tool in the session, ran out of time.
 *
 * @see FailureKind#TIMEOUT
 */
public class ServiceTimeoutException extends ServiceException {

	private static final long serialVersionUID = 1L;

	ServiceTimeoutException(@Nullable String errorCode, String message, @Nullable String requestId) {
		super(FailureKind.TIMEOUT, errorCode, message, requestId);
	}

}
