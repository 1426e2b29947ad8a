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

package io.agentbay.context;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * Which contexts are listed, and how many on a page.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class ContextQuery {

	private static final ContextQuery ALL = new ContextQuery(null, null, null);

	private final @Nullable String sessionId;

	private final @Nullable Integer pageSize;

	private final @Nullable String pageToken;

	private ContextQuery(@Nullable String sessionId, @Nullable Integer pageSize, @Nullable String pageToken) {
		this.sessionId = sessionId;
		this.pageSize = pageSize;
		this.pageToken = pageToken;
	}

	/**
	 * Return the query for all contexts.
	 * @return the query
	 */
	public static ContextQuery all() {
		return ALL;
	}

	/**
	 * Return this query for the contexts of a session.
	 * @param sessionId the session that they must be attached to
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is blank
	 */
	public ContextQuery withSessionId(String sessionId) {
		Assert.hasText(sessionId, "'sessionId' must not be empty");
		return new ContextQuery(sessionId, this.pageSize, this.pageToken);
	}

	/**
	 * Return this query with a size of pages.
	 * @param pageSize how many contexts are on a page, at least 1
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is less than 1
	 */
	public ContextQuery withPageSize(int pageSize) {
		Assert.isTrue(pageSize >= 1, () -> "'pageSize' must be at least 1, but is " + pageSize);
		return new ContextQuery(this.sessionId, pageSize, this.pageToken);
	}

	/**
	 * Return this query from a page on.
	 * @param pageToken the mark of the page, see
	 * {@link io.agentbay.paging.Page#nextToken}
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is blank
	 */
	public ContextQuery withPageToken(String pageToken) {
		Assert.hasText(pageToken, "'pageToken' must not be blank");
		return new ContextQuery(this.sessionId, this.pageSize, pageToken);
	}

	/**
	 * Return the session that the contexts must be attached to.
	 * @return the session, {@code null} for any
	 */
	public @Nullable String sessionId() {
		return this.sessionId;
	}

	/**
	 * Return how many contexts are on a page.
	 * @return the number, {@code null} for the default: 10 where a page is asked for, 50
	 * where all contexts are
	 */
	public @Nullable Integer pageSize() {
		return this.pageSize;
	}

	/**
	 * Return the page that is read first.
	 * @return its mark, {@code null} for the first page
	 */
	public @Nullable String pageToken() {
		return this.pageToken;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ContextQuery that && Objects.equals(this.sessionId, that.sessionId)
				&& Objects.equals(this.pageSize, that.pageSize) && Objects.equals(this.pageToken, that.pageToken);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.sessionId, this.pageSize, this.pageToken);
	}

	@Override
	public String toString() {
		return "ContextQuery[sessionId=%s, pageSize=%s, pageToken=%s]".formatted(this.sessionId, this.pageSize,
				this.pageToken);
	}

}
