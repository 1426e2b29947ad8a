package io.agentbay.ai.governance;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How a tool call went: the tool's answer, or the words in its place. A tool that throws
 * is no outcome: the exception passes the chain.
 *
 * @param answer what the model is told
 * @param called whether the tool was called
 * @param decision why it was, or was not
 * @param toolTime how long the tool itself took, zero if it was not called
 * @param session the session that the tool has worked in, {@code null} if there was none
 * or the tool does not tell
 * @since 0.1.0
 */
public record ToolOutcome(String answer, boolean called, ToolDecision decision, Duration toolTime,
		@Nullable String session) {

	public ToolOutcome {
		Assert.notNull(answer, "'answer' must not be null");
		Assert.notNull(decision, "'decision' must not be null");
		Assert.notNull(toolTime, "'toolTime' must not be null");
	}

	/**
	 * Answer in the place of the tool, which is not called.
	 * @param decision why it is not called
	 * @param answer what the model is told
	 * @return the outcome
	 */
	public static ToolOutcome notCalled(ToolDecision decision, String answer) {
		return new ToolOutcome(answer, false, decision, Duration.ZERO, null);
	}

	/**
	 * Return this outcome with another answer.
	 * @param answer what the model is told
	 * @return a changed copy
	 */
	public ToolOutcome withAnswer(String answer) {
		return new ToolOutcome(answer, this.called, this.decision, this.toolTime, this.session);
	}

	/**
	 * Return how it went, without the answer.
	 * @return a text without what the tool has answered
	 */
	@Override
	public String toString() {
		return "ToolOutcome[called=" + this.called + ", decision=" + this.decision.kind() + "]";
	}

}
