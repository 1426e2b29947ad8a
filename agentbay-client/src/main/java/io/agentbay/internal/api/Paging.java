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
import java.util.function.Function;

import io.agentbay.error.CallDetails;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.paging.Page;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads lists page by page.
 */
public final class Paging {

	private Paging() {
	}

	/**
	 * Return a page as users see it.
	 * @param reply the page as the service answered it
	 * @param item makes an item of what the service tells of it
	 * @param <D> the type of what it tells
	 * @param <T> the type of the items
	 * @return the page, empty if the service answered nothing
	 * @throws io.agentbay.error.ServiceException if the service refused
	 */
	public static <D, T> Page<T> page(ApiReply<io.agentbay.internal.api.Page<D>> reply, Function<D, T> item) {
		io.agentbay.internal.api.Page<D> page = reply.orElseThrow().data();
		return (page != null)
				? new Page<>(page.items().stream().map(item).toList(), page.nextToken(), page.totalCount())
				: new Page<>(List.of(), null, null);
	}

	/**
	 * Read all items from a page on, each page when it is asked for.
	 * @param first the first page
	 * @param next reads the page with a mark
	 * @param <T> the type of the items
	 * @return the items
	 */
	public static <T> Flux<T> items(Mono<Page<T>> first, Function<String, Mono<Page<T>>> next) {
		return Flux.defer(() -> {
			Progress progress = new Progress();
			return first.expand((page) -> {
				String token = page.nextToken();
				if (token == null) {
					return Mono.empty();
				}
				return progress.isMade(page, token) ? next.apply(token) : Mono.error(endless());
			}, 1).concatMapIterable(Page::items, 1);
		});
	}

	private static InvalidReplyException endless() {
		return new InvalidReplyException("The list has no end: its pages lead back to one that was read, or are empty",
				CallDetails.none(), 200, null);
	}

	/**
	 * Notices that pages lead in a circle, however long, while it remembers a single mark
	 * (R. P. Brent's way of finding cycles).
	 */
	private static final class Progress {

		private static final int EMPTY_PAGES = 100;

		private @Nullable String landmark;

		private long steps;

		private long stride = 1;

		private int empty;

		boolean isMade(Page<?> page, String token) {
			this.empty = page.items().isEmpty() ? this.empty + 1 : 0;
			if (token.equals(this.landmark) || this.empty > EMPTY_PAGES) {
				return false;
			}
			if (this.landmark == null || ++this.steps == this.stride) {
				this.landmark = token;
				this.stride = 2 * this.stride;
				this.steps = 0;
			}
			return true;
		}

	}

}
