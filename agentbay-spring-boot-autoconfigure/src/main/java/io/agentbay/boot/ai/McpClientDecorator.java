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

package io.agentbay.boot.ai;

import java.util.HashMap;
import java.util.Map;

import io.agentbay.ai.AgentBayToolContext;
import io.agentbay.ai.ToolCallbackDecorator;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.mcp.McpToolUtils;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.ai.tool.metadata.ToolMetadata;
import org.springframework.core.Ordered;

/**
 * Makes a conversation of the calls of each client of an MCP server, so that rules,
 * approvals, budgets and audit tell clients apart. Calls that tell their conversation, as
 * those of a chat client do, are not changed.
 *
 * @since 0.1.0
 */
public class McpClientDecorator implements ToolCallbackDecorator, Ordered {

	/**
	 * Return the conversation of a client.
	 * @param toolContext the values of the tool context
	 * @return its id, {@code null} if the call does not come from a client, or tells its
	 * conversation
	 */
	static @Nullable String conversation(Map<String, Object> toolContext) {
		return (toolContext.get(McpToolUtils.TOOL_CONTEXT_MCP_EXCHANGE_KEY) instanceof McpSyncServerExchange exchange
				&& !toolContext.containsKey(AgentBayToolContext.CONVERSATION_ID)) ? "mcp-" + exchange.sessionId()
						: null;
	}

	@Override
	public ToolCallback decorate(ToolCallback tool) {
		return new ClientCallback(tool);
	}

	/** Outside of all others, which are to know the conversation. */
	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	private record ClientCallback(ToolCallback tool) implements ToolCallback {

		@Override
		public ToolDefinition getToolDefinition() {
			return this.tool.getToolDefinition();
		}

		@Override
		public ToolMetadata getToolMetadata() {
			return this.tool.getToolMetadata();
		}

		@Override
		public String call(String arguments) {
			return this.tool.call(arguments);
		}

		@Override
		public String call(String arguments, @Nullable ToolContext context) {
			String client = (context != null) ? conversation(context.getContext()) : null;
			if (context == null || client == null) {
				return this.tool.call(arguments, context);
			}
			Map<String, Object> values = new HashMap<>(context.getContext());
			values.put(AgentBayToolContext.CONVERSATION_ID, client);
			return this.tool.call(arguments, new ToolContext(values));
		}

	}

}
