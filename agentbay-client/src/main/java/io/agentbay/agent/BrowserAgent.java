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
import io.agentbay.result.OperationResult;

/**
 * The agent that works with the browser of a session. The browser must be initialized,
 * waiting for each operation. The blocking twin of {@link ReactiveBrowserAgent}.
 */
public final class BrowserAgent {

	private final ReactiveBrowserAgent reactive;

	/**
	 * Create the blocking twin.
	 * @param reactive the feature
	 */
	public BrowserAgent(ReactiveBrowserAgent reactive) {
		this.reactive = reactive;
	}

	/**
	 * Start the browser with the default options, unless the session has started it:
	 * action {@code InitBrowser}. For other options, initialize the browser of the
	 * session with them.
	 * @return whether it runs
	 */
	public OperationResult initialize() {
		return Blocking.await(this.reactive.initialize());
	}

	/**
	 * Begin a task, and do not wait: tool {@code browser_use_execute_task}.
	 * @param task what is to be done
	 * @return the task
	 * @throws IllegalArgumentException if the task is {@code null}
	 */
	public TaskResult executeTask(BrowserTask task) {
		return Blocking.await(this.reactive.executeTask(task));
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
	public TaskResult executeTaskAndWait(BrowserTask task, Duration timeout) {
		return Blocking.await(this.reactive.executeTaskAndWait(task, timeout));
	}

	/**
	 * Tell how far a task is: tool {@code browser_use_get_task_status}.
	 * @param taskId the task
	 * @return the task
	 * @throws IllegalArgumentException if the id is blank
	 */
	public TaskResult getTaskStatus(String taskId) {
		return Blocking.await(this.reactive.getTaskStatus(taskId));
	}

	/**
	 * Begin to end a task: tool {@code browser_use_terminate_task}.
	 * @param taskId the task
	 * @return the task
	 * @throws IllegalArgumentException if the id is blank
	 */
	public TaskResult terminateTask(String taskId) {
		return Blocking.await(this.reactive.terminateTask(taskId));
	}

}
