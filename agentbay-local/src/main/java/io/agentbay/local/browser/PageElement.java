package io.agentbay.local.browser;

import java.util.List;

/**
 * Something on a page that can be worked with.
 *
 * @param selector the CSS selector that leads to it
 * @param role its role, such as {@code button}, {@code link}, {@code textbox},
 * {@code checkbox} or {@code combobox}
 * @param name its name, as a screen reader would tell it
 * @param hint further words on it: placeholder, form name, id, title
 * @param type the type of an input, else empty
 * @param value its value; empty for passwords
 * @param options what can be chosen
 */
public record PageElement(String selector, String role, String name, String hint, String type, String value,
		List<String> options) {

	public PageElement {
		options = List.copyOf(options);
	}

	@Override
	public String toString() {
		return "the " + this.role + " '" + this.name + "'";
	}

}
