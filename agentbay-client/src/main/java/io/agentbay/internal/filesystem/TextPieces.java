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

package io.agentbay.internal.filesystem;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into pieces that stay below a size in UTF-8, never within a character.
 */
final class TextPieces {

	private TextPieces() {
	}

	static List<String> of(String text, int maxBytes) {
		List<String> pieces = new ArrayList<>();
		int start = 0;
		int bytes = 0;
		int index = 0;
		while (index < text.length()) {
			int codePoint = text.codePointAt(index);
			int width = utf8Width(codePoint);
			if (bytes + width > maxBytes) {
				pieces.add(text.substring(start, index));
				start = index;
				bytes = 0;
			}
			bytes += width;
			index += Character.charCount(codePoint);
		}
		pieces.add(text.substring(start));
		return pieces;
	}

	private static int utf8Width(int codePoint) {
		if (codePoint < 0x80) {
			return 1;
		}
		if (codePoint < 0x800) {
			return 2;
		}
		return (codePoint < 0x10000) ? 3 : 4;
	}

}
