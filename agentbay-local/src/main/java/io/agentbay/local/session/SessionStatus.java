package io.agentbay.local.session;

/**
 * Where a session is in its life. The names are those of the protocol.
 */
public enum SessionStatus {

	/**
	 * Usable.
	 */
	RUNNING,

	/**
	 * Being taken down; not usable any more.
	 */
	DELETING

}
