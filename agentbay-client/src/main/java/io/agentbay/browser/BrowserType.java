package io.agentbay.browser;

/**
 * The programs that can be a session's browser.
 */
public enum BrowserType {

	/** Google Chrome. */
	CHROME("chrome"),

	/** Chromium. */
	CHROMIUM("chromium");

	private final String wireName;

	BrowserType(String wireName) {
		this.wireName = wireName;
	}

	/**
	 * Return the name of the program in requests.
	 * @return the name
	 */
	public String wireName() {
		return this.wireName;
	}

}
