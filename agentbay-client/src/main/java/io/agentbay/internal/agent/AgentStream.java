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

import java.util.Map;
import java.util.Objects;

import io.agentbay.agent.AgentEvent;
import io.agentbay.agent.AgentTask;
import io.agentbay.agent.CallForUser;
import io.agentbay.agent.TaskResult;
import io.agentbay.agent.TaskStatus;
import io.agentbay.channel.ReactiveChannelCall;
import io.agentbay.channel.StreamFrame;
import io.agentbay.error.CallDetails;
import io.agentbay.internal.json.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/**
 * Reads what an agent streams, and answers what it asks.
 */
final class AgentStream {

	private static final Logger logger = LoggerFactory.getLogger(AgentStream.class);

	private static final String QUESTION = "call_for_user";

	private final ReactiveChannelCall stream;

	private final CallForUser user;

	private final StringBuilder said = new StringBuilder();

	private AgentEvent.@Nullable Failed failure;

	AgentStream(ReactiveChannelCall stream, CallForUser user) {
		this.stream = stream;
		this.user = user;
	}

	/** Kinds of events that are not known are left out. */
	Flux<AgentEvent> read(StreamFrame frame) {
		JsonNode data = frame.data();
		if (frame.end()) {
			return Flux.just(finished(frame.invocationId(), data));
		}
		int round = data.path("round").asInt(0);
		return switch (Objects.requireNonNullElse(frame.eventType(), "")) {
			case "reasoning" -> Flux.just(new AgentEvent.Reasoning(round, text(data, "content")));
			case "content" -> {
				this.said.append(text(data, "content"));
				yield Flux.just(new AgentEvent.Content(round, text(data, "content")));
			}
			case "tool_call" -> called(new AgentEvent.ToolCall(round, text(data, "toolCallId"), text(data, "toolName"),
					data.path("args")));
			case "tool_result" -> Flux.just(new AgentEvent.ToolReply(round, text(data, "toolCallId"),
					text(data, "toolName"), data.path("result")));
			case "error" -> Flux.just(failed(round, data.path("error")));
			default -> Flux.empty();
		};
	}

	private Flux<AgentEvent> called(AgentEvent.ToolCall call) {
		Flux<AgentEvent> told = Flux.just(call);
		return call.tool().equals(QUESTION) ? told.concatWith(answered(call).then(Mono.empty())) : told;
	}

	private Mono<Void> answered(AgentEvent.ToolCall call) {
		return Mono.fromCallable(() -> ask(text(call.arguments(), "prompt")))
			.subscribeOn(Schedulers.boundedElastic())
			.flatMap((answer) -> this.stream
				.write(Map.of("method", "resume_task", "params", Map.of("toolCallId", call.id(), "response", answer))));
	}

	private String ask(String prompt) {
		try {
			return Objects.requireNonNullElse(this.user.answer(prompt), "");
		}
		catch (RuntimeException ex) {
			logger.warn("The question of an agent could not be answered", ex);
			return "";
		}
	}

	private AgentEvent.Failed failed(int round, JsonNode error) {
		AgentEvent.Failed failed = error.isObject()
				? new AgentEvent.Failed(round, text(error, "code"), text(error, "message"))
				: new AgentEvent.Failed(round, "", error.asString(""));
		this.failure = failed;
		return failed;
	}

	/** An error that was told before is not undone by an end that does not tell it. */
	private AgentEvent finished(String id, JsonNode end) {
		String named = text(end, "status");
		TaskStatus told = named.isBlank() ? TaskStatus.FINISHED : new TaskStatus(named);
		TaskStatus status = (told.isDone() && this.failure != null) ? TaskStatus.FAILED : told;
		String product = text(end, "taskResult");
		AgentTask task = AgentTask.builder("", status)
			.product(product.isEmpty() ? this.said.toString() : product)
			.error(status.isDone() ? "" : reason(end, status))
			.build();
		return new AgentEvent.Finished(
				TaskResult.builder(task).details(new CallDetails("execute_task", null, id)).build());
	}

	private String reason(JsonNode end, TaskStatus status) {
		if (this.failure != null && !this.failure.message().isEmpty()) {
			return this.failure.message();
		}
		String error = text(end, "error");
		return error.isEmpty() ? "Task " + status + "." : error;
	}

	private static String text(JsonNode node, String name) {
		return Objects.requireNonNullElse(Json.text(node, name), "");
	}

}
