package io.agentbay.local.sandbox;

import java.util.Set;

/**
 * The processes of a session.
 *
 * @param members those that do the session's work
 * @param attendants those outside its walls of which each waits for one inside, and stops
 * by itself when that one stops
 * @param complete false when there may be more
 */
record Population(Set<ProcessHandle> members, Set<ProcessHandle> attendants, boolean complete) {

	static final Population NONE = new Population(Set.of(), Set.of(), true);

}
