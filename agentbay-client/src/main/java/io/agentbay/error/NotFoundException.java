package io.agentbay.error;

import org.jspecify.annotations.Nullable;

/**
 * Something other than the session does not exist.
 *
 * @see FailureKind#NOT_FOUND
 */
public class NotFoundException extends ServiceException {

	private static final long serialVersionUID = 1L;

	NotFoundException(@Nullable String errorCode, String message, @Nullable String requestId) {
		super(FailureKind.NOT_FOUND, errorCode, message, requestId);
	}

}
