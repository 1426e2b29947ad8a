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

import io.agentbay.internal.blocking.BlockingMobileAgent;
import io.agentbay.internal.blocking.BlockingShape;
import io.agentbay.internal.blocking.BlockingShape.Kind;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.lang.CheckReturnValue;

/**
 * The agent that works with the phone of a session. Called by applications: new methods
 * may be added in minor releases.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public interface ReactiveMobileAgent {

	/**
	 * Begin a task, and do not wait: tool {@code execute_task}.
	 * @param task what is to be done, in words
	 * @return the task, with the id by which it is asked for
	 * @throws IllegalArgumentException if the task is blank
	 */
	default Mono<AgentTask> startTask(String task) {
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
	default Mono<TaskResult> executeTask(String task, Duration timeout) {
		return executeTask(MobileTask.of(task), timeout);
	}

	/**
	 * Begin a task, and do not wait: tool {@code execute_task}.
	 * @param task what is to be done
	 * @return the task, with the id by which it is asked for
	 * @throws IllegalArgumentException if there is no task
	 */
	Mono<AgentTask> startTask(MobileTask task);

	/**
	 * Do a task and wait until it is over: tools {@code execute_task} and
	 * {@code get_task_status}.
	 * @param task what is to be done
	 * @param timeout the longest time for it; when it is over the task is terminated
	 * @return how it ended; a task that is not done, or not in time, is a result as well
	 * @throws IllegalArgumentException if there is no task or the time is not positive
	 */
	Mono<TaskResult> executeTask(MobileTask task, Duration timeout);

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
	Mono<TaskResult> executeTask(MobileTask task, Duration timeout, TaskListener listener);

	/**
	 * Do a task and tell what the agent does while it does it; what it asks gets empty
	 * answers: method {@code exec_task} over the WebSocket of the session.
	 * @param task what is to be done
	 * @param timeout the longest time to wait for the end
	 * @return what it does, see {@link #stream(MobileTask, Duration, CallForUser)}
	 * @throws IllegalArgumentException if there is no task or the time is not positive
	 */
	@BlockingShape(value = Kind.EVENTS, result = TaskResult.class, last = AgentEvent.Finished.class)
	default Flux<AgentEvent> stream(MobileTask task, Duration timeout) {
		return stream(task, timeout, (prompt) -> "");
	}

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
	 * @return what it does
	 * @throws IllegalArgumentException if there is no task or user, or the time is not
	 * positive
	 * @apiNote the task is begun when the events are subscribed to. Cancelling the
	 * subscription ends it on the local runtime; the service offers no way to do that.
	 */
	@BlockingShape(value = Kind.EVENTS, result = TaskResult.class, last = AgentEvent.Finished.class)
	Flux<AgentEvent> stream(MobileTask task, Duration timeout, CallForUser user);

	/**
	 * Wait until a task is over: tool {@code get_task_status}.
	 * @param taskId the task
	 * @param timeout the longest time for it; when it is over the task is terminated
	 * @return how it ended; a task that is not done, or not in time, is a result as well
	 * @throws IllegalArgumentException if the id is blank or the time not positive
	 */
	Mono<TaskResult> awaitTask(String taskId, Duration timeout);

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
	Mono<TaskResult> awaitTask(String taskId, Duration timeout, TaskListener listener);

	/**
	 * Tell how far a task is: tool {@code get_task_status}. One that is not known any
	 * more is a {@link io.agentbay.error.ToolFailedException}.
	 * @param taskId the task
	 * @return the task
	 * @throws IllegalArgumentException if the id is blank
	 */
	Mono<AgentTask> fetchTask(String taskId);

	/**
	 * Begin to end a task: tool {@code terminate_task}.
	 * @param taskId the task
	 * @return the task
	 * @throws IllegalArgumentException if the id is blank
	 */
	Mono<AgentTask> terminateTask(String taskId);

	/**
	 * Return the blocking face of this.
	 * @return the blocking face
	 */
	default MobileAgent blocking() {
		return new BlockingMobileAgent(this);
	}

}
