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

package io.agentbay.internal.context;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

import org.springframework.util.Assert;

/**
 * Makes names for contexts.
 */
public final class ContextNames {

	private static final int DEFAULT_LENGTH = 8;

	private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

	private static final SecureRandom RANDOM = new SecureRandom();

	private ContextNames() {
	}

	/**
	 * Make a name of the time and eight random characters.
	 * @return a name such as {@code 20260416093000_aB3xYz90}
	 */
	public static String random() {
		return random(DEFAULT_LENGTH, true);
	}

	/**
	 * Make a name.
	 * @param length how many random characters, at least 1: letters and digits
	 * @param includeTimestamp whether the local time comes first
	 * @return a name
	 * @throws IllegalArgumentException if the length is below 1
	 */
	public static String random(int length, boolean includeTimestamp) {
		return random(length, includeTimestamp, Clock.systemDefaultZone());
	}

	/**
	 * Make a name with the time of a clock.
	 * @param length how many random characters, at least 1: letters and digits
	 * @param includeTimestamp whether the clock's local time comes first
	 * @param clock the clock
	 * @return a name
	 * @throws IllegalArgumentException if the length is below 1
	 */
	public static String random(int length, boolean includeTimestamp, Clock clock) {
		Assert.isTrue(length >= 1, "'length' must be at least 1");
		Assert.notNull(clock, "'clock' must not be null");
		StringBuilder name = new StringBuilder(includeTimestamp ? TIME.format(LocalDateTime.now(clock)) + "_" : "");
		RANDOM.ints(length, 0, CHARACTERS.length()).forEach((index) -> name.append(CHARACTERS.charAt(index)));
		return name.toString();
	}

}
