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
import java.util.function.Consumer;

import io.agentbay.internal.blocking.Blocking;
import org.jspecify.annotations.Nullable;

/**
 * The agent that works with the phone of a session, waiting for each operation. The
 * blocking twin of {@link ReactiveMobileAgent}.
 */
public final class MobileAgent {

	private final ReactiveMobileAgent reactive;

	/**
	 * Create the blocking twin.
	 * @param reactive the feature
	 */
	public MobileAgent(ReactiveMobileAgent reactive) {
		this.reactive = reactive;
	}

	/**
	 * Begin a task of at most fifty steps, and do not wait: tool {@code execute_task}.
	 * @param task what is to be done, in words
	 * @return the task
	 * @throws IllegalArgumentException if the task is blank
	 */
	public TaskResult executeTask(String task) {
		return Blocking.await(this.reactive.executeTask(task));
	}

	/**
	 * Begin a task, and do not wait: tool {@code execute_task}.
	 * @param task what is to be done, in words
	 * @param maxSteps how many steps the agent may take, at least 1
	 * @return the task
	 * @throws IllegalArgumentException if the task is blank or the number below 1
	 */
	public TaskResult executeTask(String task, int maxSteps) {
		return Blocking.await(this.reactive.executeTask(task, maxSteps));
	}

	/**
	 * Do a task and wait until it is over: tools {@code execute_task} and {@code
	 * get_task_status}.
	 * @param task what is to be done, in words
	 * @param maxSteps how many steps the agent may take, at least 1
	 * @param timeout the longest time for it; when it is over the task is terminated
	 * @param listener is told what the agent says meanwhile, {@code null} for nobody
	 * @return the task, a success only if it is done; of kind TIMEOUT if it took too long
	 * @throws IllegalArgumentException if the task is blank, or the number or time not
	 * positive
	 */
	public TaskResult executeTaskAndWait(String task, int maxSteps, Duration timeout, @Nullable TaskListener listener) {
		return Blocking.await(this.reactive.executeTaskAndWait(task, maxSteps, timeout, listener));
	}

	/**
	 * Do a task and tell what the agent does while it does it: method {@code exec_task}
	 * over the WebSocket of the session. Interrupting the thread, or an exception of the
	 * consumer, ends the task on the local runtime; the service offers no way to do that.
	 * @param task what is to be done, in words
	 * @param maxSteps how many steps the agent may take, at least 1
	 * @param timeout the longest time to wait for the end
	 * @param user answers what the agent asks; {@code null} to answer nothing, so that it
	 * gets empty answers
	 * @param onEvent told each event, on the calling thread
	 * @return the last event; a {@link io.agentbay.error.StreamBrokenException} is thrown
	 * if something was lost or the time is over
	 * @throws IllegalArgumentException if the task is blank, or the number or time not
	 * positive
	 */
	public AgentEvent.Finished stream(String task, int maxSteps, Duration timeout, @Nullable CallForUser user,
			Consumer<AgentEvent> onEvent) {
		return (AgentEvent.Finished) Blocking.forEach(this.reactive.stream(task, maxSteps, timeout, user), onEvent);
	}

	/**
	 * Wait until a task is over: tool {@code get_task_status}.
	 * @param taskId the task
	 * @param timeout the longest time for it; when it is over the task is terminated
	 * @param listener is told what the agent says meanwhile, {@code null} for nobody
	 * @return the task, a success only if it is done; of kind TIMEOUT if it took too long
	 * @throws IllegalArgumentException if the id is blank or the time not positive
	 */
	public TaskResult awaitTask(String taskId, Duration timeout, @Nullable TaskListener listener) {
		return Blocking.await(this.reactive.awaitTask(taskId, timeout, listener));
	}

	/**
	 * Tell how far a task is: tool {@code get_task_status}.
	 * @param taskId the task
	 * @return the task
	 * @throws IllegalArgumentException if the id is blank
	 */
	public TaskResult getTaskStatus(String taskId) {
		return Blocking.await(this.reactive.getTaskStatus(taskId));
	}

	/**
	 * Begin to end a task: tool {@code terminate_task}.
	 * @param taskId the task
	 * @return the task
	 * @throws IllegalArgumentException if the id is blank
	 */
	public TaskResult terminateTask(String taskId) {
		return Blocking.await(this.reactive.terminateTask(taskId));
	}

}
