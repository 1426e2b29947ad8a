/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.agentbay.internal.api;

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
