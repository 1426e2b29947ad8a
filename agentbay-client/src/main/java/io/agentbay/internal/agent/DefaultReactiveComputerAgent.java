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
import io.agentbay.agent.ReactiveComputerAgent;
import io.agentbay.agent.TaskResult;
import io.agentbay.agent.TaskStatus;
import io.agentbay.internal.tool.SessionTools;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Has tasks done by the tools that begin with {@code flux_}.
 */
final class DefaultReactiveComputerAgent extends TaskAgent implements ReactiveComputerAgent {

	DefaultReactiveComputerAgent(SessionTools tools) {
		super(new TaskTools(tools, "flux_", TaskStatus.FINISHED, TaskStatus.FINISHED));
	}

	@Override
	public Mono<AgentTask> startTask(String task) {
		return start(arguments(task));
	}

	@Override
	public Mono<TaskResult> executeTask(String task, Duration timeout) {
		return execute(arguments(task), timeout);
	}

	private static Map<String, Object> arguments(String task) {
		Assert.hasText(task, "'task' must not be empty");
		return Map.of("task", task);
	}

}
