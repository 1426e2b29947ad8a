package io.agentbay.local.sandbox;

/**
 * How the processes of a session are kept apart from the machine and from other sessions.
 */
public enum Isolation {

	/**
	 * {@link #BUBBLEWRAP} where it works, else {@link #HOST}. The default.
	 */
	AUTO,

	/**
	 * Each session has its own file tree, process space and host name; the system is
	 * read-only; the network is shared. Needs Linux with the packages {@code bubblewrap}
	 * and {@code util-linux}, and user namespaces allowed.
	 */
	BUBBLEWRAP,

	/**
	 * Commands are ordinary processes of the user who runs the JVM and can do all that
	 * this user can. Nothing is isolated.
	 */
	HOST

}
