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

package io.agentbay.boot.test.assertj;

import java.util.List;
import java.util.function.Function;

import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.journal.Call;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a {@link LocalAgentBay}: the calls in its journal, and its sessions.
 *
 * @since 0.1.0
 */
public final class LocalAgentBayAssert extends AbstractAssert<LocalAgentBayAssert, LocalAgentBay> {

	LocalAgentBayAssert(@Nullable LocalAgentBay actual) {
		super(actual, LocalAgentBayAssert.class);
	}

	/**
	 * Verify that an action was called at least once.
	 * @param action the action, such as {@code CreateMcpSession}
	 * @return these assertions
	 */
	public LocalAgentBayAssert received(String action) {
		return received(action, AgentBayAssertions.atLeast(1));
	}

	/**
	 * Verify how often an action was called.
	 * @param action the action, such as {@code CreateMcpSession}
	 * @param times how often
	 * @return these assertions
	 */
	public LocalAgentBayAssert received(String action, Times times) {
		return verify(action, times, Call::action);
	}

	/**
	 * Verify that a tool was called at least once, by whichever door.
	 * @param tool the tool, such as {@code shell}
	 * @return these assertions
	 */
	public LocalAgentBayAssert receivedToolCall(String tool) {
		return receivedToolCall(tool, AgentBayAssertions.atLeast(1));
	}

	/**
	 * Verify how often a tool was called, by whichever door.
	 * @param tool the tool, such as {@code shell}
	 * @param times how often
	 * @return these assertions
	 */
	public LocalAgentBayAssert receivedToolCall(String tool, Times times) {
		return verify(tool, times, Call::tool);
	}

	/**
	 * Verify that nothing was called.
	 * @return these assertions
	 */
	public LocalAgentBayAssert receivedNothing() {
		if (!calls().isEmpty()) {
			failWithMessage("Expected no calls, but there were:%s", inOrder());
		}
		return this;
	}

	/**
	 * Verify that no session is left, neither of this test nor of an application whose
	 * context is kept for later tests.
	 * @return these assertions
	 */
	public LocalAgentBayAssert hasNoLiveSessions() {
		return hasLiveSessions(0);
	}

	/**
	 * Verify how many sessions are alive.
	 * @param number the number
	 * @return these assertions
	 */
	public LocalAgentBayAssert hasLiveSessions(int number) {
		isNotNull();
		List<String> alive = this.actual.liveSessionIds();
		if (alive.size() != number) {
			failWithMessage("Expected %s live sessions, but there are %s: %s", number, alive.size(), alive);
		}
		return this;
	}

	private LocalAgentBayAssert verify(String name, Times times, Function<Call, @Nullable String> property) {
		int found = (int) calls().stream().filter((call) -> name.equals(property.apply(call))).count();
		if (!times.include(found)) {
			failWithMessage("Expected a call of %s: %s. Found: %s. All calls:%s", name, times,
					AgentBayAssertions.times(found), inOrder());
		}
		return this;
	}

	/** One call a line. */
	private String inOrder() {
		StringBuilder lines = new StringBuilder();
		int number = 1;
		for (Call call : calls()) {
			lines.append("%n%s. %s".formatted(number++, describe(call)));
		}
		return lines.isEmpty() ? " none" : lines.toString();
	}

	private static String describe(Call call) {
		String what = (call.tool() != null) ? "%s (%s)".formatted(call.tool(), call.action())
				: String.valueOf(call.action());
		return (call.sessionId() != null) ? what + " in " + call.sessionId() : what;
	}

	private List<Call> calls() {
		isNotNull();
		return this.actual.journal().calls();
	}

}
