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

package io.agentbay.internal.agent;

import java.time.Duration;
import java.util.Map;

import io.agentbay.agent.AgentTask;
import io.agentbay.agent.TaskListener;
import io.agentbay.agent.TaskResult;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * What every agent can do with its tasks, whatever they are.
 */
abstract class TaskAgent {

	private static final TaskListener NOBODY = (output) -> {
	};

	private final TaskTools tasks;

	TaskAgent(TaskTools tasks) {
		this.tasks = tasks;
	}

	Mono<AgentTask> start(Map<String, ?> arguments) {
		return this.tasks.begin(arguments).map(TaskResult::task);
	}

	Mono<TaskResult> execute(Map<String, ?> arguments, Duration timeout) {
		return execute(arguments, timeout, NOBODY);
	}

	Mono<TaskResult> execute(Map<String, ?> arguments, Duration timeout, TaskListener listener) {
		return this.tasks.beginAndAwait(arguments, timeout, listener);
	}

	public Mono<TaskResult> awaitTask(String taskId, Duration timeout) {
		return awaitTask(taskId, timeout, NOBODY);
	}

	public Mono<TaskResult> awaitTask(String taskId, Duration timeout, TaskListener listener) {
		requireId(taskId);
		return this.tasks.await(taskId, timeout, listener);
	}

	public Mono<AgentTask> fetchTask(String taskId) {
		requireId(taskId);
		return this.tasks.look(taskId).map(TaskResult::task);
	}

	public Mono<AgentTask> terminateTask(String taskId) {
		requireId(taskId);
		return this.tasks.terminate(taskId).map(TaskResult::task);
	}

	private static void requireId(String taskId) {
		Assert.hasText(taskId, "'taskId' must not be empty");
	}

}
