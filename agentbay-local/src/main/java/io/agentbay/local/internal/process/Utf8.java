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

package io.agentbay.local.internal.process;

/**
 * Finds the borders between characters in UTF-8 text that was cut at some byte.
 */
public final class Utf8 {

	private static final int MAX_CONTINUATIONS = 3;

	private Utf8() {
	}

	/**
	 * Whether a byte continues a character rather than starting one.
	 * @param value the byte
	 * @return true for the second and later bytes of a character
	 */
	public static boolean isContinuation(byte value) {
		return (value & 0xC0) == 0x80;
	}

	/**
	 * The end of the last whole character in text whose end was cut off.
	 * @param bytes the text
	 * @return how many of the bytes make up whole characters
	 */
	public static int lastBoundary(byte[] bytes) {
		int start = bytes.length - 1;
		while (start >= 0 && start >= bytes.length - MAX_CONTINUATIONS && isContinuation(bytes[start])) {
			start--;
		}
		if (start < 0 || bytes.length - start >= lengthOfCharacter(bytes[start])) {
			return bytes.length;
		}
		return start;
	}

	private static int lengthOfCharacter(byte first) {
		if ((first & 0xE0) == 0xC0) {
			return 2;
		}
		if ((first & 0xF0) == 0xE0) {
			return 3;
		}
		return ((first & 0xF8) == 0xF0) ? 4 : 1;
	}

}
