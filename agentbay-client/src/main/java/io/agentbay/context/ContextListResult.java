package io.agentbay.context;

import java.util.List;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * A page of the contexts.
 *
 * @param outcome how the operation ended
 * @param contexts the contexts on the page, empty on failure
 * @param nextToken the mark of the next page, {@code null} on the last one
 * @param maxResults the size of a page
 * @param totalCount how many contexts there are on all pages, {@code null} if not told
 */
public record ContextListResult(Outcome outcome, List<Context> contexts, @Nullable String nextToken, int maxResults,
		@Nullable Integer totalCount) implements Result<ContextListResult> {

	public ContextListResult {
		contexts = List.copyOf(contexts);
	}

}
