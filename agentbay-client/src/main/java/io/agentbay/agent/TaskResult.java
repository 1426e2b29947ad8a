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

package io.agentbay.agent;

import java.time.Duration;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.agentbay.error.CallDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How a task ended. That an agent could not do it, or not in time, is an answer like any
 * other; {@link #requireSuccess()} makes it an exception.
 * <p>
 * In JSON it has the names of its fields.
 *
 * @since 0.1.0
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
public final class TaskResult {

	private final AgentTask task;

	private final @Nullable Duration timedOutAfter;

	private final CallDetails details;

	private TaskResult(Builder builder) {
		this.task = builder.task;
		this.timedOutAfter = builder.timedOutAfter;
		this.details = builder.details;
	}

	/**
	 * Start building a result, as fakes need it.
	 * @param task the task as it was in the end
	 * @return a builder
	 */
	public static Builder builder(AgentTask task) {
		return new Builder(task);
	}

	/**
	 * Return the task as it was in the end.
	 * @return the task
	 */
	public AgentTask task() {
		return this.task;
	}

	/**
	 * Return how the task ended.
	 * @return the status; one that is not over if the task took too long and could not be
	 * terminated, so that the agent may be working on
	 */
	public TaskStatus status() {
		return this.task.status();
	}

	/**
	 * Return what came of the task.
	 * @return the product, empty if nothing did
	 */
	public String product() {
		return this.task.product();
	}

	/**
	 * Return why the task was no success.
	 * @return the error, empty if it was a success
	 */
	public String error() {
		return this.task.error();
	}

	/**
	 * Return whether the task took longer than it was waited for.
	 * @return whether it did
	 */
	public boolean timedOut() {
		return this.timedOutAfter != null;
	}

	/**
	 * Return the time after which the task was no longer waited for.
	 * @return the time, {@code null} if the task ended by itself
	 */
	public @Nullable Duration timedOutAfter() {
		return this.timedOutAfter;
	}

	/**
	 * Return the id of the request that told of the end, to be quoted to the service's
	 * support.
	 * @return the request id, {@code null} if there was none
	 */
	public @Nullable String requestId() {
		return this.details.requestId();
	}

	/**
	 * Return the session that the task was done in.
	 * @return its id, {@code null} if not known
	 */
	public @Nullable String sessionId() {
		return this.details.sessionId();
	}

	/**
	 * Return which call told of the end.
	 * @return the tool, the session and the request
	 */
	public CallDetails details() {
		return this.details;
	}

	/**
	 * Return whether the task was done in time.
	 * @return whether it was
	 */
	public boolean success() {
		return status().isDone() && !timedOut();
	}

	/**
	 * Return this result if the task was a success.
	 * @return this result
	 * @throws TaskFailedException if it was not
	 */
	public TaskResult requireSuccess() {
		if (!success()) {
			throw new TaskFailedException(this);
		}
		return this;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof TaskResult that && this.task.equals(that.task)
				&& Objects.equals(this.timedOutAfter, that.timedOutAfter) && this.details.equals(that.details));
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.task, this.timedOutAfter, this.details);
	}

	@Override
	public String toString() {
		return "TaskResult[task=" + this.task + ", timedOutAfter=" + this.timedOutAfter + ", requestId=" + requestId()
				+ "]";
	}

	/**
	 * Builds results.
	 */
	public static final class Builder {

		private final AgentTask task;

		private @Nullable Duration timedOutAfter;

		private CallDetails details = CallDetails.none();

		private Builder(AgentTask task) {
			Assert.notNull(task, "'task' must not be null");
			this.task = task;
		}

		/**
		 * Set the time after which the task was no longer waited for.
		 * @param timedOutAfter the time, {@code null} if the task ended by itself
		 * @return this builder
		 */
		public Builder timedOutAfter(@Nullable Duration timedOutAfter) {
			this.timedOutAfter = timedOutAfter;
			return this;
		}

		/**
		 * Set which call told of the end.
		 * @param details the tool, the session and the request
		 * @return this builder
		 */
		public Builder details(CallDetails details) {
			this.details = details;
			return this;
		}

		/**
		 * Build the result.
		 * @return the result
		 */
		public TaskResult build() {
			return new TaskResult(this);
		}

	}

}
