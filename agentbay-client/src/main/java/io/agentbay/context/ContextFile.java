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

import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A file or folder in a context.
 * <p>
 * In JSON it has the names of its fields.
 *
 * @since 0.1.0
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
public final class ContextFile {

	private final @Nullable String id;

	private final String name;

	private final String path;

	private final boolean folder;

	private final long size;

	private final @Nullable Instant createdAt;

	private final @Nullable Instant modifiedAt;

	private final @Nullable String status;

	private ContextFile(Builder builder) {
		this.id = builder.id;
		this.name = builder.name;
		this.path = builder.path;
		this.folder = builder.folder;
		this.size = builder.size;
		this.createdAt = builder.createdAt;
		this.modifiedAt = builder.modifiedAt;
		this.status = builder.status;
	}

	/**
	 * Start building a file.
	 * @param name its name
	 * @param path its path
	 * @return a builder
	 */
	public static Builder builder(String name, String path) {
		return new Builder(name, path);
	}

	/**
	 * Return the id of the file.
	 * @return the id, {@code null} if not told
	 */
	public @Nullable String id() {
		return this.id;
	}

	/**
	 * Return the name of the file.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Return the path of the file.
	 * @return the path
	 */
	public String path() {
		return this.path;
	}

	/**
	 * Return whether this is a folder.
	 * @return whether it is
	 */
	public boolean isFolder() {
		return this.folder;
	}

	/**
	 * Return the size of the file.
	 * @return the size in bytes, 0 if not told
	 */
	public long size() {
		return this.size;
	}

	/**
	 * Return when the file was created.
	 * @return the time, {@code null} if not told
	 */
	public @Nullable Instant createdAt() {
		return this.createdAt;
	}

	/**
	 * Return when the file was last changed.
	 * @return the time, {@code null} if not told
	 */
	public @Nullable Instant modifiedAt() {
		return this.modifiedAt;
	}

	/**
	 * Return the state of the file.
	 * @return the state as the service names it, {@code null} if not told
	 */
	public @Nullable String status() {
		return this.status;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ContextFile that && Objects.equals(this.id, that.id) && this.name.equals(that.name)
				&& this.path.equals(that.path) && this.folder == that.folder && this.size == that.size
				&& Objects.equals(this.createdAt, that.createdAt) && Objects.equals(this.modifiedAt, that.modifiedAt)
				&& Objects.equals(this.status, that.status);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.id, this.path, this.size, this.modifiedAt);
	}

	@Override
	public String toString() {
		return "ContextFile[path=%s, folder=%s, size=%s]".formatted(this.path, this.folder, this.size);
	}

	/**
	 * Builds a {@link ContextFile}.
	 */
	public static final class Builder {

		private final String name;

		private final String path;

		private @Nullable String id;

		private boolean folder;

		private long size;

		private @Nullable Instant createdAt;

		private @Nullable Instant modifiedAt;

		private @Nullable String status;

		private Builder(String name, String path) {
			Assert.notNull(name, "'name' must not be null");
			Assert.notNull(path, "'path' must not be null");
			this.name = name;
			this.path = path;
		}

		/**
		 * Set the id.
		 * @param id the id
		 * @return this builder
		 */
		public Builder id(@Nullable String id) {
			this.id = id;
			return this;
		}

		/**
		 * Make it a folder.
		 * @return this builder
		 */
		public Builder folder() {
			this.folder = true;
			return this;
		}

		/**
		 * Set the size.
		 * @param size the size in bytes
		 * @return this builder
		 */
		public Builder size(long size) {
			this.size = size;
			return this;
		}

		/**
		 * Set when it was created.
		 * @param createdAt the time, {@code null} if not told
		 * @return this builder
		 */
		public Builder createdAt(@Nullable Instant createdAt) {
			this.createdAt = createdAt;
			return this;
		}

		/**
		 * Set when it was last changed.
		 * @param modifiedAt the time, {@code null} if not told
		 * @return this builder
		 */
		public Builder modifiedAt(@Nullable Instant modifiedAt) {
			this.modifiedAt = modifiedAt;
			return this;
		}

		/**
		 * Set the state.
		 * @param status the state as the service names it
		 * @return this builder
		 */
		public Builder status(@Nullable String status) {
			this.status = status;
			return this;
		}

		/**
		 * Build the file.
		 * @return the file
		 */
		public ContextFile build() {
			return new ContextFile(this);
		}

	}

}
