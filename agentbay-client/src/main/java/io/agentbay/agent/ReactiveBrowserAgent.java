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
import java.util.Objects;

import io.agentbay.internal.agent.TaskTools;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.result.OperationResult;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * The agent that works with the browser of a session. The browser must be initialized.
 */
public final class ReactiveBrowserAgent {

	private static final String DEFAULT_SCHEMA = "{\"type\":\"object\",\"properties\":{\"result\":{\"type\":\"string\"}},"
			+ "\"required\":[\"result\"]}";

	private final TaskTools tasks;

	private final Mono<OperationResult> browser;

	/**
	 * Create the feature.
	 * @param tools the tools of the session
	 * @param browser initializes the browser of the session
	 */
	public ReactiveBrowserAgent(SessionTools tools, Mono<OperationResult> browser) {
		this.browser = browser;
		this.tasks = new TaskTools(tools, "browser_use_", TaskStatus.FINISHED, TaskStatus.FINISHED);
	}

	/**
	 * Start the browser with the default options, unless the session has started it:
	 * action {@code InitBrowser}. For other options, initialize the browser of the
	 * session with them.
	 * @return whether it runs
	 */
	public Mono<OperationResult> initialize() {
		return this.browser;
	}

	/**
	 * Begin a task, and do not wait: tool {@code browser_use_execute_task}.
	 * @param task what is to be done
	 * @return the task
	 * @throws IllegalArgumentException if the task is {@code null}
	 */
	public Mono<TaskResult> executeTask(BrowserTask task) {
		return this.tasks.begin(arguments(task));
	}

	/**
	 * Do a task and wait until it is over: tools {@code browser_use_execute_task} and
	 * {@code browser_use_get_task_status}.
	 * @param task what is to be done
	 * @param timeout the longest time for it; when it is over the task is terminated
	 * @return the task, a success only if it is done; of kind TIMEOUT if it took too long
	 * @throws IllegalArgumentException if the task is {@code null} or the time not
	 * positive
	 */
	public Mono<TaskResult> executeTaskAndWait(BrowserTask task, Duration timeout) {
		return this.tasks.beginAndAwait(arguments(task), timeout, null);
	}

	/**
	 * Tell how far a task is: tool {@code browser_use_get_task_status}.
	 * @param taskId the task
	 * @return the task
	 * @throws IllegalArgumentException if the id is blank
	 */
	public Mono<TaskResult> getTaskStatus(String taskId) {
		Assert.hasText(taskId, "'taskId' must not be empty");
		return this.tasks.status(taskId);
	}

	/**
	 * Begin to end a task: tool {@code browser_use_terminate_task}.
	 * @param taskId the task
	 * @return the task
	 * @throws IllegalArgumentException if the id is blank
	 */
	public Mono<TaskResult> terminateTask(String taskId) {
		Assert.hasText(taskId, "'taskId' must not be empty");
		return this.tasks.terminate(taskId);
	}

	private static Map<String, Object> arguments(BrowserTask task) {
		Assert.notNull(task, "'task' must not be null");
		return Map.of("task", task.task(), "use_vision", task.useVision(), "full_page_screenshot",
				task.fullPageScreenshot(), "output_schema",
				Objects.requireNonNullElse(task.outputSchema(), DEFAULT_SCHEMA));
	}

}
