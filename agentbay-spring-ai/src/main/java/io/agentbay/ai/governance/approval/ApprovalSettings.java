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

package io.agentbay.ai.governance.approval;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How people are asked.
 *
 * @param mode whether the call waits for the decision
 * @param timeout the time after which a question that nobody has decided on expires
 * @param validFor how long an approved call can be made, from the decision on
 * @param pollInterval how often a waiting call looks whether another instance has decided
 * @since 0.1.0
 */
public record ApprovalSettings(Mode mode, Duration timeout, Duration validFor, Duration pollInterval) {

	/** The time to decide in if nothing else is said. */
	public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

	/** How long an approval is good for if nothing else is said. */
	public static final Duration DEFAULT_VALID_FOR = Duration.ofMinutes(15);

	/** How often a waiting call looks if nothing else is said. */
	public static final Duration DEFAULT_POLL_INTERVAL = Duration.ofSeconds(1);

	public ApprovalSettings {
		Assert.notNull(mode, "'mode' must not be null");
		requirePositive(timeout, "timeout");
		requirePositive(validFor, "validFor");
		requirePositive(pollInterval, "pollInterval");
	}

	private static void requirePositive(Duration value, String name) {
		Assert.isTrue(value != null && value.toMillis() > 0, () -> "'" + name + "' must be at least one millisecond");
	}

	/**
	 * Ask in a way, with the default times.
	 * @param mode whether the call waits
	 * @return the settings
	 */
	public static ApprovalSettings of(Mode mode) {
		return new ApprovalSettings(mode, DEFAULT_TIMEOUT, DEFAULT_VALID_FOR, DEFAULT_POLL_INTERVAL);
	}

	/**
	 * Whether a call waits for the decision.
	 */
	public enum Mode {

		/**
		 * The thread that calls the tool waits.
		 */
		WAIT,

		/**
		 * The model is told at once that a person has to decide. The next call with the
		 * same arguments goes through after the approval.
		 */
		ANSWER

	}

}
