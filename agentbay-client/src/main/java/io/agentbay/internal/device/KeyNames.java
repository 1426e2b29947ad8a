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

package io.agentbay.internal.device;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.agentbay.tool.ToolCall;
import org.jspecify.annotations.Nullable;

/**
 * The names of keys as the keyboard tools want them. Users may write them in any letter
 * case and by their usual short names.
 */
public final class KeyNames {

	private static final Set<String> KEYBOARD_TOOLS = Set.of("press_keys", "release_keys");

	private static final Map<String, String> NAMES = names();

	private KeyNames() {
	}

	/**
	 * Return a call of a keyboard tool with the names it wants, any other call as it is.
	 * @param call the call of any tool
	 * @return the call with the keys as the tool names them
	 */
	public static ToolCall normalized(ToolCall call) {
		if (!KEYBOARD_TOOLS.contains(call.tool()) || !(call.arguments().get("keys") instanceof List<?> keys)) {
			return call;
		}
		Map<String, @Nullable Object> arguments = new LinkedHashMap<>(call.arguments());
		arguments.put("keys",
				keys.stream().map((key) -> (key instanceof String name) ? normalized(name) : key).toList());
		return new ToolCall(call.tool(), arguments, call.readTimeout(), call.connectTimeout(), call.autoGenSession());
	}

	static String normalized(String key) {
		String lower = key.toLowerCase(Locale.ROOT);
		if (lower.length() == 1 && Character.isLetterOrDigit(lower.charAt(0))) {
			return lower;
		}
		return NAMES.getOrDefault(lower, key);
	}

	private static Map<String, String> names() {
		Map<String, String> names = new HashMap<>();
		for (String name : List.of("Ctrl", "Alt", "Shift", "Win", "Meta", "Super", "Command", "Tab", "Enter", "Escape",
				"Backspace", "Delete", "Insert", "Home", "End", "PageUp", "PageDown", "Space", "CapsLock", "NumLock",
				"ScrollLock", "PrintScreen", "Pause")) {
			names.put(name.toLowerCase(Locale.ROOT), name);
		}
		names.putAll(Map.of("control", "Ctrl", "windows", "Win", "cmd", "Command", "return", "Enter", "esc", "Escape",
				"del", "Delete", "ins", "Insert", "pgup", "PageUp", "pgdn", "PageDown", "prtsc", "PrintScreen"));
		names.put("break", "Pause");
		for (String direction : List.of("Up", "Down", "Left", "Right")) {
			names.put(direction.toLowerCase(Locale.ROOT), "Arrow" + direction);
			names.put("arrow" + direction.toLowerCase(Locale.ROOT), "Arrow" + direction);
		}
		for (int number = 1; number <= 24; number++) {
			names.put("f" + number, "F" + number);
		}
		names.putAll(Map.of("minus", "-", "equal", "=", "leftbracket", "[", "rightbracket", "]", "backslash", "\\",
				"semicolon", ";", "quote", "'", "comma", ",", "period", ".", "slash", "/"));
		names.put("backtick", "`");
		return Map.copyOf(names);
	}

}
