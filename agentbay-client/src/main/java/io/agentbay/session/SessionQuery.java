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

package io.agentbay.session;

import java.util.LinkedHashMap;
import java.util.Map;

import io.agentbay.internal.session.Labels;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * Which sessions are listed: those that carry all labels and have the status, and how
 * many on a page.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class SessionQuery {

	private static final SessionQuery ALL = new SessionQuery(Map.of(), null, null, null, null);

	private final Map<String, String> labels;

	private final @Nullable SessionStatus status;

	private final @Nullable String imageId;

	private final @Nullable Integer pageSize;

	private final @Nullable String pageToken;

	private SessionQuery(Map<String, String> labels, @Nullable SessionStatus status, @Nullable String imageId,
			@Nullable Integer pageSize, @Nullable String pageToken) {
		Labels.check(labels);
		Assert.isTrue(pageSize == null || pageSize >= 1, () -> "'pageSize' must be at least 1, but is " + pageSize);
		Assert.isTrue(pageToken == null || !pageToken.isBlank(), "'pageToken' must not be blank");
		this.labels = Map.copyOf(labels);
		Assert.isTrue(imageId == null || !imageId.isBlank(), "'imageId' must not be blank");
		this.status = status;
		this.imageId = imageId;
		this.pageSize = pageSize;
		this.pageToken = pageToken;
	}

	/**
	 * Return the query for all sessions that are alive.
	 * @return the query
	 */
	public static SessionQuery all() {
		return ALL;
	}

	/**
	 * Return this query for sessions that carry a label.
	 * @param name the name of the label
	 * @param value its value
	 * @return a changed copy
	 * @throws IllegalArgumentException if the label is not usable
	 */
	public SessionQuery withLabel(String name, String value) {
		Map<String, String> labels = new LinkedHashMap<>(this.labels);
		labels.put(name, value);
		return withLabels(labels);
	}

	/**
	 * Return this query for sessions that carry labels, all of them.
	 * @param labels the labels, empty for any
	 * @return a changed copy
	 * @throws IllegalArgumentException if a label is not usable
	 */
	public SessionQuery withLabels(Map<String, String> labels) {
		return new SessionQuery(labels, this.status, this.imageId, this.pageSize, this.pageToken);
	}

	/**
	 * Return this query for sessions in a state.
	 * @param status the state
	 * @return a changed copy
	 */
	public SessionQuery withStatus(SessionStatus status) {
		Assert.notNull(status, "'status' must not be null");
		return new SessionQuery(this.labels, status, this.imageId, this.pageSize, this.pageToken);
	}

	/**
	 * Return this query for sessions of an image.
	 * @param imageId the image
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is blank
	 */
	public SessionQuery withImageId(String imageId) {
		Assert.hasText(imageId, "'imageId' must not be empty");
		return new SessionQuery(this.labels, this.status, imageId, this.pageSize, this.pageToken);
	}

	/**
	 * Return this query with a size of pages.
	 * @param pageSize how many sessions are on a page, at least 1
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is less than 1
	 */
	public SessionQuery withPageSize(int pageSize) {
		return new SessionQuery(this.labels, this.status, this.imageId, pageSize, this.pageToken);
	}

	/**
	 * Return this query from a page on.
	 * @param pageToken the mark of the page, see
	 * {@link io.agentbay.paging.Page#nextToken}
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is blank
	 */
	public SessionQuery withPageToken(String pageToken) {
		Assert.hasText(pageToken, "'pageToken' must not be blank");
		return new SessionQuery(this.labels, this.status, this.imageId, this.pageSize, pageToken);
	}

	/**
	 * Return the labels that a session must carry.
	 * @return the labels, empty for any
	 */
	public Map<String, String> labels() {
		return this.labels;
	}

	/**
	 * Return the state that a session must have.
	 * @return the state, {@code null} for any
	 */
	public @Nullable SessionStatus status() {
		return this.status;
	}

	/**
	 * Return the image that a session must have.
	 * @return the image, {@code null} for any
	 */
	public @Nullable String imageId() {
		return this.imageId;
	}

	/**
	 * Return how many sessions are on a page.
	 * @return the number, {@code null} for the default: 10 where a page is asked for, 50
	 * where all sessions are
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
	public String toString() {
		return "SessionQuery[labels=%s, status=%s, imageId=%s, pageSize=%s, pageToken=%s]".formatted(this.labels,
				this.status, this.imageId, this.pageSize, this.pageToken);
	}

}
