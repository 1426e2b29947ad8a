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

package io.agentbay.ai.tool;

import java.util.regex.Pattern;

/**
 * Makes texts fit for a model: no colours of terminals, no zero characters, which many
 * databases refuse, and not too long.
 */
final class ToolText {

	private static final Pattern ESCAPE = Pattern
		.compile("\u001b(?:\\[[0-9;?]*[ -/]*[@-~]|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)|[@-Z\\\\^_])");

	/** What a line held before the program began it anew, as progress bars do. */
	private static final Pattern OVERWRITTEN = Pattern.compile("(?m)^[^\\r\\n]*+\\r(?!\\n|$)");

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

	private ToolText() {
	}

	/** Whether it is no text: some of it is what no text has. */
	static boolean isBinary(String text) {
		int strange = 0;
		int looked = Math.min(text.length(), 8_000);
		for (int index = 0; index < looked; index++) {
			char character = text.charAt(index);
			if (character == 0) {
				return true;
			}
			if (character == 0xFFFD) {
				strange++;
			}
		}
		return text.indexOf(0) >= 0 || strange > looked / 10;
	}

	static String clean(String text) {
		String plain = ESCAPE.matcher(text).replaceAll("");
		if (plain.indexOf('\r') >= 0) {
			String unix = plain.replace("\r\n", "\n");
			String once = OVERWRITTEN.matcher(unix).replaceAll("");
			while (!once.equals(unix)) {
				unix = once;
				once = OVERWRITTEN.matcher(unix).replaceAll("");
			}
			plain = once;
		}
		return CONTROL.matcher(plain).replaceAll("");
	}

	/** The beginning tells what it is, the end how it went. */
	static String shortened(String text, int maxLength, String rest) {
		if (text.length() <= maxLength) {
			return text;
		}
		int head = boundary(text, maxLength / 2);
		int tail = boundary(text, text.length() - maxLength / 2);
		return text.substring(0, head)
				+ "\n[%s of %s characters are left out here; %s]\n".formatted(tail - head, text.length(), rest)
				+ text.substring(tail);
	}

	/** Not between the two halves of a character. */
	private static int boundary(String text, int index) {
		return Character.isLowSurrogate(text.charAt(index)) ? index + 1 : index;
	}

}
