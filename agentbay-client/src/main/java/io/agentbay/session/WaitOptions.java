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

package io.agentbay.session;

import java.time.Duration;

import io.agentbay.internal.text.Durations;

import org.springframework.lang.CheckReturnValue;

/**
 * How long, and how often, to look whether a session has reached a state.
 *
 * @param timeout the longest time to wait
 * @param pollInterval the longest pause between two looks
 * @since 0.1.0
 */
@CheckReturnValue
public record WaitOptions(Duration timeout, Duration pollInterval) {

	private static final WaitOptions DEFAULTS = new WaitOptions(Duration.ofMinutes(10), Duration.ofSeconds(2));

	public WaitOptions {
		Durations.requirePositive(timeout, "timeout");
		Durations.requirePositive(pollInterval, "pollInterval");
	}

	/**
	 * Return the default options: ten minutes, and two seconds.
	 * @return the defaults
	 */
	public static WaitOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Return these options with another time to wait.
	 * @param timeout the longest time
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is not positive
	 */
	public WaitOptions withTimeout(Duration timeout) {
		return new WaitOptions(timeout, this.pollInterval);
	}

	/**
	 * Return these options with another pause.
	 * @param pollInterval the longest pause between two looks
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is not positive
	 */
	public WaitOptions withPollInterval(Duration pollInterval) {
		return new WaitOptions(this.timeout, pollInterval);
	}

}
