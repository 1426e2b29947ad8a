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

package io.agentbay.paging;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list. The service knows no numbers of pages, only a mark of the next one.
 *
 * @param items what is on the page
 * @param nextToken the mark of the next page, {@code null} on the last one
 * @param totalCount how much is on all pages, {@code null} if the service does not tell
 * @param <T> the type of the items
 * @since 0.1.0
 */
public record Page<T>(List<T> items, @Nullable String nextToken, @Nullable Integer totalCount) {

	public Page {
		items = List.copyOf(items);
	}

	/**
	 * Return whether this is the last page.
	 * @return whether no other follows
	 */
	public boolean isLast() {
		return this.nextToken == null;
	}

	/**
	 * Return this page with other items.
	 * @param mapping makes an item of an item
	 * @param <R> the type of the other items
	 * @return the page
	 */
	public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
		return new Page<>(this.items.stream().<R>map(mapping).toList(), this.nextToken, this.totalCount);
	}

}
