package io.agentbay.transport;

/**
 * What carrying out a call twice would do. Decides whether a call may be repeated.
 */
public enum Effect {

	/**
	 * The call only reads: it may be repeated.
	 */
	READ,

	/**
	 * Carrying it out twice ends where carrying it out once does: it may be repeated.
	 */
	IDEMPOTENT,

	/**
	 * Carrying it out twice does something twice: it is repeated only when certainly no
	 * byte of the request was sent.
	 */
	EFFECT;

	boolean isRepeatable() {
		return this != EFFECT;
	}

}
