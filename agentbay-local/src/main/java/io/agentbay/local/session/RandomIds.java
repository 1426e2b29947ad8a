package io.agentbay.local.session;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/**
 * Makes the ids by which things are known outside.
 */
final class RandomIds {

	private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

	private static final SecureRandom RANDOM = new SecureRandom();

	private RandomIds() {
	}

	/**
	 * Make an id.
	 * @param prefix what it starts with
	 * @param length how many random letters and digits follow
	 */
	static String next(String prefix, int length) {
		return RANDOM.ints(length, 0, LETTERS.length())
			.mapToObj((index) -> String.valueOf(LETTERS.charAt(index)))
			.collect(Collectors.joining("", prefix, ""));
	}

}
