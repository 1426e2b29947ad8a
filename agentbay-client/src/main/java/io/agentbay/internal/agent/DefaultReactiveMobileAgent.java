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

import io.agentbay.agent.AgentEvent;
import io.agentbay.agent.AgentTask;
import io.agentbay.agent.CallForUser;
import io.agentbay.agent.MobileTask;
import io.agentbay.agent.ReactiveMobileAgent;
import io.agentbay.agent.TaskListener;
import io.agentbay.agent.TaskResult;
import io.agentbay.agent.TaskStatus;
import io.agentbay.channel.ReactiveChannel;
import io.agentbay.channel.ReactiveChannelCall;
import io.agentbay.error.CallDetails;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.internal.http.Abort;
import io.agentbay.internal.text.Durations;
import io.agentbay.internal.tool.SessionTools;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Has tasks done by the tools whose names begin with nothing, and streams them over the
 * WebSocket of the session.
 */
final class DefaultReactiveMobileAgent extends TaskAgent implements ReactiveMobileAgent {

	private static final String TOOL = "execute_task";

	private static final String SERVER = "wuying_mobile_agent";

	private final SessionTools tools;

	private final ReactiveChannel channel;

	DefaultReactiveMobileAgent(SessionTools tools, ReactiveChannel channel) {
		super(new TaskTools(tools, "", TaskStatus.COMPLETED, TaskStatus.CANCELLING));
		this.tools = tools;
		this.channel = channel;
	}

	@Override
	public Mono<AgentTask> startTask(MobileTask task) {
		return start(arguments(task));
	}

	@Override
	public Mono<TaskResult> executeTask(MobileTask task, Duration timeout) {
		return execute(arguments(task), timeout);
	}

	@Override
	public Mono<TaskResult> executeTask(MobileTask task, Duration timeout, TaskListener listener) {
		return execute(arguments(task), timeout, listener);
	}

	@Override
	public Flux<AgentEvent> stream(MobileTask task, Duration timeout, CallForUser user) {
		Map<String, Object> call = Map.of("method", "exec_task", "params", arguments(task));
		Durations.requirePositive(timeout, "timeout");
		Assert.notNull(user, "'user' must not be null");
		return Flux.defer(() -> {
			ReactiveChannelCall streamed = this.channel
				.call(Objects.requireNonNullElse(this.tools.serverOf(TOOL), SERVER), call);
			AgentStream reader = new AgentStream(streamed, user);
			return Abort.on(streamed.stream().concatMap(reader::read, 1), expiry(timeout, streamed.invocationId()));
		});
	}

	private static Mono<Object> expiry(Duration timeout, String invocationId) {
		return Mono.delay(timeout)
			.flatMap((tick) -> Mono.error(new StreamBrokenException(StreamBrokenException.Reason.TIMEOUT,
					"Task execution timed out after %s seconds.".formatted(timeout.toSeconds()),
					new CallDetails(TOOL, null, invocationId), null)));
	}

	private static Map<String, Object> arguments(MobileTask task) {
		Assert.notNull(task, "'task' must not be null");
		return Map.of("task", task.task(), "max_steps", task.maxSteps());
	}

}
