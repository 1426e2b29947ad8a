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
 * Which tasks that copy contexts are listed.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class ContextTaskQuery {

	private static final ContextTaskQuery ALL = new ContextTaskQuery(null, null, null);

	private final @Nullable String contextId;

	private final @Nullable String path;

	private final @Nullable SyncDirection direction;

	private ContextTaskQuery(@Nullable String contextId, @Nullable String path, @Nullable SyncDirection direction) {
		this.contextId = contextId;
		this.path = path;
		this.direction = direction;
	}

	/**
	 * Return the query for all tasks of the session.
	 * @return the query
	 */
	public static ContextTaskQuery all() {
		return ALL;
	}

	/**
	 * Return this query for a context.
	 * @param contextId the context
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is blank
	 */
	public ContextTaskQuery withContextId(String contextId) {
		Assert.hasText(contextId, "'contextId' must not be empty");
		return new ContextTaskQuery(contextId, this.path, this.direction);
	}

	/**
	 * Return this query for a place.
	 * @param path where the context is mounted
	 * @return a changed copy
	 * @throws IllegalArgumentException if it is blank
	 */
	public ContextTaskQuery withPath(String path) {
		Assert.hasText(path, "'path' must not be empty");
		return new ContextTaskQuery(this.contextId, path, this.direction);
	}

	/**
	 * Return this query for one of both ways.
	 * @param direction which way is copied
	 * @return a changed copy
	 */
	public ContextTaskQuery withDirection(SyncDirection direction) {
		Assert.notNull(direction, "'direction' must not be null");
		return new ContextTaskQuery(this.contextId, this.path, direction);
	}

	/**
	 * Return the context that is copied.
	 * @return the context, {@code null} for all of the session
	 */
	public @Nullable String contextId() {
		return this.contextId;
	}

	/**
	 * Return where the context is mounted.
	 * @return the path, {@code null} for all
	 */
	public @Nullable String path() {
		return this.path;
	}

	/**
	 * Return which way is copied.
	 * @return the way, {@code null} for tasks of any kind
	 */
	public @Nullable SyncDirection direction() {
		return this.direction;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ContextTaskQuery that && Objects.equals(this.contextId, that.contextId)
				&& Objects.equals(this.path, that.path) && this.direction == that.direction;
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.contextId, this.path, this.direction);
	}

	@Override
	public String toString() {
		return "ContextTaskQuery[contextId=%s, path=%s, direction=%s]".formatted(this.contextId, this.path,
				this.direction);
	}

}
