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
 * Which files of a context are listed: those in a folder, and how many on a page.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class ContextFileQuery {

	private static final int DEFAULT_PAGE_SIZE = 50;

	private static final String FIRST_PAGE = "1";

	private final String contextId;

	private final String folder;

	private final int pageSize;

	private final String pageToken;

	private ContextFileQuery(String contextId, String folder, int pageSize, String pageToken) {
		this.contextId = contextId;
		this.folder = folder;
		this.pageSize = pageSize;
		this.pageToken = pageToken;
	}

	/**
	 * Return the query for the files in a folder.
	 * @param contextId the context
	 * @param folder the path of the folder
	 * @return the query
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public static ContextFileQuery of(String contextId, String folder) {
		Assert.hasText(contextId, "'contextId' must not be empty");
		Assert.hasText(folder, "'folder' must not be empty");
		return new ContextFileQuery(contextId, folder, DEFAULT_PAGE_SIZE, FIRST_PAGE);
	}

	/**
	 * Return this query with a size of pages.
	 * @param pageSize how many files are on a page, at least 1
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is less than 1
	 */
	public ContextFileQuery withPageSize(int pageSize) {
		Assert.isTrue(pageSize >= 1, () -> "'pageSize' must be at least 1, but is " + pageSize);
		return new ContextFileQuery(this.contextId, this.folder, pageSize, this.pageToken);
	}

	/**
	 * Return this query from a page on.
	 * @param pageToken the mark of the page, see
	 * {@link io.agentbay.paging.Page#nextToken}; or the number of the page, from 1
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is neither
	 */
	public ContextFileQuery withPageToken(String pageToken) {
		Assert.isTrue(pageToken != null && pageToken.matches("[1-9]\\d{0,8}|cursor:.+"),
				() -> "'pageToken' must be the number of a page or the mark that a page before gave, but is "
						+ pageToken);
		return new ContextFileQuery(this.contextId, this.folder, this.pageSize, pageToken);
	}

	/**
	 * Return the context.
	 * @return the context
	 */
	public String contextId() {
		return this.contextId;
	}

	/**
	 * Return the folder.
	 * @return its path
	 */
	public String folder() {
		return this.folder;
	}

	/**
	 * Return how many files are on a page.
	 * @return the number, by default 50
	 */
	public int pageSize() {
		return this.pageSize;
	}

	/**
	 * Return the page that is read first.
	 * @return its number, by default 1
	 */
	public String pageToken() {
		return this.pageToken;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ContextFileQuery that && this.contextId.equals(that.contextId)
				&& this.folder.equals(that.folder) && this.pageSize == that.pageSize
				&& this.pageToken.equals(that.pageToken);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.contextId, this.folder, this.pageSize, this.pageToken);
	}

	@Override
	public String toString() {
		return "ContextFileQuery[contextId=%s, folder=%s, pageSize=%s, pageToken=%s]".formatted(this.contextId,
				this.folder, this.pageSize, this.pageToken);
	}

}
