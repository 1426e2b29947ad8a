package io.agentbay.local.action;

import java.util.Map;

import io.agentbay.local.tool.ToolCatalogue;
import io.agentbay.local.tool.ToolResult;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tool calls that come as actions.
 */
final class ToolActions {

	private final JsonMapper mapper;

	private final ToolCatalogue tools;

	private final ToolCalls calls;

	ToolActions(JsonMapper mapper, ToolCatalogue tools, ToolCalls calls) {
		this.mapper = mapper;
		this.tools = tools;
		this.calls = calls;
	}

	Map<String, Action> actions() {
		return Map.of("CallMcpTool", this::call, "ListMcpTools", this::list);
	}

	private ActionReply call(ActionRequest request) throws InterruptedException {
		String sessionId = request.required("SessionId");
		String tool = request.required("Name");
		JsonNode arguments = arguments(request.text("Args", "{}"));
		ToolResult result = this.calls.call(sessionId, tool, arguments);
		return ActionReply.of(ToolCalls.describe(result));
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
