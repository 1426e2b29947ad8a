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

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads times as the service writes them: by ISO 8601, or as a number since 1970.
 */
public final class Times {

	/** Seconds have twelve digits from the year 5138 on, milliseconds since 1973. */
	private static final int LONGEST_SECONDS = 11;

	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

	private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder().parseCaseInsensitive()
		.append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
		.appendPattern("[XXX][XX]")
		.parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
		.toFormatter(Locale.ROOT);

	private Times() {
	}

	/**
	 * Read a time.
	 * @param text a date and time, of UTC where it has no offset, or seconds or
	 * milliseconds since 1970
	 * @return the time, {@code null} if there is none: absent, zero, or no time at all
	 */
	public static @Nullable Instant read(@Nullable String text) {
		if (text == null) {
			return null;
		}
		String time = text.strip();
		return NUMBER.matcher(time).matches() ? ofNumber(time) : ofIso(time);
	}

	private static @Nullable Instant ofNumber(String text) {
		long number = Long.parseLong(text);
		if (number == 0) {
			return null;
		}
		return (text.length() <= LONGEST_SECONDS) ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
	}

	private static @Nullable Instant ofIso(String text) {
		try {
			return ISO.parse(text.replaceFirst(" ", "T"), Instant::from);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
