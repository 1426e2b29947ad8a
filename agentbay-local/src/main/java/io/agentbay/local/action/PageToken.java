package io.agentbay.local.action;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * The text that leads to the next page: opaque for clients, here the number of the last
 * session they have seen.
 */
final class PageToken {

	private static final String PREFIX = "after:";

	private PageToken() {
	}

	static String after(long number) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((PREFIX + number).getBytes(StandardCharsets.US_ASCII));
	}

	static long read(@Nullable String token) {
		if (token == null) {
			return 0;
		}
		try {
			String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
			if (text.startsWith(PREFIX)) {
				return Long.parseLong(text.substring(PREFIX.length()));
			}
		}
		catch (IllegalArgumentException ex) {
			// Refused below, like a token of someone else's.
		}
		throw ActionException.invalid("NextToken", "is not a token that this runtime has given out");
	}

}
