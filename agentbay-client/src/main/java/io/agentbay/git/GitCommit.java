package io.agentbay.git;

import java.time.OffsetDateTime;

/**
 * A commit in the history of a repository.
 *
 * @param hash its hash
 * @param shortHash the start of its hash
 * @param authorName who wrote it
 * @param authorEmail the author's address
 * @param date when it was written
 * @param message the first line of its message
 */
public record GitCommit(String hash, String shortHash, String authorName, String authorEmail, OffsetDateTime date,
		String message) {
}
