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

package io.agentbay.connection;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import io.agentbay.internal.text.Durations;

import org.springframework.util.Assert;

/**
 * How often a call that may be repeated is repeated, and after which pauses. Pauses grow
 * by a factor of two and are shortened at random by up to half, so that clients that
 * failed together do not come back together. A pause asked for by the service
 * ({@code Retry-After}) is kept if it is longer.
 *
 * @param maxAttempts how often a call is tried in all; 1 switches retries off; default 3
 * @param firstBackoff the pause before the second try; default 200 milliseconds
 * @param maxBackoff the longest pause; default 5 seconds
 * @param maxRatio how many repeats there may be for each call, counted over all calls of
 * a client, from 0 to 1; default 0.2. When most calls fail, repeating them all would only
 * add to the load that makes them fail
 * @param reserve how many repeats there may be beyond the ratio, at least 0; default 20.
 * It is what a client may spend at once after a time without failures
 * @since 0.1.0
 */
public record RetryPolicy(int maxAttempts, Duration firstBackoff, Duration maxBackoff, double maxRatio, int reserve) {

	private static final double DEFAULT_RATIO = 0.2;

	private static final int DEFAULT_RESERVE = 20;

	private static final RetryPolicy DEFAULTS = new RetryPolicy(3, Duration.ofMillis(200), Duration.ofSeconds(5));

	public RetryPolicy {
		Assert.isTrue(maxRatio >= 0 && maxRatio <= 1, "'maxRatio' must be between 0 and 1");
		Assert.isTrue(reserve >= 0, "'reserve' must not be negative");
		Assert.isTrue(maxAttempts >= 1, "'maxAttempts' must be at least 1");
		Assert.isTrue(!firstBackoff.isNegative(), "'firstBackoff' must not be negative");
		Assert.isTrue(maxBackoff.compareTo(firstBackoff) >= 0, "'maxBackoff' must not be shorter than 'firstBackoff'");
		Durations.requireCountable(maxBackoff, "maxBackoff");
	}

	/**
	 * Create a policy with the default ratio and reserve.
	 * @param maxAttempts how often a call is tried in all
	 * @param firstBackoff the pause before the second try
	 * @param maxBackoff the longest pause
	 */
	public RetryPolicy(int maxAttempts, Duration firstBackoff, Duration maxBackoff) {
		this(maxAttempts, firstBackoff, maxBackoff, DEFAULT_RATIO, DEFAULT_RESERVE);
	}

	/**
	 * Return the default policy.
	 * @return the defaults
	 */
	public static RetryPolicy defaults() {
		return DEFAULTS;
	}

	/**
	 * Return a policy that never repeats a call.
	 * @return the policy
	 */
	public static RetryPolicy none() {
		return new RetryPolicy(1, Duration.ZERO, Duration.ZERO);
	}

	/**
	 * Return how long to wait before the next attempt.
	 * @param failedAttempts how many have failed
	 * @return the time, with jitter
	 */
	public Duration backoff(int failedAttempts) {
		long longest = this.firstBackoff.toMillis() << Math.min(failedAttempts - 1, 20);
		long capped = Math.min(longest, this.maxBackoff.toMillis());
		return Duration.ofMillis(capped - (long) (capped * 0.5 * ThreadLocalRandom.current().nextDouble()));
	}

}
