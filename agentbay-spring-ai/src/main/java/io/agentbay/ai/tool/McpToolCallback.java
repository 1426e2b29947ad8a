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

package io.agentbay.ai.tool;

import java.util.Map;

import io.agentbay.tool.McpTool;
import io.agentbay.tool.ToolCall;
import io.agentbay.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;

/**
 * A tool of the session itself. Its own server checks the arguments.
 */
final class McpToolCallback implements ToolCallback {

	private static final JsonMapper json = new JsonMapper();

	private static final String NO_ARGUMENTS = "{\"type\":\"object\",\"properties\":{}}";

	private final SessionToolRunner runner;

	private final McpTool tool;

	private final ToolDefinition definition;

	private final ToolLimits limits;

	McpToolCallback(SessionToolRunner runner, McpTool tool, ToolLimits limits) {
		this.runner = runner;
		this.tool = tool;
		this.limits = limits;
		this.definition = ToolDefinition.builder()
			.name(tool.name())
			.description(tool.description().isBlank() ? tool.name() : tool.description())
			.inputSchema((tool.inputSchema() != null) ? tool.inputSchema() : NO_ARGUMENTS)
			.build();
	}

	@Override
	public ToolDefinition getToolDefinition() {
		return this.definition;
	}

	@Override
	public String call(String toolInput) {
		return call(toolInput, null);
	}

	@Override
	public String call(String toolInput, @Nullable ToolContext toolContext) {
		if (toolInput.length() > this.limits.maxArguments()) {
			return "Error: nothing was done, for the arguments have %s characters, and at most %s are taken"
				.formatted(toolInput.length(), this.limits.maxArguments());
		}
		Map<String, Object> arguments;
		try {
			arguments = json.readValue(toolInput.isBlank() ? "{}" : toolInput, new TypeReference<>() {
			});
		}
		catch (JacksonException ex) {
			return "Error: nothing was done, for the arguments are no valid JSON object";
		}
		return this.runner.run(toolContext, (session, key) -> {
			ToolResult result = session.callTool(ToolCall.of(this.tool.name(), arguments));
			return (result.isError() ? "Error: " : "") + shown(result.text());
		});
	}

	private String shown(String text) {
		return ToolText.isBinary(text) ? "binary data of %s characters, not shown".formatted(text.length())
				: ToolText.shortened(ToolText.clean(text), this.limits.maxLength(), "ask for less");
	}

	@Override
	public String toString() {
		return "McpToolCallback[" + this.definition.name() + "]";
	}

}
