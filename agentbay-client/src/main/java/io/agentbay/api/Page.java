package io.agentbay.api;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items what is on the page
 * @param nextToken the mark of the next page, {@code null} on the last one
 * @param maxResults the size of a page, {@code null} if the service did not say
 * @param totalCount how many items there are on all pages, {@code null} if the service
 * did not say
 * @param <T> the type of the items
 */
public record Page<T>(List<T> items, @Nullable String nextToken, @Nullable Integer maxResults,
		@Nullable Integer totalCount) {

	public Page {
		items = List.copyOf(items);
	}

}
