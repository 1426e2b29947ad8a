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

import java.util.List;

import io.agentbay.ai.ToolCallbackDecorator;
import io.agentbay.ai.chat.AgentBayChatClientCustomizer;
import io.agentbay.ai.scope.ScopedSessions;
import io.agentbay.ai.scope.SessionKeyResolver;
import io.agentbay.ai.tool.AgentBayToolCallbackProvider;
import io.agentbay.ai.tool.SessionMcpTools;

import org.springframework.ai.chat.client.ChatClientBuilderCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} that gives every chat client builder the
 * tools.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = AgentBayAiAutoConfiguration.class)
@ConditionalOnClass({ AgentBayChatClientCustomizer.class, ChatClientBuilderCustomizer.class })
@ConditionalOnBean({ AgentBayToolCallbackProvider.class, ScopedSessions.class })
@ConditionalOnBooleanProperty(name = "agentbay.ai.chat-client.enabled", matchIfMissing = true)
public final class AgentBayChatClientAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	AgentBayChatClientCustomizer agentBayChatClientCustomizer(AgentBayToolCallbackProvider tools,
			ScopedSessions sessions, SessionKeyResolver keys, AgentBayAiProperties properties,
			ObjectProvider<ToolCallbackDecorator> decorators) {
		List<String> include = properties.mcpTools().include();
		SessionMcpTools mcpTools = include.isEmpty() ? null
				: new SessionMcpTools(sessions, keys, properties.limits().toLimits(), include,
						properties.mcpTools().exclude(), decorators.orderedStream().toList());
		return new AgentBayChatClientCustomizer(tools, mcpTools, properties.limits().maxPictures());
	}

}
