package io.agentbay.session;

import java.util.List;

import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import io.agentbay.tool.McpTool;

/**
 * The tools of an image.
 *
 * @param outcome how the operation ended
 * @param tools the tools, empty on failure
 */
public record McpToolListResult(Outcome outcome, List<McpTool> tools) implements Result<McpToolListResult> {

	public McpToolListResult {
		tools = List.copyOf(tools);
	}

}
