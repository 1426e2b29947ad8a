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

import java.util.Locale;
import java.util.Set;

import org.springframework.util.Assert;

/**
 * Where a task is. The service may know more states than these.
 *
 * @param value the name of the state
 * @since 0.1.0
 */
public record TaskStatus(String value) {

	/** The task is being done. */
	public static final TaskStatus RUNNING = new TaskStatus("running");

	/** The task is done: computers and browsers. */
	public static final TaskStatus FINISHED = new TaskStatus("finished");

	/** The task is done: phones. */
	public static final TaskStatus COMPLETED = new TaskStatus("completed");

	/** The task could not be done. */
	public static final TaskStatus FAILED = new TaskStatus("failed");

	/** The agent does not do such tasks. */
	public static final TaskStatus UNSUPPORTED = new TaskStatus("unsupported");

	/** The task is being terminated. */
	public static final TaskStatus CANCELLING = new TaskStatus("cancelling");

	/** The task was terminated. */
	public static final TaskStatus CANCELLED = new TaskStatus("cancelled");

	private static final Set<TaskStatus> GOOD = Set.of(FINISHED, COMPLETED);

	private static final Set<TaskStatus> BAD = Set.of(FAILED, UNSUPPORTED, CANCELLED);

	public TaskStatus {
		Assert.hasText(value, "'value' must not be empty");
		value = value.strip().toLowerCase(Locale.ROOT);
	}

	/**
	 * Return whether the task is done.
	 * @return whether it is
	 */
	public boolean isDone() {
		return GOOD.contains(this);
	}

	/**
	 * Return whether the task is over, done or not.
	 * @return whether it is
	 */
	public boolean isOver() {
		return isDone() || BAD.contains(this);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
