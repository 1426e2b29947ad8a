package io.agentbay.mobile;

import java.util.Locale;

/**
 * In which format a phone tells what it shows.
 */
public enum UiFormat {

	/** JSON, read into {@link UiElement}s. */
	JSON("json"),

	/** XML, handed on as it is. */
	XML("xml");

	private final String wireName;

	UiFormat(String wireName) {
		this.wireName = wireName;
	}

	/**
	 * Return the format of a name.
	 * @param name {@code json} or {@code xml}, in any letter case; blank for {@code json}
	 * @return the format
	 * @throws IllegalArgumentException if no format has that name
	 */
	public static UiFormat of(String name) {
		return switch (name.strip().toLowerCase(Locale.ROOT)) {
			case "", "json" -> JSON;
			case "xml" -> XML;
			default -> throw new IllegalArgumentException("'format' must be json or xml, but is " + name);
		};
	}

	/**
	 * Return the name of the format in requests.
	 * @return the name
	 */
	public String wireName() {
		return this.wireName;
	}

	@Override
	public String toString() {
		return this.wireName;
	}

}
