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

package io.agentbay.internal.http;

import java.time.Duration;

import io.agentbay.internal.text.Durations;

/**
 * The limits that a call runs under.
 *
 * @param connect the longest time for opening a connection; default 10 seconds
 * @param response the longest time to wait for an answer after a request was sent;
 * default 60 seconds. A command that is given more time gets it
 * @param operation the longest time for a whole operation with all its requests, retries
 * and polls; default 5 minutes
 */
public record Timeouts(Duration connect, Duration response, Duration operation) {

	private static final Timeouts DEFAULTS = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60),
			Duration.ofMinutes(5));

	public Timeouts {
		Durations.requirePositive(response, "response");
		Durations.requirePositive(connect, "connect");
		Durations.requirePositive(operation, "operation");
	}

	/**
	 * Return the default limits.
	 * @return the defaults
	 */
	public static Timeouts defaults() {
		return DEFAULTS;
	}

}
