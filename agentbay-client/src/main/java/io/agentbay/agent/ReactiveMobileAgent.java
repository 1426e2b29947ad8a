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

import io.agentbay.channel.ReactiveChannel;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.internal.agent.AgentStream;
import io.agentbay.internal.agent.TaskTools;
import io.agentbay.internal.http.Polling;
import io.agentbay.internal.socket.ChannelStream;
import io.agentbay.internal.tool.SessionTools;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * The agent that works with the phone of a session.
 */
public final class ReactiveMobileAgent {

	private static final int DEFAULT_STEPS = 50;

	private static final String SERVER = "wuying_mobile_agent";

	private final SessionTools tools;

	private final ReactiveChannel channel;

	private final TaskTools tasks;

	/**
	 * Create the feature.
	 * @param tools the tools of the session
	 * @param channel the WebSocket of the session
	 */
	public ReactiveMobileAgent(SessionTools tools, ReactiveChannel channel) {
		this.tools = tools;
		this.channel = channel;
		this.tasks = new TaskTools(tools, "", TaskStatus.COMPLETED, TaskStatus.CANCELLING);
	}

	/**
	 * Begin a task of at most fifty steps, and do not wait: tool {@code execute_task}.
	 * @param task what is to be done, in words
	 * @return the task
	 * @throws IllegalArgumentException if the task is blank
	 */
	public Mono<TaskResult> executeTask(String task) {
		return executeTask(task, DEFAULT_STEPS);
	}

	/**
	 * Begin a task, and do not wait: tool {@code execute_task}.
	 * @param task what is to be done, in words
	 * @param maxSteps how many steps the agent may take, at least 1
	 * @return the task
	 * @throws IllegalArgumentException if the task is blank or the number below 1
	 */
	public Mono<TaskResult> executeTask(String task, int maxSteps) {
		return this.tasks.begin(arguments(task, maxSteps));
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
	public Mono<TaskResult> executeTaskAndWait(String task, int maxSteps, Duration timeout,
			@Nullable TaskListener listener) {
		return this.tasks.beginAndAwait(arguments(task, maxSteps), timeout, listener);
	}

	/**
	 * Do a task and tell what the agent does while it does it: method {@code exec_task}
	 * over the WebSocket of the session. The task is begun once, when the events are
	 * subscribed to. What makes it fail is an event, and makes the last event, which is
	 * always {@link AgentEvent.Finished}, a failed result. The stream completes only
	 * after that event and if nothing was lost. Otherwise it fails with a
	 * {@link StreamBrokenException}; the agent may then be working on. Cancelling the
	 * subscription ends the task on the local runtime; the service offers no way to do
	 * that.
	 * @param task what is to be done, in words
	 * @param maxSteps how many steps the agent may take, at least 1
	 * @param timeout the longest time to wait for the end
	 * @param user answers what the agent asks; {@code null} to answer nothing, so that it
	 * gets empty answers
	 * @return what it does; while a question is not answered no further event comes
	 * @throws IllegalArgumentException if the task is blank, or the number or time not
	 * positive
	 */
	public Flux<AgentEvent> stream(String task, int maxSteps, Duration timeout, @Nullable CallForUser user) {
		Map<String, Object> call = Map.of("method", "exec_task", "params", arguments(task, maxSteps));
		Polling.requirePositive(timeout, "timeout");
		return Flux.defer(() -> {
			ChannelStream stream = this.channel
				.call(Objects.requireNonNullElse(this.tools.serverOf("execute_task"), SERVER), call);
			AgentStream reader = new AgentStream(stream, user);
			return stream.frames().concatMap(reader::read, 1).takeUntilOther(expiry(timeout, stream.invocationId()));
		});
	}

	private static Mono<Object> expiry(Duration timeout, String invocationId) {
		return Mono.delay(timeout)
			.flatMap((tick) -> Mono.error(new StreamBrokenException(StreamBrokenException.Reason.TIMEOUT,
					"Task execution timed out after %d seconds.".formatted(timeout.toSeconds()), invocationId, null)));
	}

	/**
	 * Wait until a task is over: tool {@code get_task_status}.
	 * @param taskId the task
	 * @param timeout the longest time for it; when it is over the task is terminated
	 * @param listener is told what the agent says meanwhile, {@code null} for nobody
	 * @return the task, a success only if it is done; of kind TIMEOUT if it took too long
	 * @throws IllegalArgumentException if the id is blank or the time not positive
	 */
	public Mono<TaskResult> awaitTask(String taskId, Duration timeout, @Nullable TaskListener listener) {
		Assert.hasText(taskId, "'taskId' must not be empty");
		return this.tasks.await(taskId, timeout, listener);
	}

	/**
	 * Tell how far a task is: tool {@code get_task_status}.
	 * @param taskId the task
	 * @return the task
	 * @throws IllegalArgumentException if the id is blank
	 */
	public Mono<TaskResult> getTaskStatus(String taskId) {
		Assert.hasText(taskId, "'taskId' must not be empty");
		return this.tasks.status(taskId);
	}

	/**
	 * Begin to end a task: tool {@code terminate_task}.
	 * @param taskId the task
	 * @return the task
	 * @throws IllegalArgumentException if the id is blank
	 */
	public Mono<TaskResult> terminateTask(String taskId) {
		Assert.hasText(taskId, "'taskId' must not be empty");
		return this.tasks.terminate(taskId);
	}

	private static Map<String, Object> arguments(String task, int maxSteps) {
		Assert.hasText(task, "'task' must not be empty");
		Assert.isTrue(maxSteps >= 1, "'maxSteps' must be at least 1");
		return Map.of("task", task, "max_steps", maxSteps);
	}

}
