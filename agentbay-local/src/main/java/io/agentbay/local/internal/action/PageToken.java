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

package io.agentbay.local.internal.action;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * The text that leads to the next page: opaque for clients, here the number of the last
 * session, or how many files, they have seen.
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
