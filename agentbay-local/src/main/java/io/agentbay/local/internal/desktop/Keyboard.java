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

package io.agentbay.local.internal.desktop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The keyboard of a desktop.
 */
public final class Keyboard {

	/**
	 * The kernel takes variables of 128 KiB, and a person types no faster.
	 */
	private static final int MAX_CHARACTERS = 10_000;

	private static final Pattern SYMBOL = Pattern.compile("\\w+");

	private static final Map<String, String> SYMBOLS = symbols();

	private final Desktop desktop;

	private final SpareKeys spare;

	private final ReentrantLock typing = new ReentrantLock();

	Keyboard(Desktop desktop) {
		this.desktop = desktop;
		this.spare = new SpareKeys(desktop);
	}

	/**
	 * Type a text.
	 * @param text the text
	 * @throws IOException if that is not possible
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public void type(String text) throws IOException, InterruptedException {
		if (text.length() > MAX_CHARACTERS) {
			throw new IOException("The text has %s characters; at most %s can be typed at once".formatted(text.length(),
					MAX_CHARACTERS));
		}
		if (text.indexOf('\0') >= 0) {
			throw new IOException("The text has the character NUL, for which there is no key");
		}
		if (!text.isEmpty()) {
			this.typing.lockInterruptibly();
			try {
				for (SpareKeys.Part part : this.spare.parts(text)) {
					String quoted = "'" + part.text().replace("'", "'\\''") + "'";
					this.desktop.run(part.giving() + "xdotool type --delay 1 --args 1 -- " + quoted);
				}
			}
			finally {
				this.typing.unlock();
			}
		}
	}

	/**
	 * Press keys together.
	 * @param keys their names
	 * @param hold whether they stay down
	 * @throws IOException if that is not possible
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public void press(List<String> keys, boolean hold) throws IOException, InterruptedException {
		List<String> symbols = symbols(keys);
		StringBuilder script = new StringBuilder("xdotool");
		symbols.forEach((symbol) -> script.append(" keydown ").append(symbol));
		if (!hold) {
			Collections.reverse(symbols);
			symbols.forEach((symbol) -> script.append(" keyup ").append(symbol));
		}
		this.typing.lockInterruptibly();
		try {
			String characters = keys.stream().filter(Keyboard::isCharacter).collect(Collectors.joining());
			for (SpareKeys.Part part : this.spare.parts(characters)) {
				if (!part.giving().isEmpty()) {
					this.desktop.run(part.giving() + "true");
				}
			}
			run(script.toString());
		}
		finally {
			this.typing.unlock();
		}
	}

	/**
	 * Let keys go.
	 * @param keys their names
	 * @throws IOException if that is not possible
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public void release(List<String> keys) throws IOException, InterruptedException {
		run("xdotool" + symbols(keys).stream().map((symbol) -> " keyup " + symbol).collect(Collectors.joining()));
	}

	/**
	 * An unknown key is no failure to xdotool, but to us.
	 */
	private void run(String script) throws IOException, InterruptedException {
		this.desktop.run("e=$(" + script + " 2>&1) && [ -z \"$e\" ] || { printf %s \"$e\" >&2; exit 1; }");
	}

	private static List<String> symbols(List<String> keys) throws IOException {
		List<String> symbols = new ArrayList<>();
		for (String key : keys) {
			symbols.add(symbol(key));
		}
		if (symbols.isEmpty()) {
			throw new IOException("There is no key to press");
		}
		return symbols;
	}

	private static String symbol(String key) throws IOException {
		String known = SYMBOLS.get(key.toLowerCase(Locale.ROOT));
		if (known != null) {
			return known;
		}
		if (isCharacter(key)) {
			int character = key.codePointAt(0);
			return (character < 128 && Character.isLetterOrDigit(character)) ? key.toLowerCase(Locale.ROOT)
					: String.format(Locale.ROOT, "U%04X", character);
		}
		if (SYMBOL.matcher(key).matches()) {
			return key;
		}
		throw new IOException("There is no key '" + key + "'");
	}

	private static boolean isCharacter(String key) {
		return key.codePointCount(0, key.length()) == 1;
	}

	private static Map<String, String> symbols() {
		Map<String, String> symbols = new HashMap<>(Map.of("ctrl", "Control_L", "control", "Control_L", "alt", "Alt_L",
				"shift", "Shift_L", "win", "Super_L", "windows", "Super_L", "super", "Super_L", "meta", "Super_L",
				"command", "Super_L", "cmd", "Super_L"));
		symbols.putAll(Map.of("enter", "Return", "return", "Return", "esc", "Escape", "escape", "Escape", "tab", "Tab",
				"backspace", "BackSpace", "space", "space", "delete", "Delete", "del", "Delete"));
		symbols.putAll(Map.of("insert", "Insert", "ins", "Insert", "home", "Home", "end", "End", "pageup", "Prior",
				"pgup", "Prior", "pagedown", "Next", "pgdn", "Next"));
		symbols.putAll(Map.of("capslock", "Caps_Lock", "numlock", "Num_Lock", "scrolllock", "Scroll_Lock",
				"printscreen", "Print", "prtsc", "Print", "pause", "Pause", "break", "Pause"));
		for (String direction : List.of("Up", "Down", "Left", "Right")) {
			symbols.put(direction.toLowerCase(Locale.ROOT), direction);
			symbols.put("arrow" + direction.toLowerCase(Locale.ROOT), direction);
		}
		for (int number = 1; number <= 24; number++) {
			symbols.put("f" + number, "F" + number);
		}
		symbols.putAll(Map.of("minus", "minus", "equal", "equal", "leftbracket", "bracketleft", "rightbracket",
				"bracketright", "backslash", "backslash", "semicolon", "semicolon", "quote", "apostrophe"));
		symbols.putAll(Map.of("-", "minus", "=", "equal", "[", "bracketleft", "]", "bracketright", "\\", "backslash",
				";", "semicolon", "'", "apostrophe"));
		symbols.putAll(Map.of("comma", "comma", ",", "comma", "period", "period", ".", "period", "slash", "slash", "/",
				"slash", "backtick", "grave", "`", "grave"));
		return Map.copyOf(symbols);
	}

}
