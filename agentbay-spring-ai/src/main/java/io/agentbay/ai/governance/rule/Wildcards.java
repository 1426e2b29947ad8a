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

package io.agentbay.ai.governance.rule;

import java.util.regex.Pattern;

/**
 * Patterns in which {@code *} stands for any characters and {@code ?} for one.
 */
final class Wildcards {

	private Wildcards() {
	}

	/** For names, which have no parts. */
	static Pattern compile(String pattern, boolean ignoreCase) {
		return Pattern.compile(regex(pattern, "."),
				Pattern.DOTALL | (ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0));
	}

	/** For one segment of a path. */
	static String segmentRegex(String pattern) {
		return regex(pattern, "[^/]");
	}

	private static String regex(String pattern, String any) {
		StringBuilder regex = new StringBuilder();
		for (int i = 0; i < pattern.length(); i++) {
			char c = pattern.charAt(i);
			switch (c) {
				case '*' -> regex.append(any).append('*');
				case '?' -> regex.append(any);
				default -> regex.append(Pattern.quote(String.valueOf(c)));
			}
		}
		return regex.toString();
	}

}
