package io.agentbay.transport;

/**
 * One attempt to exchange a request for an answer failed. Turned into a public exception
 * once it is clear that it is not repeated.
 */
final class AttemptFailedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final boolean sent;

	private final boolean timedOut;

	AttemptFailedException(String message, boolean sent, boolean timedOut, Throwable cause) {
		super(message, cause);
		this.sent = sent;
		this.timedOut = timedOut;
	}

	/** Whether any byte of the request may have left this machine. */
	boolean isSent() {
		return this.sent;
	}

	boolean isTimedOut() {
		return this.timedOut;
	}

	String reason() {
		String message = getMessage();
		return (message != null) ? message : "no reason known";
	}

}
