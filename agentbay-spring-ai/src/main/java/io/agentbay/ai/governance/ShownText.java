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

package io.agentbay.ai.governance;

import org.jspecify.annotations.Nullable;

/**
 * A text as people and records may have it: of limited length, without control characters
 * and halves of characters, which logs and databases change or refuse.
 *
 * @since 0.1.0
 */
public final class ShownText {

	private static final char REPLACEMENT = '\uFFFD';

	private ShownText() {
	}

	/**
	 * Make a text fit to be shown.
	 * @param text the text
	 * @param maxLength the most characters
	 * @return the text with a replacement for each character that is not fit; its
	 * beginning if it is too long
	 */
	public static String of(String text, int maxLength) {
		StringBuilder shown = null;
		int length = Math.min(text.length(), maxLength);
		for (int i = 0; i < length; i++) {
			char c = text.charAt(i);
			boolean pair = Character.isHighSurrogate(c) && i + 1 < length
					&& Character.isLowSurrogate(text.charAt(i + 1));
			boolean fit = pair || !Character.isSurrogate(c) && (!Character.isISOControl(c) || c == '\n' || c == '\t');
			if (!fit) {
				shown = (shown != null) ? shown : new StringBuilder(text.substring(0, length));
				shown.setCharAt(i, REPLACEMENT);
			}
			i += pair ? 1 : 0;
		}
		return (shown != null) ? shown.toString() : text.substring(0, length);
	}

	/**
	 * Make a text fit to be shown, if there is one.
	 * @param text the text, {@code null} for none
	 * @param maxLength the most characters
	 * @return the text, {@code null} for none
	 */
	public static @Nullable String ofNullable(@Nullable String text, int maxLength) {
		return (text != null) ? of(text, maxLength) : null;
	}

}
