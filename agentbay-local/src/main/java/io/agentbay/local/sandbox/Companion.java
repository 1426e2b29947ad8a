package io.agentbay.local.sandbox;

/**
 * Something that belongs to a sandbox for as long as it lives, and wants to know when
 * that is over.
 */
public interface Companion {

	/**
	 * The processes of the sandbox are about to be ended. Not called when they stand
	 * still.
	 * @throws Exception if something went wrong, which holds up nothing
	 */
	default void beforeEnd() throws Exception {
	}

	/**
	 * The processes of the sandbox are gone.
	 * @throws Exception if something went wrong, which holds up nothing
	 */
	default void afterEnd() throws Exception {
	}

}
