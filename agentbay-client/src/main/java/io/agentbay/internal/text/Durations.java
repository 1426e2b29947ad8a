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

package io.agentbay.internal.text;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Checks times and tells them in words.
 */
public final class Durations {

	/**
	 * The longest time that is taken for a limit or a pause: its milliseconds fit into 32
	 * bits, in which some peers and libraries count them.
	 */
	private static final Duration LONGEST = Duration.ofDays(24);

	private Durations() {
	}

	/**
	 * Refuse a time that is not positive or cannot be counted.
	 * @param value the time
	 * @param name the name of the argument
	 * @throws IllegalArgumentException if it is missing, zero, negative or too long
	 */
	public static void requirePositive(@Nullable Duration value, String name) {
		Assert.isTrue(value != null && !value.isNegative() && !value.isZero(),
				() -> "'" + name + "' must be longer than zero");
		requireCountable(value, name);
	}

	/**
	 * Refuse a time below a millisecond or that cannot be counted.
	 * @param value the time
	 * @param name the name of the argument
	 * @throws IllegalArgumentException if it is missing, too short or too long
	 */
	public static void requireMillisecond(@Nullable Duration value, String name) {
		Assert.isTrue(value != null && value.compareTo(Duration.ofMillis(1)) >= 0,
				() -> "'" + name + "' must be at least one millisecond");
		requireCountable(value, name);
	}

	/**
	 * Refuse a time below a second or that cannot be counted.
	 * @param value the time
	 * @param name the name of the argument
	 * @throws IllegalArgumentException if it is missing, too short or too long
	 */
	public static void requireSecond(@Nullable Duration value, String name) {
		Assert.isTrue(value != null && value.compareTo(Duration.ofSeconds(1)) >= 0,
				() -> "'" + name + "' must be at least one second");
		requireCountable(value, name);
	}

	/**
	 * Refuse a time that cannot be counted.
	 * @param value the time
	 * @param name the name of the argument
	 * @throws IllegalArgumentException if it is too long
	 */
	public static void requireCountable(Duration value, String name) {
		Assert.isTrue(value.compareTo(LONGEST) <= 0,
				() -> "'" + name + "' must not be longer than " + LONGEST.toDays() + " days");
	}

	/**
	 * Return a time, or the longest one that is taken where it is longer.
	 * @param time the time
	 * @return the time that can be counted
	 */
	public static Duration countable(Duration time) {
		return (time.compareTo(LONGEST) <= 0) ? time : LONGEST;
	}

	/**
	 * Write a duration.
	 * @param duration the duration
	 * @return such as {@code 250 ms}, {@code 1.5 s}, {@code 60 s} or {@code 5 min}
	 */
	public static String text(Duration duration) {
		long millis = duration.toMillis();
		if (millis < 1000) {
			return millis + " ms";
		}
		if (duration.toSeconds() >= 120 && duration.toSecondsPart() == 0) {
			return duration.toMinutes() + " min";
		}
		String part = (millis % 1000 == 0) ? ""
				: "." + String.valueOf(1000 + millis % 1000).substring(1).replaceAll("0+$", "");
		return duration.toSeconds() + part + " s";
	}

}
