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
import java.util.Map;

import io.agentbay.internal.agent.TaskTools;
import io.agentbay.internal.tool.SessionTools;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * The agent that works with the desktop of a session.
 */
public final class ReactiveComputerAgent {

	private final TaskTools tasks;

	/**
	 * Create the feature.
	 * @param tools the tools of the session
	 */
	public ReactiveComputerAgent(SessionTools tools) {
		this.tasks = new TaskTools(tools, "flux_", TaskStatus.FINISHED, TaskStatus.FINISHED);
	}

	/**
	 * Begin a task, and do not wait: tool {@code flux_execute_task}.
	 * @param task what is to be done, in words
	 * @return the task
	 * @throws IllegalArgumentException if the task is blank
	 */
	public Mono<TaskResult> executeTask(String task) {
		return this.tasks.begin(arguments(task));
	}

	/**
	 * Do a task and wait until it is over: tools {@code flux_execute_task} and {@code
	 * flux_get_task_status}.
	 * @param task what is to be done, in words
	 * @param timeout the longest time for it; when it is over the task is terminated
	 * @return the task, a success only if it is done; of kind TIMEOUT if it took too long
	 * @throws IllegalArgumentException if the task is blank or the time not positive
	 */
	public Mono<TaskResult> executeTaskAndWait(String task, Duration timeout) {
		return this.tasks.beginAndAwait(arguments(task), timeout, null);
	}

	/**
	 * Tell how far a task is: tool {@code flux_get_task_status}.
	 * @param taskId the task
	 * @return the task
	 * @throws IllegalArgumentException if the id is blank
	 */
	public Mono<TaskResult> getTaskStatus(String taskId) {
		Assert.hasText(taskId, "'taskId' must not be empty");
		return this.tasks.status(taskId);
	}

	/**
	 * Begin to end a task: tool {@code flux_terminate_task}.
	 * @param taskId the task
	 * @return the task
	 * @throws IllegalArgumentException if the id is blank
	 */
	public Mono<TaskResult> terminateTask(String taskId) {
		Assert.hasText(taskId, "'taskId' must not be empty");
		return this.tasks.terminate(taskId);
	}

	private static Map<String, Object> arguments(String task) {
		Assert.hasText(task, "'task' must not be empty");
		return Map.of("task", task);
	}

}
