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
	 * Its processes are being stopped.
	 */
	PAUSING,

	/**
	 * Its processes stand still. Not usable until it is resumed.
	 */
	PAUSED,

	/**
	 * Its processes are being continued.
	 */
	RESUMING,

	/**
	 * Being taken down; not usable any more.
	 */
	DELETING

}
