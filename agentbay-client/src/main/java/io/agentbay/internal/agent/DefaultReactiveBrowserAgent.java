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
import java.util.Objects;

import io.agentbay.agent.AgentTask;
import io.agentbay.agent.BrowserTask;
import io.agentbay.agent.ReactiveBrowserAgent;
import io.agentbay.agent.TaskResult;
import io.agentbay.agent.TaskStatus;
import io.agentbay.internal.tool.SessionTools;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Has tasks done by the tools that begin with {@code browser_use_}.
 */
final class DefaultReactiveBrowserAgent extends TaskAgent implements ReactiveBrowserAgent {

	private static final String DEFAULT_SCHEMA = "{\"type\":\"object\",\"properties\":{\"result\":{\"type\":\"string\"}},"
			+ "\"required\":[\"result\"]}";

	DefaultReactiveBrowserAgent(SessionTools tools) {
		super(new TaskTools(tools, "browser_use_", TaskStatus.FINISHED, TaskStatus.FINISHED));
	}

	@Override
	public Mono<AgentTask> startTask(BrowserTask task) {
		return start(arguments(task));
	}

	@Override
	public Mono<TaskResult> executeTask(BrowserTask task, Duration timeout) {
		return execute(arguments(task), timeout);
	}

	private static Map<String, Object> arguments(BrowserTask task) {
		Assert.notNull(task, "'task' must not be null");
		return Map.of("task", task.task(), "use_vision", task.vision(), "full_page_screenshot",
				task.fullPageScreenshot(), "output_schema",
				Objects.requireNonNullElse(task.outputSchema(), DEFAULT_SCHEMA));
	}

}
