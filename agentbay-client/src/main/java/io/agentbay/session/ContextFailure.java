package io.agentbay.session;

/**
 * What becomes of a new session into which a context could not be loaded.
 */
public enum ContextFailure {

	/** The session is kept, and its result carries warnings. */
	KEEP_SESSION,

	/** The session is deleted, and creating it has failed. */
	DELETE_SESSION

}
