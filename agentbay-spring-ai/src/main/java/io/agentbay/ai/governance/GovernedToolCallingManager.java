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

package io.agentbay.ai.governance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.model.tool.ToolCallingManager;
import org.springframework.ai.model.tool.ToolExecutionResult;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.util.CollectionUtils;
import org.springframework.util.StringUtils;

/**
 * Governs all tools that are called through a manager, wherever they come from, and
 * announces the calls of a batch before the first is made: Spring AI makes them one after
 * the other, and without that a person would be asked for the second only when the first
 * is over.
 *
 * @since 0.1.0
 */
public final class GovernedToolCallingManager implements ToolCallingManager {

	private final ToolCallingManager manager;

	private final ToolGovernance governance;

	private final boolean all;

	/**
	 * Create a manager that governs.
	 * @param manager makes the calls
	 * @param governance the chain
	 * @param all whether all tools are governed; else only those that have the chain
	 * already, which are announced
	 */
	public GovernedToolCallingManager(ToolCallingManager manager, ToolGovernance governance, boolean all) {
		this.manager = manager;
		this.governance = governance;
		this.all = all;
	}

	@Override
	public List<ToolDefinition> resolveToolDefinitions(ToolCallingChatOptions options) {
		return this.manager.resolveToolDefinitions(options);
	}

	@Override
	public ToolExecutionResult executeToolCalls(Prompt prompt, ChatResponse response) {
		Prompt governed = governed(prompt);
		if (governed.getOptions() instanceof ToolCallingChatOptions options) {
			announce(options, response);
		}
		return this.manager.executeToolCalls(governed, response);
	}

	private Prompt governed(Prompt prompt) {
		if (!this.all || !(prompt.getOptions() instanceof ToolCallingChatOptions options)) {
			return prompt;
		}
		List<ToolCallback> callbacks = options.getToolCallbacks();
		if (CollectionUtils.isEmpty(callbacks)) {
			return prompt;
		}
		List<ToolCallback> tools = callbacks.stream().map(this.governance::decorate).toList();
		return new Prompt(prompt.getInstructions(), options.mutate().toolCallbacks(tools).build());
	}

	private void announce(ToolCallingChatOptions options, ChatResponse response) {
		List<AssistantMessage.ToolCall> calls = response.getResults()
			.stream()
			.map(Generation::getOutput)
			.filter(AssistantMessage::hasToolCalls)
			.findFirst()
			.map(AssistantMessage::getToolCalls)
			.orElse(List.of());
		if (calls.size() < 2) {
			return;
		}
		ToolContext context = new ToolContext(Objects.requireNonNullElse(options.getToolContext(), Map.of()));
		Map<String, Integer> occurrences = new HashMap<>();
		for (AssistantMessage.ToolCall call : calls) {
			GovernedToolCallback tool = find(options, call.name());
			if (tool != null) {
				String arguments = StringUtils.hasText(call.arguments()) ? call.arguments() : "{}";
				ToolCall announced = ToolCall.of(call.name(), arguments, context);
				int occurrence = occurrences.merge(call.name() + ' ' + announced.arguments().canonical(), 1,
						Integer::sum);
				tool.announce(announced.withOccurrence(occurrence));
			}
		}
	}

	private static @Nullable GovernedToolCallback find(ToolCallingChatOptions options, String name) {
		for (ToolCallback tool : Objects.requireNonNullElse(options.getToolCallbacks(), List.<ToolCallback>of())) {
			if (tool instanceof GovernedToolCallback governed && name.equals(governed.getToolDefinition().name())) {
				return governed;
			}
		}
		return null;
	}

}
