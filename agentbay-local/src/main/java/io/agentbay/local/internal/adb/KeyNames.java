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

package io.agentbay.local.internal.adb;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Names of keys in Android: the most usual ones.
 */
final class KeyNames {

	private static final Map<String, Integer> CODES = new HashMap<>(Map.ofEntries(Map.entry("HOME", 3),
			Map.entry("BACK", 4), Map.entry("CALL", 5), Map.entry("ENDCALL", 6), Map.entry("DPAD_UP", 19),
			Map.entry("DPAD_DOWN", 20), Map.entry("DPAD_LEFT", 21), Map.entry("DPAD_RIGHT", 22),
			Map.entry("DPAD_CENTER", 23), Map.entry("VOLUME_UP", 24), Map.entry("VOLUME_DOWN", 25),
			Map.entry("POWER", 26), Map.entry("COMMA", 55), Map.entry("PERIOD", 56), Map.entry("TAB", 61),
			Map.entry("SPACE", 62), Map.entry("ENTER", 66), Map.entry("DEL", 67), Map.entry("MENU", 82),
			Map.entry("SEARCH", 84), Map.entry("APP_SWITCH", 187), Map.entry("SLEEP", 223), Map.entry("WAKEUP", 224)));

	static {
		for (int digit = 0; digit <= 9; digit++) {
			CODES.put(String.valueOf(digit), 7 + digit);
		}
		for (char letter = 'A'; letter <= 'Z'; letter++) {
			CODES.put(String.valueOf(letter), 29 + letter - 'A');
		}
	}

	private KeyNames() {
	}

	/**
	 * Find a key.
	 * @param name its number, or its name with or without {@code KEYCODE_}
	 * @return its number, if there is such a key
	 */
	static OptionalLong code(String name) {
		if (name.matches("\\d{1,4}")) {
			return OptionalLong.of(Long.parseLong(name));
		}
		String upper = name.toUpperCase(Locale.ROOT);
		Integer code = CODES.get(upper.startsWith("KEYCODE_") ? upper.substring("KEYCODE_".length()) : upper);
		return (code != null) ? OptionalLong.of(code) : OptionalLong.empty();
	}

}
