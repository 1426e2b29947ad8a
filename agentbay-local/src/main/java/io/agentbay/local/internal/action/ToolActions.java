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

package io.agentbay.local.internal.action;

import java.util.Map;

import io.agentbay.local.internal.catalogue.ToolCatalogue;
import io.agentbay.local.internal.tool.ToolResult;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tool calls that come as actions.
 */
public final class ToolActions implements ActionGroup {

	private final JsonMapper mapper;

	private final ToolCatalogue tools;

	private final ToolCalls calls;

	public ToolActions(JsonMapper mapper, ToolCatalogue tools, ToolCalls calls) {
		this.mapper = mapper;
		this.tools = tools;
		this.calls = calls;
	}

	@Override
	public Map<String, Action> actions() {
		return Map.of("CallMcpTool", this::call, "ListMcpTools", this::list);
	}

	private ActionReply call(ActionRequest request) throws InterruptedException {
		String sessionId = request.required("SessionId");
		String tool = request.required("Name");
		JsonNode arguments = arguments(request.text("Args", "{}"));
		ToolResult result = this.calls.call(sessionId, tool, arguments);
		return ActionReply.of(ToolCalls.describe(result, request.endpoint()));
	}

	private ActionReply list(ActionRequest request) {
		return ActionReply.of(this.tools.description(request.text("ImageId", SessionActions.DEFAULT_IMAGE)));
	}

	private JsonNode arguments(String text) {
		try {
			JsonNode arguments = this.mapper.readTree(text);
			if (arguments.isObject()) {
				return arguments;
			}
		}
		catch (JacksonException ex) {
			throw ActionException.invalid("Args", "is not JSON: " + ex.getOriginalMessage());
		}
		throw ActionException.invalid("Args", "must be a JSON object");
	}

}
