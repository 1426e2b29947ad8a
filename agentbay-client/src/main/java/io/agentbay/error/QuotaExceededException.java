package io.agentbay.error;

import org.jspecify.annotations.Nullable;

/**
 * A limit of the account is used up.
 *
 * @see FailureKind#QUOTA
 */
public class QuotaExceededException extends ServiceException {

	private static final long serialVersionUID = 1L;

	QuotaExceededException(@Nullable String errorCode, String message, @Nullable String requestId) {
		super(FailureKind.QUOTA, errorCode, message, requestId);
	}

}
