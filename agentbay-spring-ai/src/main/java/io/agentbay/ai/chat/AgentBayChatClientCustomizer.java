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

package io.agentbay.ai.chat;

import io.agentbay.ai.tool.SessionMcpTools;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.ChatClientBuilderCustomizer;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.util.Assert;

/**
 * Gives a chat client the tools and what they need: {@link AgentBayAdvisor} and
 * {@link PictureAdvisor}. With Spring Boot, every builder that is injected has them.
 *
 * @since 0.1.0
 */
public class AgentBayChatClientCustomizer implements ChatClientBuilderCustomizer {

	private final ToolCallbackProvider tools;

	private final @Nullable SessionMcpTools mcpTools;

	private final int maxPictures;

	/**
	 * Create a customizer.
	 * @param tools the tools
	 */
	public AgentBayChatClientCustomizer(ToolCallbackProvider tools) {
		this(tools, null, PictureAdvisor.DEFAULT_MAX_PICTURES);
	}

	/**
	 * Create a customizer.
	 * @param tools the tools
	 * @param mcpTools tools that depend on the session, {@code null} for none
	 * @param maxPictures the most pictures that are shown to the model at the same time
	 */
	public AgentBayChatClientCustomizer(ToolCallbackProvider tools, @Nullable SessionMcpTools mcpTools,
			int maxPictures) {
		Assert.notNull(tools, "'tools' must not be null");
		this.tools = tools;
		this.mcpTools = mcpTools;
		this.maxPictures = maxPictures;
	}

	@Override
	public void customize(ChatClient.Builder builder) {
		builder.defaultTools(this.tools)
			.defaultAdvisors(new AgentBayAdvisor(this.mcpTools), new PictureAdvisor(this.maxPictures));
	}

}
