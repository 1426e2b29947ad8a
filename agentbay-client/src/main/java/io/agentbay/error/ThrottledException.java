package io.agentbay.error;

import org.jspecify.annotations.Nullable;

/**
 * Too many requests.
 *
 * @see FailureKind#THROTTLED
 */
public class ThrottledException extends ServiceException {

	private static final long serialVersionUID = 1L;

	ThrottledException(@Nullable String errorCode, String message, @Nullable String requestId) {
		super(FailureKind.THROTTLED, errorCode, message, requestId);
	}

}
