package io.agentbay.filesystem;

import java.util.List;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;

/**
 * What a search found.
 *
 * @param outcome how the operation ended; finding nothing is a success
 * @param paths the paths found, empty on failure
 */
public record FileSearchResult(Outcome outcome, List<String> paths) implements Result<FileSearchResult> {

	public FileSearchResult {
		paths = List.copyOf(paths);
	}

}
