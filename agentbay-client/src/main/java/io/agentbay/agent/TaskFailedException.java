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
import java.util.StringJoiner;

import io.agentbay.error.AgentBayException;
import io.agentbay.internal.text.Excerpts;
import org.jspecify.annotations.Nullable;

/**
 * An agent did not do a task, or not in time. Thrown by
 * {@link TaskResult#requireSuccess()} only.
 *
 * @since 0.1.0
 */
public class TaskFailedException extends AgentBayException {

	private static final long serialVersionUID = 1L;

	private final transient TaskResult result;

	TaskFailedException(TaskResult result) {
		super(message(result), result.details(), null);
		this.result = result;
	}

	private static String message(TaskResult result) {
		StringJoiner message = new StringJoiner(" | ");
		message.add("The task is %s: %s".formatted(result.status(), Excerpts.end(result.error())));
		if (!result.task().action().isBlank()) {
			message.add("last action: " + Excerpts.end(result.task().action()));
		}
		if (!result.product().isBlank()) {
			message.add("product: " + Excerpts.end(result.product()));
		}
		return message.toString();
	}

	/**
	 * Return how the task ended.
	 * @return the result, with all that the agent told
	 */
	public TaskResult result() {
		return this.result;
	}

	/**
	 * Return the task as it was in the end.
	 * @return the task
	 */
	public AgentTask task() {
		return this.result.task();
	}

	/**
	 * Return how the task ended.
	 * @return the status
	 */
	public TaskStatus status() {
		return this.result.status();
	}

	/**
	 * Return the time after which the task was no longer waited for.
	 * @return the time, {@code null} if the task ended by itself
	 */
	public @Nullable Duration timedOutAfter() {
		return this.result.timedOutAfter();
	}

	@Override
	public boolean mayHaveTakenEffect() {
		return true;
	}

}
