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
 * What of a session's contexts is copied, and which way.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class SyncOptions {

	private static final SyncOptions ALL = new SyncOptions(null, null, null);

	private final @Nullable String contextId;

	private final @Nullable String path;

	private final @Nullable SyncDirection direction;

	private SyncOptions(@Nullable String contextId, @Nullable String path, @Nullable SyncDirection direction) {
		this.contextId = contextId;
		this.path = path;
		this.direction = direction;
	}

	/**
	 * Return the options for all contexts of the session.
	 * @return the options
	 */
	public static SyncOptions all() {
		return ALL;
	}

	/**
	 * Return the options for one context.
	 * @param contextId the context
	 * @param path where it is mounted
	 * @return the options
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public static SyncOptions of(String contextId, String path) {
		Assert.hasText(contextId, "'contextId' must not be empty");
		Assert.hasText(path, "'path' must not be empty");
		return new SyncOptions(contextId, path, null);
	}

	/**
	 * Return these options for a way.
	 * @param direction which way is copied; without it the service's default, from the
	 * session to the storage
	 * @return a changed copy
	 */
	public SyncOptions withDirection(SyncDirection direction) {
		Assert.notNull(direction, "'direction' must not be null");
		return new SyncOptions(this.contextId, this.path, direction);
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
	 * @return the way, {@code null} for the service's default
	 */
	public @Nullable SyncDirection direction() {
		return this.direction;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof SyncOptions that && Objects.equals(this.contextId, that.contextId)
				&& Objects.equals(this.path, that.path) && this.direction == that.direction;
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.contextId, this.path, this.direction);
	}

	@Override
	public String toString() {
		return "SyncOptions[contextId=%s, path=%s, direction=%s]".formatted(this.contextId, this.path, this.direction);
	}

}
