package io.agentbay.ai.governance.rule;

/**
 * Thrown when what a script does cannot be told from its text. The message is for the
 * model.
 */
final class NotUnderstoodException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	NotUnderstoodException(String message) {
		super(message, null, false, false);
	}

}
