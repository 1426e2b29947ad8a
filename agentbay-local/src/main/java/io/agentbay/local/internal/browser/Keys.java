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

package io.agentbay.local.internal.browser;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Keys that stand for something other than a character.
 *
 * @param key its name in the DevTools protocol
 * @param code its number there
 * @param text the text that it makes, empty for none
 */
record Keys(String key, int code, String text) {

	private static final Map<String, Keys> ALL = Map.ofEntries(Map.entry("enter", new Keys("Enter", 13, "\r")),
			Map.entry("return", new Keys("Enter", 13, "\r")), Map.entry("tab", new Keys("Tab", 9, "")),
			Map.entry("escape", new Keys("Escape", 27, "")), Map.entry("esc", new Keys("Escape", 27, "")),
			Map.entry("backspace", new Keys("Backspace", 8, "")), Map.entry("delete", new Keys("Delete", 46, "")),
			Map.entry("space", new Keys(" ", 32, " ")), Map.entry("home", new Keys("Home", 36, "")),
			Map.entry("end", new Keys("End", 35, "")), Map.entry("pageup", new Keys("PageUp", 33, "")),
			Map.entry("pagedown", new Keys("PageDown", 34, "")), Map.entry("arrowup", new Keys("ArrowUp", 38, "")),
			Map.entry("arrowdown", new Keys("ArrowDown", 40, "")),
			Map.entry("arrowleft", new Keys("ArrowLeft", 37, "")),
			Map.entry("arrowright", new Keys("ArrowRight", 39, "")));

	static Optional<Keys> find(String name) {
		return Optional.ofNullable(ALL.get(name.toLowerCase(Locale.ROOT)));
	}

}
