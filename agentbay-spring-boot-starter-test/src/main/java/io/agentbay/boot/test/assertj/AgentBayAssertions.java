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

import io.agentbay.code.CodeResult;
import io.agentbay.command.CommandResult;
import io.agentbay.error.ServiceException;
import io.agentbay.local.LocalAgentBay;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * Entry point of the assertions about AgentBay, and of all of AssertJ's own: one import
 * is enough.
 *
 * <pre class="code">
 * assertThat(session.command().run("ls")).succeeded();
 * assertThat(localAgentBay).received("CreateMcpSession", times(1)).hasNoLiveSessions();
 * </pre>
 *
 * @since 0.1.0
 */
public final class AgentBayAssertions extends Assertions {

	private AgentBayAssertions() {
	}

	/**
	 * Begin assertions about what came of a command.
	 * @param actual what came of it
	 * @return the assertions
	 */
	public static CommandResultAssert assertThat(@Nullable CommandResult actual) {
		return new CommandResultAssert(actual);
	}

	/**
	 * Begin assertions about what came of code.
	 * @param actual what came of it
	 * @return the assertions
	 */
	public static CodeResultAssert assertThat(@Nullable CodeResult actual) {
		return new CodeResultAssert(actual);
	}

	/**
	 * Begin assertions about a refusal of the service.
	 * @param actual the refusal
	 * @return the assertions
	 */
	public static ServiceExceptionAssert assertThat(@Nullable ServiceException actual) {
		return new ServiceExceptionAssert(actual);
	}

	/**
	 * Begin assertions about a local runtime.
	 * @param actual the runtime
	 * @return the assertions
	 */
	public static LocalAgentBayAssert assertThat(@Nullable LocalAgentBay actual) {
		return new LocalAgentBayAssert(actual);
	}

	/**
	 * Expect a number of times.
	 * @param number the number
	 * @return exactly that often
	 */
	public static Times times(int number) {
		return new Times(number, number);
	}

	/**
	 * Expect at least a number of times.
	 * @param number the number
	 * @return that often or more often
	 */
	public static Times atLeast(int number) {
		return new Times(number, Integer.MAX_VALUE);
	}

	/**
	 * Expect at most a number of times.
	 * @param number the number
	 * @return that often or less often
	 */
	public static Times atMost(int number) {
		return new Times(0, number);
	}

	/**
	 * Expect something not to happen.
	 * @return not even once
	 */
	public static Times never() {
		return times(0);
	}

}
