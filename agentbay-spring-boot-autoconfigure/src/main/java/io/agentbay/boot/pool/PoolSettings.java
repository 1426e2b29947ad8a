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

package io.agentbay.boot.pool;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How a pool of warm sessions works.
 *
 * @param minIdle how many sessions are kept ready
 * @param maxSize how many sessions there may be at once, lent ones included
 * @param refillBatch how many sessions are created at once to make up for those that were
 * taken
 * @param acquireTimeout the longest time to wait for a session
 * @param maxAge the age from which on a session is not lent any more
 * @param minRemainingLife how long a session that is lent has to live at least before the
 * service would release it, for lack of use or because its longest time is over
 * @param checkAfter after which time without a check a session is checked before it is
 * lent; zero to check always
 * @param reset makes used sessions fit for use; {@code null} to use each session once
 * @since 0.1.0
 */
public record PoolSettings(int minIdle, int maxSize, int refillBatch, Duration acquireTimeout, Duration maxAge,
		Duration minRemainingLife, Duration checkAfter, @Nullable SessionReset reset) {

	public PoolSettings {
		Assert.isTrue(minIdle >= 0, "'minIdle' must not be negative");
		Assert.isTrue(maxSize >= 1 && maxSize >= minIdle, "'maxSize' must be at least 1 and not less than 'minIdle'");
		Assert.isTrue(refillBatch >= 1, "'refillBatch' must be at least 1");
		requirePositive(acquireTimeout, "acquireTimeout");
		requirePositive(maxAge, "maxAge");
		Assert.isTrue(!minRemainingLife.isNegative(), "'minRemainingLife' must not be negative");
		Assert.isTrue(!checkAfter.isNegative(), "'checkAfter' must not be negative");
	}

	/**
	 * Return the defaults: one session is ready, ten at most, each used once.
	 * @return the settings
	 */
	public static PoolSettings defaults() {
		return new PoolSettings(1, 10, 4, Duration.ofSeconds(30), Duration.ofMinutes(30), Duration.ofMinutes(1),
				Duration.ofSeconds(30), null);
	}

	private static void requirePositive(Duration value, String name) {
		Assert.isTrue(!value.isNegative() && !value.isZero(), () -> "'" + name + "' must be longer than zero");
	}

}
