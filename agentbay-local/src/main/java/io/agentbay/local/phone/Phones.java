package io.agentbay.local.phone;

import java.io.IOException;

import io.agentbay.local.sandbox.Sandbox;

/**
 * Tells which phone a session has.
 */
@FunctionalInterface
public interface Phones {

	/**
	 * The phone of a session.
	 * @param sandbox the session's sandbox
	 * @return the one phone it has
	 * @throws IOException if there is none
	 */
	Handset of(Sandbox sandbox) throws IOException;

}
