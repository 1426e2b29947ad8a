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
