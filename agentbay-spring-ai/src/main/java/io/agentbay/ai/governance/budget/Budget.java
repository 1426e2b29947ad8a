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

package io.agentbay.ai.governance.budget;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What a conversation or a user may spend. Of what is {@code null} there is no limit.
 *
 * @param scope whose budget it is
 * @param calls the most calls of tools
 * @param toolTime the time after which no call is made any more, added up over the calls;
 * a running call is not ended
 * @param sessionTime the time after the first call from which on no call is made any more
 * @param outputBytes the most bytes that tools answer, in UTF-8; an answer that goes
 * beyond it is cut
 * @param period the time after the first call from which on the budget is full again;
 * {@code null} for never
 * @since 0.1.0
 */
public record Budget(Scope scope, @Nullable Long calls, @Nullable Duration toolTime, @Nullable Duration sessionTime,
		@Nullable Long outputBytes, @Nullable Duration period) {

	public Budget {
		Assert.notNull(scope, "'scope' must not be null");
		Assert.isTrue(calls == null || calls > 0, "'calls' must be greater than zero");
		Assert.isTrue(outputBytes == null || outputBytes > 0, "'outputBytes' must be greater than zero");
		requirePositive(toolTime, "toolTime");
		requirePositive(sessionTime, "sessionTime");
		requirePositive(period, "period");
	}

	private static void requirePositive(@Nullable Duration value, String name) {
		Assert.isTrue(value == null || value.toMillis() > 0, () -> "'" + name + "' must be at least one millisecond");
	}

	/**
	 * Whose budget it is.
	 */
	public enum Scope {

		/**
		 * Each conversation has its own; calls outside of conversations share one.
		 */
		CONVERSATION("conversation"),

		/**
		 * Each user has one for all conversations; calls without a user share one.
		 */
		USER("user");

		private final String word;

		Scope(String word) {
			this.word = word;
		}

		String word() {
			return this.word;
		}

	}

}
