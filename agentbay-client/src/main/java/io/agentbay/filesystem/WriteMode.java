package io.agentbay.filesystem;

/**
 * What writing does with a file that exists.
 */
public enum WriteMode {

	/**
	 * Replace its content.
	 */
	OVERWRITE("overwrite"),

	/**
	 * Keep its content and write behind it.
	 */
	APPEND("append");

	private final String wireName;

	WriteMode(String wireName) {
		this.wireName = wireName;
	}

	String wireName() {
		return this.wireName;
	}

}
