package io.agentbay.error;

import org.jspecify.annotations.Nullable;

/**
 * The service did not accept an argument.
 *
 * @see FailureKind#INVALID_ARGUMENT
 */
public class ArgumentRefusedException extends ServiceException {

	private static final long serialVersionUID = 1L;

	ArgumentRefusedException(@Nullable String errorCode, String message, @Nullable String requestId) {
		super(FailureKind.INVALID_ARGUMENT, errorCode, message, requestId);
	}

}
