/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.agentbay.ai.governance;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How a tool call went: the tool's answer, or the words in its place. What the tool
 * throws is an outcome as well, and thrown when all interceptors have seen it.
 *
 * @param answer what the model is told
 * @param called whether the tool was called
 * @param decision why it was, or was not
 * @param toolTime how long the tool itself took, zero if it was not called
 * @param session the session that the tool has worked in, {@code null} if there was none
 * or the tool does not tell
 * @param failure what the tool has thrown, {@code null} if it has answered
 * @since 0.1.0
 */
public record ToolOutcome(String answer, boolean called, ToolDecision decision, Duration toolTime,
		@Nullable String session, @Nullable RuntimeException failure) {

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
		return new ToolOutcome(answer, false, decision, Duration.ZERO, null, null);
	}

	/**
	 * Return this outcome with another answer.
	 * @param answer what the model is told
	 * @return a changed copy
	 */
	public ToolOutcome withAnswer(String answer) {
		return new ToolOutcome(answer, this.called, this.decision, this.toolTime, this.session, this.failure);
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
