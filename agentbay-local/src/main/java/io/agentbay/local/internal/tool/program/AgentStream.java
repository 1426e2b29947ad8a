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

package io.agentbay.local.internal.tool.program;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

import io.agentbay.local.internal.agent.RunningTask;
import io.agentbay.local.internal.agent.RunningTask.Progress;
import io.agentbay.local.internal.agent.RunningTask.State;
import io.agentbay.local.internal.tool.ToolStream;
import tools.jackson.databind.JsonNode;

/**
 * Tells what an agent does while it does a task, and brings its questions to the user.
 */
final class AgentStream implements RunningTask.Listener {

	private static final String QUESTION = "call_for_user";

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final ToolStream stream;

	private int round = 1;

	AgentStream(ToolStream stream) {
		this.stream = stream;
	}

	@Override
	public void said(String content, String reasoning) throws InterruptedException {
		if (!reasoning.isEmpty()) {
			this.stream.event("reasoning", Map.of("round", this.round, "content", reasoning));
		}
		if (!content.isEmpty()) {
			this.stream.event("content", Map.of("round", this.round, "content", content));
		}
	}

	@Override
	public void calls(String id, String tool, Object arguments) throws InterruptedException {
		this.stream.event("tool_call",
				Map.of("round", this.round, "toolCallId", id, "toolName", tool, "args", arguments));
	}

	@Override
	public void answered(String id, String tool, String text, boolean error) throws InterruptedException {
		this.stream.event("tool_result", Map.of("round", this.round, "toolCallId", id, "toolName", tool, "result",
				Map.of("isError", error, "mime", Map.of("text/plain", text), "output", text)));
		this.round++;
	}

	@Override
	public String asked(String id, String prompt) throws InterruptedException {
		calls(id, QUESTION, Map.of("prompt", prompt));
		String answer = "";
		JsonNode heard = this.stream.awaitContinuation(PATIENCE);
		while (heard != null && !isAnswerTo(id, heard)) {
			heard = this.stream.awaitContinuation(PATIENCE);
		}
		if (heard != null) {
			answer = heard.path("params").path("response").asString("");
		}
		answered(id, QUESTION, answer, heard == null);
		return answer;
	}

	private static boolean isAnswerTo(String id, JsonNode heard) {
		return heard.path("method").asString("").equals("resume_task")
				&& heard.path("params").path("toolCallId").asString("").equals(id);
	}

	/**
	 * Wait for the end of a task, and tell it.
	 * @param task the task
	 * @param statusOf the word for a state
	 * @return false when nobody wants to know any longer
	 */
	boolean end(RunningTask task, Function<State, String> statusOf) throws InterruptedException {
		await(CompletableFuture.anyOf(task.over(), this.stream.cancelled()));
		if (this.stream.cancelled().isDone()) {
			return false;
		}
		Progress progress = task.progress();
		if (!progress.error().isEmpty()) {
			this.stream.event("error",
					Map.of("round", this.round, "error", Map.of("code", "TaskFailed", "message", progress.error())));
		}
		this.stream.end(Map.of("status", statusOf.apply(progress.state()), "taskResult", progress.product()));
		return true;
	}

	private static void await(CompletableFuture<?> end) throws InterruptedException {
		try {
			end.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The end of a task cannot fail", ex);
		}
	}

}
