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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The keys that people do not miss: those that have no symbol, and those of multimedia
 * keyboards. They are given to characters that have no key, and stay given: a program
 * that is told of a changed key looks at the keys as they are when it gets to it, which
 * may be long after the key was pressed.
 */
final class SpareKeys {

	private static final int ASCII = 128;

	private static final int UNICODE = 0x1000000;

	private static final Pattern CODE = Pattern.compile("^\\s*<([\\w+-]+)> = \\d+;", Pattern.MULTILINE);

	private static final Pattern KEY = Pattern
		.compile("\\bkey\\s+<([\\w+-]+)>[^;\\[]*(?:\\[Group1\\][^;\\[]*)?\\[\\s*(\\w+)");

	private static final String LOOK = "xkbcomp -w 0 -xkb \"$DISPLAY\" -";

	private final Desktop desktop;

	/**
	 * The characters by age, the oldest first.
	 */
	private final Map<Integer, String> given = new LinkedHashMap<>();

	SpareKeys(Desktop desktop) {
		this.desktop = desktop;
	}

	/**
	 * Cut a text into parts that can be typed one after the other.
	 * @param text the text
	 * @return the parts, at least one, each with the command that gives its characters
	 * keys
	 */
	List<Part> parts(String text) throws IOException, InterruptedException {
		if (text.codePoints().allMatch((character) -> character < ASCII)) {
			return List.of(new Part(text, ""));
		}
		Deque<String> free = free();
		// A slow program still finds those of the part before.
		int most = Math.max(1, (free.size() + this.given.size()) / 2);
		List<Part> parts = new ArrayList<>();
		StringBuilder part = new StringBuilder();
		Set<Integer> characters = new LinkedHashSet<>();
		for (int character : text.codePoints().toArray()) {
			if (character >= ASCII && !characters.contains(character)) {
				if (characters.size() == most) {
					parts.add(new Part(part.toString(), give(characters, free)));
					part.setLength(0);
					characters.clear();
				}
				characters.add(character);
			}
			part.appendCodePoint(character);
		}
		parts.add(new Part(part.toString(), give(characters, free)));
		return parts;
	}

	/**
	 * All keys are changed at once: each change tells all programs to look at the
	 * keyboard, and a window manager that has much to look at confuses the focus.
	 */
	private String give(Set<Integer> characters, Deque<String> free) throws IOException {
		boolean taken = false;
		StringBuilder changes = new StringBuilder();
		for (int character : characters) {
			String key = this.given.remove(character);
			if (key == null) {
				key = free.poll();
				if (key == null) {
					taken = true;
					key = takeOldest(characters);
				}
				changes
					.append(String.format(Locale.ROOT, "replace key <%s> {[0x%2$x, 0x%2$x]};", key, symbol(character)));
			}
			this.given.put(character, key);
		}
		if (changes.isEmpty()) {
			return "";
		}
		// Programs have a moment to see what was typed before a key is taken away.
		return (taken ? "sleep 0.2 && " : "") + LOOK + " | sed '/^xkb_symbols/,/^};/s/^};/" + changes
				+ "};/' | xkbcomp -w 0 - \"$DISPLAY\" && ";
	}

	private String takeOldest(Set<Integer> needed) throws IOException {
		Map.Entry<Integer, String> oldest = this.given.entrySet()
			.stream()
			.filter((entry) -> !needed.contains(entry.getKey()))
			.findFirst()
			.orElseThrow(() -> new IOException("The keyboard has no key left to give to a character"));
		this.given.remove(oldest.getKey());
		return oldest.getValue();
	}

	/**
	 * The keys that are free. Those that were given are free again if the layout was
	 * changed, or the display is a new one.
	 */
	private Deque<String> free() throws IOException, InterruptedException {
		String layout = this.desktop.run(LOOK + " 2>&1");
		Map<String, String> symbols = new HashMap<>();
		Matcher keys = KEY.matcher(layout);
		while (keys.find()) {
			symbols.put(keys.group(1), keys.group(2));
		}
		Set<String> free = CODE.matcher(layout)
			.results()
			.map((code) -> code.group(1))
			.filter((key) -> isSpare(symbols.get(key)))
			.collect(Collectors.toCollection(LinkedHashSet::new));
		this.given.values().removeIf(free::contains);
		return new ArrayDeque<>(free);
	}

	private static boolean isSpare(@Nullable String symbol) {
		return symbol == null || symbol.startsWith("XF86");
	}

	/**
	 * Latin characters are their own symbols; control characters have none.
	 */
	private static int symbol(int character) {
		return (character >= 0xa0 && character <= 0xff) ? character : UNICODE + character;
	}

	/**
	 * A part of a text.
	 *
	 * @param text what is typed
	 * @param giving the command that goes before, with its conjunction, or nothing
	 */
	record Part(String text, String giving) {

	}

}
