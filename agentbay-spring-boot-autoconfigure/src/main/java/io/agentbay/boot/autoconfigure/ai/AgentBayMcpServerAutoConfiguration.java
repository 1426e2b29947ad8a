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

package io.agentbay.boot.autoconfigure.ai;

import io.agentbay.ai.scope.SessionKeyResolver;
import io.agentbay.ai.scope.ToolScope;
import io.agentbay.boot.ai.McpClientDecorator;
import io.agentbay.boot.ai.McpSessionKeyResolver;
import io.modelcontextprotocol.server.McpSyncServerExchange;

import org.springframework.ai.mcp.McpToolUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for the tools in an MCP server of Spring
 * AI, which publishes all tools that are beans: each client has its own computer, and is
 * a conversation of its own to governance.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = AgentBayAiAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = { "agentbay.enabled", "agentbay.ai.enabled" }, matchIfMissing = true)
@ConditionalOnClass({ SessionKeyResolver.class, McpToolUtils.class, McpSyncServerExchange.class })
public final class AgentBayMcpServerAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	McpClientDecorator agentBayMcpClientDecorator() {
		return new McpClientDecorator();
	}

	@Bean
	@ConditionalOnMissingBean(SessionKeyResolver.class)
	@ConditionalOnProperty(name = "agentbay.ai.scope", havingValue = "conversation", matchIfMissing = true)
	McpSessionKeyResolver agentBaySessionKeyResolver() {
		return new McpSessionKeyResolver(SessionKeyResolver.of(ToolScope.CONVERSATION));
	}

}
