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
// Written by agentbay-face from ReactiveComputerAgent. Change that, not this.

package io.agentbay.agent;

import java.time.Duration;

/**
 * The agent that works with the desktop of a session. Called by applications: new methods
 * may be added in minor releases.
 *
 * @since 0.1.0
 */
public interface ComputerAgent {

	/**
	 * Begin a task, and do not wait: tool {@code flux_execute_task}.
	 * @param task what is to be done, in words
	 * @return the task, with the id by which it is asked for
	 * @throws IllegalArgumentException if the task is blank
	 */
	AgentTask startTask(String task);

	/**
	 * Do a task and wait until it is over: tools {@code flux_execute_task} and
	 * {@code flux_get_task_status}.
	 * @param task what is to be done, in words
	 * @param timeout the longest time for it; when it is over the task is terminated
	 * @return how it ended; a task that is not done, or not in time, is a result as well
	 * @throws IllegalArgumentException if the task is blank or the time not positive
	 */
	TaskResult executeTask(String task, Duration timeout);

	/**
	 * Wait until a task is over: tool {@code flux_get_task_status}.
	 * @param taskId the task
	 * @param timeout the longest time for it; when it is over the task is terminated
	 * @return how it ended; a task that is not done, or not in time, is a result as well
	 * @throws IllegalArgumentException if the id is blank or the time not positive
	 */
	TaskResult awaitTask(String taskId, Duration timeout);

	/**
	 * Tell how far a task is: tool {@code flux_get_task_status}. One that is not known
	 * any more is a {@link io.agentbay.error.ToolFailedException}.
	 * @param taskId the task
	 * @return the task
	 * @throws IllegalArgumentException if the id is blank
	 */
	AgentTask fetchTask(String taskId);

	/**
	 * Begin to end a task: tool {@code flux_terminate_task}.
	 * @param taskId the task
	 * @return the task
	 * @throws IllegalArgumentException if the id is blank
	 */
	AgentTask terminateTask(String taskId);

	/**
	 * Return the reactive face of this: what one does, the other sees.
	 * @return the reactive face
	 */
	ReactiveComputerAgent reactive();

}
