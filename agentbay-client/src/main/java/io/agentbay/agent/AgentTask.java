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

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A task of an agent, as it was when the agent told of it.
 * <p>
 * In JSON it has the names of its fields.
 *
 * @since 0.1.0
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
public final class AgentTask {

	private final String id;

	private final TaskStatus status;

	private final String action;

	private final String product;

	private final String error;

	private final List<TaskOutput> outputs;

	private AgentTask(Builder builder) {
		this.id = builder.id;
		this.status = builder.status;
		this.action = builder.action;
		this.product = builder.product;
		this.error = builder.error;
		this.outputs = List.copyOf(builder.outputs);
	}

	/**
	 * Start building a task, as fakes need it.
	 * @param id the task
	 * @param status where it is
	 * @return a builder
	 */
	public static Builder builder(String id, TaskStatus status) {
		return new Builder(id, status);
	}

	/**
	 * Return the id of the task.
	 * @return the id; empty if the agent was done at once, or streams what it does
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Return where the task is.
	 * @return the status
	 */
	public TaskStatus status() {
		return this.status;
	}

	/**
	 * Return what was done last.
	 * @return the action, empty if not told
	 */
	public String action() {
		return this.action;
	}

	/**
	 * Return what came of the task.
	 * @return the product, empty until it is done
	 */
	public String product() {
		return this.product;
	}

	/**
	 * Return why the task failed.
	 * @return the error, empty if it did not
	 */
	public String error() {
		return this.error;
	}

	/**
	 * Return what the agent said meanwhile.
	 * @return the outputs; phones only
	 */
	public List<TaskOutput> outputs() {
		return this.outputs;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other
				|| (other instanceof AgentTask that && this.id.equals(that.id) && this.status.equals(that.status)
						&& this.action.equals(that.action) && this.product.equals(that.product)
						&& this.error.equals(that.error) && this.outputs.equals(that.outputs));
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.id, this.status, this.action, this.product, this.error);
	}

	/** Without the product and what was said: those are the user's. */
	@Override
	public String toString() {
		return "AgentTask[id=" + this.id + ", status=" + this.status + "]";
	}

	/**
	 * Builds tasks.
	 */
	public static final class Builder {

		private final String id;

		private final TaskStatus status;

		private String action = "";

		private String product = "";

		private String error = "";

		private List<TaskOutput> outputs = List.of();

		private Builder(String id, TaskStatus status) {
			Assert.notNull(id, "'id' must not be null");
			Assert.notNull(status, "'status' must not be null");
			this.id = id;
			this.status = status;
		}

		/**
		 * Set what was done last.
		 * @param action the action
		 * @return this builder
		 */
		public Builder action(String action) {
			this.action = action;
			return this;
		}

		/**
		 * Set what came of the task.
		 * @param product the product
		 * @return this builder
		 */
		public Builder product(String product) {
			this.product = product;
			return this;
		}

		/**
		 * Set why the task failed.
		 * @param error the error
		 * @return this builder
		 */
		public Builder error(String error) {
			this.error = error;
			return this;
		}

		/**
		 * Set what the agent said.
		 * @param outputs the outputs
		 * @return this builder
		 */
		public Builder outputs(List<TaskOutput> outputs) {
			this.outputs = outputs;
			return this;
		}

		/**
		 * Build the task.
		 * @return the task
		 */
		public AgentTask build() {
			return new AgentTask(this);
		}

	}

}
