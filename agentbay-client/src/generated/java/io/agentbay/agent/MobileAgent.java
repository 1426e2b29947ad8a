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
// Written by agentbay-face from ReactiveMobileAgent. Change that, not this.

package io.agentbay.agent;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * The agent that works with the phone of a session. Called by applications: new methods
 * may be added in minor releases.
 *
 * @since 0.1.0
 */
public interface MobileAgent {

	/**
	 * Begin a task, and do not wait: tool {@code execute_task}.
	 * @param task what is to be done, in words
	 * @return the task, with the id by which it is asked for
	 * @throws IllegalArgumentException if the task is blank
	 */
	default AgentTask startTask(String task) {
		return startTask(MobileTask.of(task));
	}

	/**
	 * Do a task and wait until it is over: tools {@code execute_task} and
	 * {@code get_task_status}.
	 * @param task what is to be done, in words
	 * @param timeout the longest time for it; when it is over the task is terminated
	 * @return how it ended; a task that is not done, or not in time, is a result as well
	 * @throws IllegalArgumentException if the task is blank or the time not positive
	 */
	default TaskResult executeTask(String task, Duration timeout) {
		return executeTask(MobileTask.of(task), timeout);
	}

	/**
	 * Begin a task, and do not wait: tool {@code execute_task}.
	 * @param task what is to be done
	 * @return the task, with the id by which it is asked for
	 * @throws IllegalArgumentException if there is no task
	 */
	AgentTask startTask(MobileTask task);

	/**
	 * Do a task and wait until it is over: tools {@code execute_task} and
	 * {@code get_task_status}.
	 * @param task what is to be done
	 * @param timeout the longest time for it; when it is over the task is terminated
	 * @return how it ended; a task that is not done, or not in time, is a result as well
	 * @throws IllegalArgumentException if there is no task or the time is not positive
	 */
	TaskResult executeTask(MobileTask task, Duration timeout);

	/**
	 * Do a task, tell what the agent says meanwhile, and wait until it is over: tools
	 * {@code execute_task} and {@code get_task_status}.
	 * @param task what is to be done
	 * @param timeout the longest time for it; when it is over the task is terminated
	 * @param listener is told what the agent says
	 * @return how it ended; a task that is not done, or not in time, is a result as well
	 * @throws IllegalArgumentException if there is no task or listener, or the time is
	 * not positive
	 */
	TaskResult executeTask(MobileTask task, Duration timeout, TaskListener listener);

	/**
	 * Do a task and tell what the agent does while it does it; what it asks gets empty
	 * answers: method {@code exec_task} over the WebSocket of the session.
	 * @param task what is to be done
	 * @param timeout the longest time to wait for the end
	 * @param consumer told each item, one after the other
	 * @return the result that the last of them carries
	 * @throws IllegalArgumentException if there is no task or the time is not positive
	 */
	TaskResult stream(MobileTask task, Duration timeout, Consumer<? super AgentEvent> consumer);

	/**
	 * Do a task and tell what the agent does while it does it: method {@code exec_task}
	 * over the WebSocket of the session. The task is begun once. What makes it fail is an
	 * event, and is in the result of the last one, which is always
	 * {@link AgentEvent.Finished}. That one comes only if nothing was lost: otherwise,
	 * and if the time is over, it ends with a
	 * {@link io.agentbay.error.StreamBrokenException}; the agent may then be working on.
	 * @param task what is to be done
	 * @param timeout the longest time to wait for the end
	 * @param user answers what the agent asks; meanwhile no further event comes
	 * @param consumer told each item, one after the other
	 * @return the result that the last of them carries
	 * @throws IllegalArgumentException if there is no task or user, or the time is not
	 * positive
	 */
	TaskResult stream(MobileTask task, Duration timeout, CallForUser user, Consumer<? super AgentEvent> consumer);

	/**
	 * Wait until a task is over: tool {@code get_task_status}.
	 * @param taskId the task
	 * @param timeout the longest time for it; when it is over the task is terminated
	 * @return how it ended; a task that is not done, or not in time, is a result as well
	 * @throws IllegalArgumentException if the id is blank or the time not positive
	 */
	TaskResult awaitTask(String taskId, Duration timeout);

	/**
	 * Wait until a task is over, and tell what the agent says meanwhile: tool
	 * {@code get_task_status}.
	 * @param taskId the task
	 * @param timeout the longest time for it; when it is over the task is terminated
	 * @param listener is told what the agent says
	 * @return how it ended; a task that is not done, or not in time, is a result as well
	 * @throws IllegalArgumentException if the id is blank, the time not positive, or
	 * there is no listener
	 */
	TaskResult awaitTask(String taskId, Duration timeout, TaskListener listener);

	/**
	 * Tell how far a task is: tool {@code get_task_status}. One that is not known any
	 * more is a {@link io.agentbay.error.ToolFailedException}.
	 * @param taskId the task
	 * @return the task
	 * @throws IllegalArgumentException if the id is blank
	 */
	AgentTask fetchTask(String taskId);

	/**
	 * Begin to end a task: tool {@code terminate_task}.
	 * @param taskId the task
	 * @return the task
	 * @throws IllegalArgumentException if the id is blank
	 */
	AgentTask terminateTask(String taskId);

	/**
	 * Return the reactive face of this: what one does, the other sees.
	 * @return the reactive face
	 */
	ReactiveMobileAgent reactive();

}
