package io.agentbay.local.browser;

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
