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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.agentbay.agent.AgentTask;
import io.agentbay.agent.TaskListener;
import io.agentbay.agent.TaskOutput;
import io.agentbay.agent.TaskResult;
import io.agentbay.agent.TaskStatus;
import io.agentbay.error.CallTimeoutException;
import io.agentbay.error.ConnectionFailedException;
import io.agentbay.error.ServiceException;
import io.agentbay.internal.http.Polling;
import io.agentbay.internal.json.Json;
import io.agentbay.internal.text.Durations;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.internal.tool.ToolReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * The three tools that every agent has, under its prefix.
 */
final class TaskTools {

	private static final Logger logger = LoggerFactory.getLogger(TaskTools.class);

	private static final Polling POLLING = new Polling(Duration.ofMillis(500), Duration.ofSeconds(3));

	private static final Polling ENDING = new Polling(Duration.ofMillis(200), Duration.ofSeconds(1));

	private static final Duration ENDING_LIMIT = Duration.ofSeconds(30);

	/** How a tool tells that a task has ended. */
	private static final String GONE = "Task not found or already finished";

	private final SessionTools tools;

	private final String prefix;

	private final TaskStatus done;

	private final TaskStatus terminated;

	TaskTools(SessionTools tools, String prefix, TaskStatus done, TaskStatus terminated) {
		this.tools = tools;
		this.prefix = prefix;
		this.done = done;
		this.terminated = terminated;
	}

	/** An answer without an id is the product of a task that is done already. */
	Mono<TaskResult> begin(Map<String, ?> arguments) {
		return this.tools.require(this.prefix + "execute_task", arguments).map((reply) -> {
			JsonNode answer = parse(reply.text());
			String error = (answer != null) ? Json.text(answer, "error") : null;
			if (error != null) {
				throw reply.failedWith(error);
			}
			String id = (answer != null) ? Json.text(answer, "taskId", "task_id") : null;
			return result((id != null) ? running(id) : AgentTask.builder("", this.done).product(reply.text()).build(),
					reply);
		});
	}

	/** The task as it is, which is not its end yet. */
	Mono<TaskResult> look(String taskId) {
		return this.tools.require(this.prefix + "get_task_status", Map.of("task_id", taskId))
			.map((reply) -> read(reply, taskId, this.done));
	}

	Mono<TaskResult> terminate(String taskId) {
		return this.tools.require(this.prefix + "terminate_task", Map.of("task_id", taskId))
			.map((reply) -> read(reply, taskId, this.terminated));
	}

	Mono<TaskResult> beginAndAwait(Map<String, ?> arguments, Duration timeout, TaskListener listener) {
		Durations.requirePositive(timeout, "timeout");
		Assert.notNull(listener, "'listener' must not be null");
		return begin(arguments).flatMap(
				(begun) -> begun.status().isOver() ? Mono.just(begun) : await(begun.task().id(), timeout, listener));
	}

	/** A task that takes too long is terminated, so that it does not work on unseen. */
	Mono<TaskResult> await(String taskId, Duration timeout, TaskListener listener) {
		Durations.requirePositive(timeout, "timeout");
		Assert.notNull(listener, "'listener' must not be null");
		return Mono.defer(() -> {
			Set<Instant> told = new HashSet<>();
			Mono<TaskResult> look = look(taskId).doOnNext((seen) -> tell(seen.task(), told, listener))
				.onErrorResume((ex) -> ex instanceof CallTimeoutException || ex instanceof ConnectionFailedException,
						(ex) -> Mono.just(TaskResult.builder(running(taskId)).build()));
			return POLLING.until(look, (seen) -> seen.status().isOver(), timeout)
				.flatMap((last) -> last.status().isOver() ? Mono.just(judged(last)) : giveUp(taskId, timeout, last));
		});
	}

	private static TaskResult judged(TaskResult last) {
		if (last.status().isDone()) {
			return last;
		}
		String reason = !last.error().isEmpty() ? last.error()
				: TaskStatus.UNSUPPORTED.equals(last.status()) ? "Unsupported task." : "Failed to execute task.";
		return ended(last, last.status(), reason).build();
	}

	private Mono<TaskResult> giveUp(String taskId, Duration timeout, TaskResult last) {
		Mono<Boolean> gone = look(taskId).map((seen) -> false)
			.onErrorResume(ServiceException.class, (ex) -> Mono.just(String.valueOf(ex.getMessage()).startsWith(GONE)))
			.onErrorReturn(false);
		String late = "Task execution timed out after %s seconds. Task ID: %s. ".formatted(timeout.toSeconds(), taskId);
		return terminate(taskId).then()
			.onErrorComplete()
			.then(Mono.defer(() -> ENDING.until(gone, (over) -> over, ENDING_LIMIT)))
			.map((over) -> over ? ended(last, TaskStatus.CANCELLED, late + "It was terminated")
					: ended(last, last.status(), late + "It could not be terminated"))
			.map((ended) -> ended.timedOutAfter(timeout).build());
	}

	private static TaskResult.Builder ended(TaskResult last, TaskStatus status, String error) {
		AgentTask task = last.task();
		return TaskResult
			.builder(AgentTask.builder(task.id(), status)
				.action(task.action())
				.product(task.product())
				.error(error)
				.outputs(task.outputs())
				.build())
			.details(last.details());
	}

	private static void tell(AgentTask task, Set<Instant> told, TaskListener listener) {
		for (TaskOutput output : task.outputs()) {
			if (told.add(output.timestamp())) {
				try {
					listener.output(output);
				}
				catch (RuntimeException ex) {
					logger.warn("The listener to a task failed", ex);
				}
			}
		}
	}

	private static TaskResult read(ToolReply reply, String taskId, TaskStatus standard) {
		JsonNode answer = parse(reply.text());
		if (answer == null) {
			throw reply.unusable("about task " + taskId + " is not JSON");
		}
		String status = Json.text(answer, "status");
		AgentTask task = AgentTask
			.builder(text(answer, taskId, "taskId", "task_id"), (status != null) ? new TaskStatus(status) : standard)
			.action(text(answer, "", "action"))
			.product(text(answer, "", "result", "product"))
			.error(text(answer, "", "error"))
			.outputs(outputs(answer))
			.build();
		return result(task, reply);
	}

	private static List<TaskOutput> outputs(JsonNode answer) {
		List<TaskOutput> outputs = new ArrayList<>();
		JsonNode stream = answer.get("stream");
		if (stream != null && stream.isArray()) {
			stream.forEach((item) -> outputs.add(new TaskOutput(text(item, "", "content"), text(item, "", "reasoning"),
					Instant.ofEpochMilli(item.path("timestamp_ms").asLong(0)))));
		}
		return outputs;
	}

	private static AgentTask running(String taskId) {
		return AgentTask.builder(taskId, TaskStatus.RUNNING).build();
	}

	private static TaskResult result(AgentTask task, ToolReply reply) {
		return TaskResult.builder(task).details(reply.outcome().details()).build();
	}

	private static String text(JsonNode node, String standard, String... names) {
		return Objects.requireNonNullElse(Json.text(node, names), standard);
	}

	private static @Nullable JsonNode parse(String text) {
		try {
			JsonNode answer = Json.MAPPER.readTree(text);
			return answer.isObject() ? answer : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

}
