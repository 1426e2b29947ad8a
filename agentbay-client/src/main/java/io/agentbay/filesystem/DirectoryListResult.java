package io.agentbay.filesystem;

import java.util.List;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;

/**
 * What is in a directory.
 *
 * @param outcome how the operation ended
 * @param entries the entries, empty on failure
 */
public record DirectoryListResult(Outcome outcome,
		List<DirectoryEntry> entries) implements Result<DirectoryListResult> {

	public DirectoryListResult {
		entries = List.copyOf(entries);
	}

}
