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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.agentbay.local.agent.AgentKind;
import io.agentbay.local.internal.agent.Agents;
import io.agentbay.local.internal.agent.RunningTask;
import io.agentbay.local.internal.agent.RunningTask.Progress;
import io.agentbay.local.internal.agent.RunningTask.State;
import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.tool.Arguments;
import io.agentbay.local.internal.tool.Nature;
import io.agentbay.local.internal.tool.Parameter;
import io.agentbay.local.internal.tool.Parameter.Type;
import io.agentbay.local.internal.tool.StreamMethod;
import io.agentbay.local.internal.tool.Tool;
import io.agentbay.local.internal.tool.ToolException;
import io.agentbay.local.internal.tool.ToolResult;
import io.agentbay.local.internal.tool.ToolStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The servers of the agents: beginning, watching and ending tasks.
 */
public final class AgentTools {

	private static final String GONE = "Task not found or already finished: ";

	private static final Nature NATURE = Nature
		.simulated("an `AgentPlanner` takes the place of the language model, see [Agents](#agents)");

	private static final int DEFAULT_STEPS = 50;

	private static final Parameter TASK = Parameter.required("task", Type.TEXT, "What is to be done, in words.");

	private static final Parameter ID = Parameter.required("task_id", Type.TEXT, "The id of the task.");

	private final JsonMapper mapper;

	private final Agents agents;

	private final Agents.ToolCaller tools;

	public AgentTools(JsonMapper mapper, Agents agents, Agents.ToolCaller tools) {
		this.mapper = mapper;
		this.agents = agents;
		this.tools = tools;
	}

	public List<Tool> tools() {
		List<Tool> tools = new ArrayList<>();
		for (AgentKind kind : AgentKind.values()) {
			tools.add(tool(kind, "execute_task", "Begin a task.", arguments(kind),
					(sandbox, arguments) -> begin(kind, sandbox, arguments)));
			tools.add(tool(kind, "get_task_status", "Tell how far a task is.", List.of(ID),
					(sandbox, arguments) -> status(find(kind, sandbox, arguments))));
			tools.add(tool(kind, "terminate_task", "End a task before it is done.", List.of(ID),
					(sandbox, arguments) -> terminate(sandbox, find(kind, sandbox, arguments))));
		}
		return tools;
	}

	public List<StreamMethod> streams() {
		return Stream.of(AgentKind.values())
			.map((kind) -> StreamMethod.answered(kind.server(), "exec_task",
					(sandbox, parameters, stream) -> stream(kind, sandbox, parameters, stream)))
			.toList();
	}

	private void stream(AgentKind kind, Sandbox sandbox, JsonNode parameters, ToolStream stream)
			throws InterruptedException {
		String text = parameters.path("task").asString("");
		requireTask(text);
		AgentStream teller = new AgentStream(stream);
		RunningTask task = this.agents.begin(sandbox, kind, text, parameters, this.tools, teller);
		boolean told = false;
		try {
			told = teller.end(task, AgentTools::streamed);
		}
		finally {
			if (!told) {
				this.agents.terminate(sandbox, task);
			}
		}
	}

	/** Streams have one word for success, whatever the agent works with. */
	private static String streamed(State state) {
		return status(AgentKind.COMPUTER, state);
	}

	private static void requireTask(String text) {
		if (text.isBlank()) {
			throw new ToolException("Argument 'task' must not be blank");
		}
	}

	private static Tool tool(AgentKind kind, String name, String description, List<Parameter> parameters,
			Tool.Work work) {
		return new Tool(kind.prefix() + name, kind.server(), description, parameters, NATURE, work);
	}

	private static List<Parameter> arguments(AgentKind kind) {
		return switch (kind) {
			case COMPUTER -> List.of(TASK);
			case BROWSER -> List.of(TASK,
					Parameter.optional("use_vision", Type.FLAG, "Whether the agent looks at pictures of the page."),
					Parameter.optional("output_schema", Type.TEXT, "The JSON schema of the product."),
					Parameter.optional("full_page_screenshot", Type.FLAG, "Whether they show the whole page."));
			case MOBILE ->
				List.of(TASK, Parameter.optional("max_steps", Type.INTEGER, "How many steps the agent may take.")
					.withDefault(DEFAULT_STEPS));
		};
	}

	private ToolResult begin(AgentKind kind, Sandbox sandbox, Arguments arguments) {
		String text = arguments.text("task");
		requireTask(text);
		RunningTask task = this.agents.begin(sandbox, kind, text, arguments.all(), this.tools, RunningTask.NOBODY);
		return answer(ids(task));
	}

	private RunningTask find(AgentKind kind, Sandbox sandbox, Arguments arguments) {
		String id = arguments.text("task_id");
		return this.agents.find(sandbox, kind, id).orElseThrow(() -> new ToolException(GONE + id));
	}

	private ToolResult status(RunningTask task) {
		Progress progress = task.progress();
		Map<String, Object> answer = ids(task);
		answer.put("status", status(task.kind(), progress.state()));
		answer.put("action", progress.action());
		answer.put("product", progress.product());
		answer.put("error", progress.error());
		if (task.kind() == AgentKind.MOBILE) {
			answer.put("result", progress.product());
			answer.put("stream",
					progress.outputs()
						.stream()
						.map((output) -> Map.of("content", output.content(), "reasoning", output.reasoning(),
								"timestamp_ms", output.timestamp()))
						.toList());
		}
		return answer(answer);
	}

	private ToolResult terminate(Sandbox sandbox, RunningTask task) {
		if (!this.agents.terminate(sandbox, task)) {
			throw new ToolException(GONE + task.id());
		}
		Map<String, Object> answer = ids(task);
		answer.put("status", (task.kind() == AgentKind.MOBILE) ? "cancelling" : "finished");
		return answer(answer);
	}

	/** Phones have words of their own. */
	private static String status(AgentKind kind, State state) {
		return switch (state) {
			case RUNNING -> "running";
			case FINISHED -> (kind == AgentKind.MOBILE) ? "completed" : "finished";
			case FAILED -> "failed";
			case UNSUPPORTED -> "unsupported";
			case CANCELLING -> "cancelling";
			case CANCELLED -> "cancelled";
		};
	}

	private static Map<String, Object> ids(RunningTask task) {
		Map<String, Object> ids = new LinkedHashMap<>();
		ids.put("task_id", task.id());
		ids.put("taskId", task.id());
		return ids;
	}

	private ToolResult answer(Map<String, Object> answer) {
		return ToolResult.of(this.mapper.writeValueAsString(answer));
	}

}
