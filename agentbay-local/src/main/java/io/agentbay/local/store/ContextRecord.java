package io.agentbay.local.store;

import java.time.Instant;

/**
 * What is known of a context at some moment.
 *
 * @param number its place in the order of creation
 * @param id its id
 * @param name its name
 * @param state what happens with it
 * @param created when it was created
 * @param lastUsed when it was last mounted, copied or given a file
 * @param osType the operating system it belongs to
 */
public record ContextRecord(long number, String id, String name, ContextState state, Instant created, Instant lastUsed,
		String osType) {
}
