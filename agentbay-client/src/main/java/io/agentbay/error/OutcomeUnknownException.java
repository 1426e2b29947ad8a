package io.agentbay.error;

import org.jspecify.annotations.Nullable;

/**
 * The request was sent, but no usable answer came back: the service may or may not have
 * carried it out. The client did not repeat it, because repeating could do the work
 * twice.
 */
public class OutcomeUnknownException extends AgentBayException {

	private static final long serialVersionUID = 1L;

	private final String operation;

	/**
	 * Create an exception.
	 * @param operation the action or tool that was called
	 * @param known what is known of the call
	 * @param requestId the id of the request, or {@code null} if not known
	 * @param cause what cut the call off
	 */
	public OutcomeUnknownException(String operation, String known, @Nullable String requestId,
			@Nullable Throwable cause) {
		super("It is not known whether %s was carried out: %s".formatted(operation, known), requestId, cause);
		this.operation = operation;
	}

	/**
	 * Return what was called.
	 * @return the name of the action or tool
	 */
	public String operation() {
		return this.operation;
	}

}
