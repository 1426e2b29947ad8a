package io.agentbay.local.tool;

/**
 * What a tool says when it is done.
 *
 * @param text the text, never empty unless it is the content of a file
 * @param error whether it failed
 */
public record ToolResult(String text, boolean error) {

	/**
	 * A success.
	 * @param text what the tool says
	 * @return the result
	 */
	static ToolResult of(String text) {
		return new ToolResult(text, false);
	}

	/**
	 * A failure.
	 * @param text what went wrong
	 * @return the result
	 */
	static ToolResult failure(String text) {
		return new ToolResult(text, true);
	}

}
