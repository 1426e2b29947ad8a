package io.agentbay.error;

import org.jspecify.annotations.Nullable;

/**
 * A tool in the session ran and reported a failure.
 *
 * @see FailureKind#TOOL
 */
public class ToolFailedException extends ServiceException {

	private static final long serialVersionUID = 1L;

	ToolFailedException(@Nullable String errorCode, String message, @Nullable String requestId) {
		super(FailureKind.TOOL, errorCode, message, requestId);
	}

}
