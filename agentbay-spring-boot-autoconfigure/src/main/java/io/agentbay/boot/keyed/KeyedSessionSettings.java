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

package io.agentbay.boot.keyed;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How long the sessions of keys live.
 *
 * @param maxIdle the time after which a session that nobody asks for is deleted; longer
 * than {@code checkAfter}
 * @param maxAge the age from which on a session is replaced when it is asked for;
 * {@code null} for none. One whose life-cycle policy has a longest time is replaced a
 * minute before that is over, or when a tenth of it is left, if that is less
 * @param checkAfter after which time without a check a session is checked before it is
 * handed out; also how exactly its last use is known
 * @param keepAlive whether sessions are kept from being released by the service until
 * {@code maxIdle} is over
 * @since 0.1.0
 */
public record KeyedSessionSettings(Duration maxIdle, @Nullable Duration maxAge, Duration checkAfter,
		boolean keepAlive) {

	public KeyedSessionSettings {
		Assert.isTrue(!checkAfter.isNegative(), "'checkAfter' must not be negative");
		Assert.isTrue(maxIdle.compareTo(checkAfter) > 0, "'maxIdle' must be longer than 'checkAfter'");
		Assert.isTrue(maxAge == null || maxAge.toMillis() > 0, "'maxAge' must be longer than zero");
	}

	/**
	 * Return the defaults: a session is deleted when nobody has asked for it for 30
	 * minutes, and checked every 30 seconds at most.
	 * @return the settings
	 */
	public static KeyedSessionSettings defaults() {
		return new KeyedSessionSettings(Duration.ofMinutes(30), null, Duration.ofSeconds(30), false);
	}

}
