package io.agentbay.ai.governance;

/**
 * What comes after an interceptor: the next ones, and then the tool.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ToolCallChain {

	/**
	 * Go on with a call.
	 * @param call the call, as it came or changed
	 * @return how it went
	 */
	ToolOutcome proceed(ToolCall call);

}
