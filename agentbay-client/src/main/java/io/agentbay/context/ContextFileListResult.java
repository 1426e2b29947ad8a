package io.agentbay.context;

import java.util.List;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * A page of the files in a folder of a context.
 *
 * @param outcome how the operation ended
 * @param files the files on the page, empty on failure
 * @param count how many files there are on all pages, {@code null} if not told
 */
public record ContextFileListResult(Outcome outcome, List<ContextFile> files,
		@Nullable Integer count) implements Result<ContextFileListResult> {

	public ContextFileListResult {
		files = List.copyOf(files);
	}

}
