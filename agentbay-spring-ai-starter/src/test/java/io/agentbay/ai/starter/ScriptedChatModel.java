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

package io.agentbay.ai.starter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;

/**
 * A model that says and calls what a script tells it, in this order.
 */
final class ScriptedChatModel implements ChatModel {

	private final Deque<Function<Prompt, AssistantMessage>> script = new ArrayDeque<>();

	private volatile @Nullable Function<Prompt, AssistantMessage> always;

	private final List<Prompt> prompts = new ArrayList<>();

	/** Say something, and end the turn. */
	ScriptedChatModel says(String text) {
		return acts((prompt) -> new AssistantMessage(text));
	}

	/** Say what the last tool answered, and end the turn. */
	ScriptedChatModel repeatsWhatToolsAnswered() {
		return acts((prompt) -> new AssistantMessage(String.join("\n---\n", answers(prompt))));
	}

	/** Call a tool. */
	ScriptedChatModel calls(String tool, String arguments) {
		return acts((prompt) -> callOf(tool, arguments));
	}

	/** Call several tools at once. */
	ScriptedChatModel calls(AssistantMessage.ToolCall... calls) {
		return acts((prompt) -> AssistantMessage.builder().content("").toolCalls(List.of(calls)).build());
	}

	private synchronized ScriptedChatModel acts(Function<Prompt, AssistantMessage> act) {
		this.script.add(act);
		return this;
	}

	/** Decide by the prompt, as often as need be. */
	ScriptedChatModel alwaysActs(Function<Prompt, AssistantMessage> act) {
		this.always = act;
		return this;
	}

	static AssistantMessage callOf(String tool, String arguments) {
		return AssistantMessage.builder()
			.content("")
			.toolCalls(
					List.of(new AssistantMessage.ToolCall(UUID.randomUUID().toString(), "function", tool, arguments)))
			.build();
	}

	/** What the tools that were called last have answered. */
	static List<String> answers(Prompt prompt) {
		List<String> answers = List.of();
		for (var message : prompt.getInstructions()) {
			if (message instanceof ToolResponseMessage responses) {
				answers = responses.getResponses()
					.stream()
					.map(ToolResponseMessage.ToolResponse::responseData)
					.toList();
			}
		}
		return answers;
	}

	synchronized List<Prompt> prompts() {
		return List.copyOf(this.prompts);
	}

	@Override
	public ChatResponse call(Prompt prompt) {
		Function<Prompt, AssistantMessage> act = next(prompt);
		return new ChatResponse(List.of(new Generation(act.apply(prompt))));
	}

	private synchronized Function<Prompt, AssistantMessage> next(Prompt prompt) {
		this.prompts.add(prompt);
		Function<Prompt, AssistantMessage> act = this.always;
		return (act != null) ? act : this.script.remove();
	}

	@Override
	public Flux<ChatResponse> stream(Prompt prompt) {
		return Flux.defer(() -> Flux.just(call(prompt)));
	}

	@Override
	public ChatOptions getOptions() {
		return ToolCallingChatOptions.builder().build();
	}

}
