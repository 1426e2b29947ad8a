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

import io.agentbay.internal.blocking.Blocking;

/**
 * The agent that works with the desktop of a session, waiting for each operation. The
 * blocking twin of {@link ReactiveComputerAgent}.
 */
public final class ComputerAgent {

	private final ReactiveComputerAgent reactive;

	/**
	 * Create the blocking twin.
	 * @param reactive the feature
	 */
	public ComputerAgent(ReactiveComputerAgent reactive) {
		this.reactive = reactive;
	}

	/**
	 * Begin a task, and do not wait: tool {@code flux_execute_task}.
	 * @param task what is to be done, in words
	 * @return the task
	 * @throws IllegalArgumentException if the task is blank
	 */
	public TaskResult executeTask(String task) {
		return Blocking.await(this.reactive.executeTask(task));
	}

	/**
	 * Do a task and wait until it is over: tools {@code flux_execute_task} and {@code
	 * flux_get_task_status}.
	 * @param task what is to be done, in words
	 * @param timeout the longest time for it; when it is over the task is terminated
	 * @return the task, a success only if it is done; of kind TIMEOUT if it took too long
	 * @throws IllegalArgumentException if the task is blank or the time not positive
	 */
	public TaskResult executeTaskAndWait(String task, Duration timeout) {
		return Blocking.await(this.reactive.executeTaskAndWait(task, timeout));
	}

	/**
	 * Tell how far a task is: tool {@code flux_get_task_status}.
	 * @param taskId the task
	 * @return the task
	 * @throws IllegalArgumentException if the id is blank
	 */
	public TaskResult getTaskStatus(String taskId) {
		return Blocking.await(this.reactive.getTaskStatus(taskId));
	}

	/**
	 * Begin to end a task: tool {@code flux_terminate_task}.
	 * @param taskId the task
	 * @return the task
	 * @throws IllegalArgumentException if the id is blank
	 */
	public TaskResult terminateTask(String taskId) {
		return Blocking.await(this.reactive.terminateTask(taskId));
	}

}
