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

import io.agentbay.local.LocalAgentBay;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * Entry point of the assertions about AgentBay. Import its methods beside those of
 * AssertJ's own {@code Assertions}.
 *
 * <pre class="code">
 * assertThat(session.command().run("ls")).succeeded();
 * assertThat(localAgentBay).received("CreateMcpSession", times(1)).hasNoLiveSessions();
 * </pre>
 */
public final class AgentBayAssertions {

	private AgentBayAssertions() {
	}

	/**
	 * Begin assertions about a result.
	 * @param actual the result
	 * @param <R> its type
	 * @return the assertions
	 */
	public static <R extends Result<?>> ResultAssert<R> assertThat(@Nullable R actual) {
		return new ResultAssert<>(actual);
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
