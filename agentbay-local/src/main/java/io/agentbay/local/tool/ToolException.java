package io.agentbay.local.tool;

/**
 * A tool could not do what it was asked to. The message is the text of the tool's result.
 */
final class ToolException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ToolException(String message) {
		super(message);
	}

}
