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
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A task that copies a context between a session and its storage.
 * <p>
 * In JSON it has the names of its fields.
 *
 * @since 0.1.0
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
public final class ContextTask {

	private static final Set<String> GOOD = Set.of("success", "successful", "ok", "finished", "done", "completed",
			"complete");

	private final String contextId;

	private final String path;

	private final String taskType;

	private final String status;

	private final String errorMessage;

	private final @Nullable Instant startTime;

	private final @Nullable Instant finishTime;

	private ContextTask(Builder builder) {
		this.contextId = builder.contextId;
		this.path = builder.path;
		this.taskType = builder.taskType;
		this.status = builder.status;
		this.errorMessage = builder.errorMessage;
		this.startTime = builder.startTime;
		this.finishTime = builder.finishTime;
	}

	/**
	 * Start building a task.
	 * @param contextId the context
	 * @param path where it is mounted
	 * @return a builder
	 */
	public static Builder builder(String contextId, String path) {
		return new Builder(contextId, path);
	}

	/**
	 * Return the context that is copied.
	 * @return the context
	 */
	public String contextId() {
		return this.contextId;
	}

	/**
	 * Return where the context is mounted.
	 * @return the path
	 */
	public String path() {
		return this.path;
	}

	/**
	 * Return what kind of task this is.
	 * @return {@code upload} from the session, {@code download} into it, or another kind
	 */
	public String taskType() {
		return this.taskType;
	}

	/**
	 * Return the state of the task.
	 * @return {@code Success}, {@code Failed}, or anything else while it runs
	 */
	public String status() {
		return this.status;
	}

	/**
	 * Return why the task failed.
	 * @return the reason, empty if it did not fail
	 */
	public String errorMessage() {
		return this.errorMessage;
	}

	/**
	 * Return when the task began.
	 * @return the time, {@code null} if not told
	 */
	public @Nullable Instant startTime() {
		return this.startTime;
	}

	/**
	 * Return when the task ended.
	 * @return the time, {@code null} while it runs or if not told
	 */
	public @Nullable Instant finishTime() {
		return this.finishTime;
	}

	/**
	 * Return whether this task copies files.
	 * @return whether it is an upload or a download
	 */
	public boolean isCopy() {
		return this.taskType.equals(SyncDirection.UPLOAD.wireName())
				|| this.taskType.equals(SyncDirection.DOWNLOAD.wireName());
	}

	/**
	 * Return whether this task succeeded.
	 * @return whether it did
	 */
	public boolean isDone() {
		return GOOD.contains(this.status.toLowerCase(Locale.ROOT)) && this.errorMessage.isEmpty();
	}

	/**
	 * Return whether this task failed.
	 * @return whether it did
	 */
	public boolean isFailed() {
		return this.status.equalsIgnoreCase("failed") || !this.errorMessage.isEmpty();
	}

	/**
	 * Return whether this task is over.
	 * @return whether it succeeded or failed
	 */
	public boolean isOver() {
		return isDone() || isFailed();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ContextTask that && this.contextId.equals(that.contextId) && this.path.equals(that.path)
				&& this.taskType.equals(that.taskType) && this.status.equals(that.status)
				&& this.errorMessage.equals(that.errorMessage) && Objects.equals(this.startTime, that.startTime)
				&& Objects.equals(this.finishTime, that.finishTime);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.contextId, this.path, this.taskType, this.status, this.startTime);
	}

	@Override
	public String toString() {
		return "ContextTask[contextId=%s, path=%s, taskType=%s, status=%s, errorMessage=%s]".formatted(this.contextId,
				this.path, this.taskType, this.status, this.errorMessage);
	}

	/**
	 * Builds a {@link ContextTask}.
	 */
	public static final class Builder {

		private final String contextId;

		private final String path;

		private String taskType = "";

		private String status = "";

		private String errorMessage = "";

		private @Nullable Instant startTime;

		private @Nullable Instant finishTime;

		private Builder(String contextId, String path) {
			Assert.notNull(contextId, "'contextId' must not be null");
			Assert.notNull(path, "'path' must not be null");
			this.contextId = contextId;
			this.path = path;
		}

		/**
		 * Set what kind of task it is.
		 * @param taskType the kind as the service names it
		 * @return this builder
		 */
		public Builder taskType(String taskType) {
			Assert.notNull(taskType, "'taskType' must not be null");
			this.taskType = taskType;
			return this;
		}

		/**
		 * Set the state.
		 * @param status the state as the service names it
		 * @return this builder
		 */
		public Builder status(String status) {
			Assert.notNull(status, "'status' must not be null");
			this.status = status;
			return this;
		}

		/**
		 * Set why it failed.
		 * @param errorMessage the reason
		 * @return this builder
		 */
		public Builder errorMessage(String errorMessage) {
			Assert.notNull(errorMessage, "'errorMessage' must not be null");
			this.errorMessage = errorMessage;
			return this;
		}

		/**
		 * Set when it began.
		 * @param startTime the time, {@code null} if not told
		 * @return this builder
		 */
		public Builder startTime(@Nullable Instant startTime) {
			this.startTime = startTime;
			return this;
		}

		/**
		 * Set when it ended.
		 * @param finishTime the time, {@code null} while it runs
		 * @return this builder
		 */
		public Builder finishTime(@Nullable Instant finishTime) {
			this.finishTime = finishTime;
			return this;
		}

		/**
		 * Build the task.
		 * @return the task
		 */
		public ContextTask build() {
			return new ContextTask(this);
		}

	}

}
