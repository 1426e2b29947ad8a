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

import org.springframework.util.Assert;

/**
 * Which texts can be sent: a half of a character, as it is left where a text was cut in
 * the middle of one, has no form in UTF-8 and would arrive as something else.
 */
public final class Sendable {

	private Sendable() {
	}

	/**
	 * Refuse a text that cannot be sent.
	 * @param text the text
	 * @param name the name of the argument
	 * @throws IllegalArgumentException if half a character is in it
	 */
	public static void require(CharSequence text, String name) {
		int half = indexOfHalf(text);
		Assert.isTrue(half < 0, () -> "'" + name + "' must not hold half a character (a lone surrogate), as it does at "
				+ half + "; was the text cut there?");
	}

	/**
	 * Find half a character.
	 * @param text the text
	 * @return where it is, -1 if there is none
	 */
	public static int indexOfHalf(CharSequence text) {
		int length = text.length();
		for (int i = 0; i < length; i++) {
			char one = text.charAt(i);
			if (!Character.isSurrogate(one)) {
				continue;
			}
			if (Character.isLowSurrogate(one) || i + 1 == length || !Character.isLowSurrogate(text.charAt(i + 1))) {
				return i;
			}
			i++;
		}
		return -1;
	}

}
