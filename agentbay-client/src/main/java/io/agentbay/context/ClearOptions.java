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

package io.agentbay.context;

import java.time.Duration;

import io.agentbay.internal.text.Durations;

import org.springframework.lang.CheckReturnValue;

/**
 * How long, and how often, to look whether a context is empty.
 *
 * @param timeout the longest time to wait
 * @param pollInterval the longest pause between two looks
 * @since 0.1.0
 */
@CheckReturnValue
public record ClearOptions(Duration timeout, Duration pollInterval) {

	private static final ClearOptions DEFAULTS = new ClearOptions(Duration.ofSeconds(60), Duration.ofSeconds(2));

	public ClearOptions {
		Durations.requirePositive(timeout, "timeout");
		Durations.requirePositive(pollInterval, "pollInterval");
	}

	/**
	 * Return the default options: a minute, and two seconds.
	 * @return the defaults
	 */
	public static ClearOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Return these options with another time to wait.
	 * @param timeout the longest time
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is not positive
	 */
	public ClearOptions withTimeout(Duration timeout) {
		return new ClearOptions(timeout, this.pollInterval);
	}

	/**
	 * Return these options with another pause.
	 * @param pollInterval the longest pause between two looks
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is not positive
	 */
	public ClearOptions withPollInterval(Duration pollInterval) {
		return new ClearOptions(this.timeout, pollInterval);
	}

}
