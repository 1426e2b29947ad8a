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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

/**
 * One answer, whatever its status.
 *
 * @param status the HTTP status
 * @param retryAfter the header {@code Retry-After}, or {@code null}
 * @param body the body, never {@code null}
 */
public record HttpReply(int status, @Nullable String retryAfter, byte[] body) {

	private static final int EXCERPT = 200;

	/**
	 * Return whether the status is one of the 200s.
	 * @return whether it is
	 */
	public boolean isSuccessful() {
		return this.status / 100 == 2;
	}

	/**
	 * Return the start of the body for an error message.
	 * @return at most 200 characters, without control characters
	 */
	public String excerpt() {
		String start = new String(this.body, 0, Math.min(this.body.length, EXCERPT), StandardCharsets.UTF_8);
		return start.replaceAll("[\\p{Cntrl}\\uFFFD]+", " ").strip();
	}

	/**
	 * Return the pause that the service asked for, in seconds or as a date.
	 * @return the pause, or zero if it asked for none
	 */
	public Duration requestedPause() {
		if (this.retryAfter == null) {
			return Duration.ZERO;
		}
		try {
			return Duration.ofSeconds(Math.max(0, Long.parseLong(this.retryAfter.strip())));
		}
		catch (NumberFormatException ex) {
			return pauseUntil(this.retryAfter.strip());
		}
	}

	private static Duration pauseUntil(String date) {
		try {
			Instant moment = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
			Duration pause = Duration.between(Instant.now(), moment);
			return pause.isNegative() ? Duration.ZERO : pause;
		}
		catch (DateTimeParseException ex) {
			return Duration.ZERO;
		}
	}

	/** Not the body: it may carry secrets. */
	@Override
	public String toString() {
		return "HttpReply[status=" + this.status + ", " + this.body.length + " bytes]";
	}

}
