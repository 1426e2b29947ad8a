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

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.springframework.util.Assert;

/**
 * Makes names for contexts.
 *
 * @since 0.1.0
 */
public final class ContextNames {

	private static final int DEFAULT_LENGTH = 8;

	private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

	private static final SecureRandom RANDOM = new SecureRandom();

	private ContextNames() {
	}

	/**
	 * Make a name of random characters.
	 * @param length how many characters, at least 1: letters and digits
	 * @return a name
	 * @throws IllegalArgumentException if the length is below 1
	 */
	public static String random(int length) {
		Assert.isTrue(length >= 1, "'length' must be at least 1");
		StringBuilder name = new StringBuilder();
		RANDOM.ints(length, 0, CHARACTERS.length()).forEach((index) -> name.append(CHARACTERS.charAt(index)));
		return name.toString();
	}

	/**
	 * Make a name of the local time and eight random characters.
	 * @return a name such as {@code 20260416093000_aB3xYz90}
	 */
	public static String timestamped() {
		return timestamped(DEFAULT_LENGTH);
	}

	/**
	 * Make a name of the local time and random characters.
	 * @param length how many random characters, at least 1: letters and digits
	 * @return a name
	 * @throws IllegalArgumentException if the length is below 1
	 */
	public static String timestamped(int length) {
		return timestamped(length, Clock.systemDefaultZone());
	}

	/**
	 * Make a name of the time of a clock and random characters.
	 * @param length how many random characters, at least 1: letters and digits
	 * @param clock the clock
	 * @return a name
	 * @throws IllegalArgumentException if the length is below 1
	 */
	public static String timestamped(int length, Clock clock) {
		Assert.notNull(clock, "'clock' must not be null");
		return TIME.format(LocalDateTime.now(clock)) + "_" + random(length);
	}

}
