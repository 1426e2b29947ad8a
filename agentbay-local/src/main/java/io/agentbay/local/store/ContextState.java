package io.agentbay.local.store;

/**
 * What happens with a context.
 */
public enum ContextState {

	/**
	 * Free for use.
	 */
	AVAILABLE("available"),

	/**
	 * Mounted in a session.
	 */
	IN_USE("in-use"),

	/**
	 * Its files are being removed.
	 */
	CLEARING("clearing");

	private final String wireName;

	ContextState(String wireName) {
		this.wireName = wireName;
	}

	/**
	 * The name in the protocol.
	 * @return the name
	 */
	public String wireName() {
		return this.wireName;
	}

}
