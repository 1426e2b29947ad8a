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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.agentbay.agent.AgentTask;
import io.agentbay.agent.TaskListener;
import io.agentbay.agent.TaskResult;
import io.agentbay.agent.TaskStatus;
import io.agentbay.error.CallTimeoutException;
import io.agentbay.error.ConnectionFailedException;
import io.agentbay.error.FailureKind;
import io.agentbay.internal.http.Polling;
import io.agentbay.internal.json.Json;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.result.Outcome;
import io.agentbay.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The three tools that every agent has, under its prefix.
 */
public final class TaskTools {

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

	public TaskTools(SessionTools tools, String prefix, TaskStatus done, TaskStatus terminated) {
		this.tools = tools;
		this.prefix = prefix;
		this.done = done;
		this.terminated = terminated;
	}

	/** An answer without an id is the product of a task that is done already. */
	public Mono<TaskResult> begin(Map<String, ?> arguments) {
		return this.tools.call(this.prefix + "execute_task", arguments).map((result) -> {
			if (!result.success()) {
				return new TaskResult(result.outcome(), null);
			}
			JsonNode answer = parse(result.text());
			String error = (answer != null) ? Json.text(answer, "error") : null;
			if (error != null) {
				return failed(error, result.requestId(), null);
			}
			String id = (answer != null) ? Json.text(answer, "taskId", "task_id") : null;
			return new TaskResult(result.outcome(),
					(id != null) ? new AgentTask(id, TaskStatus.RUNNING, "", "", "", List.of())
							: new AgentTask("", this.done, "", result.text(), "", List.of()));
		});
	}

	public Mono<TaskResult> status(String taskId) {
		return this.tools.call(this.prefix + "get_task_status", Map.of("task_id", taskId))
			.map((result) -> task(result, taskId, this.done));
	}

	public Mono<TaskResult> terminate(String taskId) {
		return this.tools.call(this.prefix + "terminate_task", Map.of("task_id", taskId))
			.map((result) -> task(result, taskId, this.terminated));
	}

	public Mono<TaskResult> beginAndAwait(Map<String, ?> arguments, Duration timeout, @Nullable TaskListener listener) {
		Polling.requirePositive(timeout, "timeout");
		return begin(arguments).flatMap((begun) -> {
			AgentTask task = begun.taskOrNull();
			return (task == null || task.status().isOver()) ? Mono.just(begun) : await(task.id(), timeout, listener);
		});
	}

	/** A task that takes too long is terminated, so that it does not work on unseen. */
	public Mono<TaskResult> await(String taskId, Duration timeout, @Nullable TaskListener listener) {
		Polling.requirePositive(timeout, "timeout");
		return Mono.defer(() -> {
			Set<Long> told = new HashSet<>();
			Mono<TaskResult> look = status(taskId).doOnNext((result) -> tell(result, told, listener))
				.onErrorResume((ex) -> ex instanceof CallTimeoutException || ex instanceof ConnectionFailedException,
						(ex) -> Mono.just(new TaskResult(Outcome.success(null), unknown(taskId))));
			return POLLING.until(look, TaskTools::isFinal, timeout)
				.flatMap((last) -> isFinal(last) ? Mono.just(judged(last)) : giveUp(taskId, timeout, last));
		});
	}

	private static boolean isFinal(TaskResult result) {
		return !result.success() || result.task().status().isOver();
	}

	private static TaskResult judged(TaskResult last) {
		AgentTask task = last.taskOrNull();
		if (task == null || task.status().isDone()) {
			return last;
		}
		String reason = !task.error().isEmpty() ? task.error()
				: TaskStatus.UNSUPPORTED.equals(task.status()) ? "Unsupported task." : "Failed to execute task.";
		return failed(reason, last.requestId(), task);
	}

	private Mono<TaskResult> giveUp(String taskId, Duration timeout, TaskResult last) {
		Mono<Boolean> gone = status(taskId)
			.map((look) -> !look.success() && String.valueOf(look.errorMessage()).startsWith(GONE))
			.onErrorReturn(false);
		TaskResult late = new TaskResult(Outcome.failure(FailureKind.TIMEOUT, null,
				"Task execution timed out after %d seconds. Task ID: %s. It was terminated"
					.formatted(timeout.toSeconds(), taskId),
				last.requestId()), last.taskOrNull());
		TaskResult working = new TaskResult(late.outcome()
			.withMessage("Task execution timed out after %d seconds. Task ID: %s. It could not be terminated"
				.formatted(timeout.toSeconds(), taskId)), last.taskOrNull());
		return terminate(taskId).map(TaskResult::success)
			.onErrorReturn(false)
			.flatMap((begun) -> ENDING.until(gone, (over) -> over, ENDING_LIMIT))
			.map((ended) -> ended ? late : working);
	}

	private static void tell(TaskResult result, Set<Long> told, @Nullable TaskListener listener) {
		AgentTask task = result.taskOrNull();
		if (listener == null || task == null) {
			return;
		}
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

	private static TaskResult task(ToolResult result, String taskId, TaskStatus standard) {
		if (!result.success()) {
			return new TaskResult(result.outcome(), null);
		}
		JsonNode answer = parse(result.text());
		if (answer == null) {
			return failed("The answer about task " + taskId + " is not JSON", result.requestId(), null);
		}
		String status = Json.text(answer, "status");
		return new TaskResult(result.outcome(),
				new AgentTask(text(answer, taskId, "taskId", "task_id"),
						(status != null) ? new TaskStatus(status) : standard, text(answer, "", "action"),
						text(answer, "", "result", "product"), text(answer, "", "error"), outputs(answer)));
	}

	private static List<TaskOutput> outputs(JsonNode answer) {
		List<TaskOutput> outputs = new ArrayList<>();
		JsonNode stream = answer.get("stream");
		if (stream != null && stream.isArray()) {
			stream.forEach((item) -> outputs.add(new TaskOutput(text(item, "", "content"), text(item, "", "reasoning"),
					item.path("timestamp_ms").asLong(0))));
		}
		return outputs;
	}

	private static AgentTask unknown(String taskId) {
		return new AgentTask(taskId, TaskStatus.RUNNING, "", "", "", List.of());
	}

	private static TaskResult failed(String reason, @Nullable String requestId, @Nullable AgentTask task) {
		return new TaskResult(Outcome.failure(FailureKind.TOOL, null, reason, requestId), task);
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
