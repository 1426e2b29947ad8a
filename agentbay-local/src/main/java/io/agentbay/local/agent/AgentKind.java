package io.agentbay.local.agent;

/**
 * What an agent works with.
 */
public enum AgentKind {

	/** A desktop. */
	COMPUTER("flux_", "wuying_computer_agent"),

	/** A browser. */
	BROWSER("browser_use_", "wuying_browseruse"),

	/** A phone. */
	MOBILE("", "wuying_mobile_agent");

	private final String prefix;

	private final String server;

	AgentKind(String prefix, String server) {
		this.prefix = prefix;
		this.server = server;
	}

	/**
	 * What the names of its tools begin with.
	 * @return the beginning, possibly empty
	 */
	public String prefix() {
		return this.prefix;
	}

	/**
	 * The server of its tools.
	 * @return the name
	 */
	public String server() {
		return this.server;
	}

}
