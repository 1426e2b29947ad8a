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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.agentbay.ai.AgentBayToolContext;
import io.agentbay.ai.tool.SessionMcpTools;
import io.agentbay.ai.tool.SessionToolRunner;
import io.agentbay.ai.tool.ToolOutputs;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.ToolCallingAdvisor;
import org.springframework.ai.chat.client.advisor.api.CallAdvisor;
import org.springframework.ai.chat.client.advisor.api.CallAdvisorChain;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisor;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisorChain;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.MessageType;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.tool.ToolCallback;

/**
 * Tells tools what the prompt knows: its conversation and user, given as parameters of
 * advisors or in the tool context, which goes first. Picks up what tools leave beside
 * their texts: {@link ToolOutputs} in the context of the response, under
 * {@link ToolOutputs#KEY}.
 *
 * <pre class="code">
 * ChatClientResponse response = chatClient.prompt(question)
 *     .advisors((spec) -&gt; spec.param(ChatMemory.CONVERSATION_ID, conversationId))
 *     .call()
 *     .chatClientResponse();
 * </pre>
 *
 * @since 0.1.0
 */
public final class AgentBayAdvisor implements CallAdvisor, StreamAdvisor {

	/**
	 * Before the tools are called, after chat memory has added earlier turns.
	 */
	public static final int ORDER = ToolCallingAdvisor.DEFAULT_ORDER - 50;

	private final @Nullable SessionMcpTools mcpTools;

	/**
	 * Create an advisor.
	 */
	public AgentBayAdvisor() {
		this(null);
	}

	/**
	 * Create an advisor that adds tools to each prompt.
	 * @param mcpTools tools that depend on the session, {@code null} for none
	 */
	public AgentBayAdvisor(@Nullable SessionMcpTools mcpTools) {
		this.mcpTools = mcpTools;
	}

	@Override
	public String getName() {
		return "AgentBay";
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public ChatClientResponse adviseCall(ChatClientRequest request, CallAdvisorChain chain) {
		return chain.nextCall(prepared(request));
	}

	/** To list the tools of a session is to wait, which only some threads may. */
	@Override
	public Flux<ChatClientResponse> adviseStream(ChatClientRequest request, StreamAdvisorChain chain) {
		Mono<ChatClientRequest> prepared = Mono.fromCallable(() -> prepared(request));
		return ((this.mcpTools != null) ? prepared.subscribeOn(Schedulers.boundedElastic()) : prepared)
			.flatMapMany(chain::nextStream);
	}

	private ChatClientRequest prepared(ChatClientRequest request) {
		if (!(request.prompt().getOptions() instanceof ToolCallingChatOptions options)) {
			return request;
		}
		Map<String, Object> toolContext = new HashMap<>();
		copy(request.context(), AgentBayToolContext.CONVERSATION_ID, toolContext);
		copy(request.context(), AgentBayToolContext.USER_ID, toolContext);
		if (options.getToolContext() != null) {
			toolContext.putAll(options.getToolContext());
		}
		ToolOutputs outputs = new ToolOutputs();
		toolContext.put(ToolOutputs.KEY, outputs);
		if (isContinued(request.prompt().getInstructions())) {
			toolContext.put(SessionToolRunner.CONTINUED, true);
		}
		ToolCallingChatOptions.Builder<?> changed = options.mutate().toolContext(toolContext);
		if (this.mcpTools != null) {
			changed = changed.toolCallbacks(withMcpTools(options.getToolCallbacks(), toolContext));
		}
		return request.mutate()
			.prompt(request.prompt().mutate().chatOptions(changed.build()).build())
			.context(ToolOutputs.KEY, outputs)
			.build();
	}

	private static void copy(Map<String, ? extends @Nullable Object> from, String name, Map<String, Object> to) {
		Object value = from.get(name);
		if (value != null) {
			to.put(name, value.toString());
		}
	}

	private static boolean isContinued(List<Message> messages) {
		return messages.stream().anyMatch((message) -> message.getMessageType() == MessageType.ASSISTANT);
	}

	private List<ToolCallback> withMcpTools(@Nullable List<ToolCallback> given, Map<String, Object> toolContext) {
		List<ToolCallback> all = new ArrayList<>((given != null) ? given : List.of());
		Set<String> names = all.stream().map((tool) -> tool.getToolDefinition().name()).collect(Collectors.toSet());
		if (this.mcpTools != null) {
			this.mcpTools.list(toolContext)
				.stream()
				.filter((tool) -> names.add(tool.getToolDefinition().name()))
				.forEach(all::add);
		}
		return all;
	}

}
