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

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What was decided about a tool call.
 *
 * @param kind the decision
 * @param by who or what decided: a rule such as {@code rule 'no-removal'}, a budget, the
 * name of a person
 * @param reason why, in words for the model and for auditors; {@code null} if there is
 * nothing to say
 * @since 0.1.0
 */
public record ToolDecision(Kind kind, String by, @Nullable String reason) {

	public ToolDecision {
		Assert.notNull(kind, "'kind' must not be null");
		Assert.hasText(by, "'by' must not be empty");
	}

	/**
	 * Let the tool be called.
	 * @param by who or what decided
	 * @return the decision
	 */
	public static ToolDecision allow(String by) {
		return new ToolDecision(Kind.ALLOWED, by, null);
	}

	/**
	 * Do not let the tool be called.
	 * @param by who or what decided
	 * @param reason why, for the model to think again
	 * @return the decision
	 */
	public static ToolDecision deny(String by, @Nullable String reason) {
		return new ToolDecision(Kind.DENIED, by, reason);
	}

	/**
	 * Let a person decide.
	 * @param by who or what wants that
	 * @param reason why, for the person
	 * @return the decision
	 */
	public static ToolDecision ask(String by, @Nullable String reason) {
		return new ToolDecision(Kind.ASKED, by, reason);
	}

	/**
	 * What can be decided.
	 */
	public enum Kind {

		/**
		 * A rule, or the default, lets the tool be called.
		 */
		ALLOWED(true),

		/**
		 * A person has to decide.
		 */
		ASKED(false),

		/**
		 * A rule, or the default, does not let the tool be called.
		 */
		DENIED(false),

		/**
		 * A person lets the tool be called.
		 */
		APPROVED(true),

		/**
		 * A person does not let the tool be called.
		 */
		DECLINED(false),

		/**
		 * Nobody has decided in time.
		 */
		EXPIRED(false),

		/**
		 * The model was told that a person has to decide.
		 */
		PENDING(false),

		/**
		 * A budget is used up.
		 */
		EXHAUSTED(false);

		private final boolean permit;

		Kind(boolean permit) {
			this.permit = permit;
		}

		/**
		 * Return whether the tool may be called.
		 * @return whether it may
		 */
		public boolean isPermit() {
			return this.permit;
		}

	}

}
