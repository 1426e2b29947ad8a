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

/**
 * Durations as people read them.
 */
public final class Durations {

	private Durations() {
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
