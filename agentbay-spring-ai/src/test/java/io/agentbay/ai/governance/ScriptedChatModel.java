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

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import reactor.core.publisher.Flux;

import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;

/**
 * A model that asks for the calls that it is told to ask for, batch by batch, and keeps
 * the answers.
 */
public final class ScriptedChatModel implements ChatModel {

	private final Deque<List<AssistantMessage.ToolCall>> batches = new ArrayDeque<>();

	/** What the tools have answered, in the order of the messages. */
	public final List<ToolResponseMessage.ToolResponse> answers = new CopyOnWriteArrayList<>();

	/** Ask for these calls at once: a name, and arguments. */
	public ScriptedChatModel batch(String... calls) {
		List<AssistantMessage.ToolCall> batch = new CopyOnWriteArrayList<>();
		Arrays.stream(calls).forEach((call) -> {
			int blank = call.indexOf(' ');
			batch.add(new AssistantMessage.ToolCall("id" + batch.size(), "function", call.substring(0, blank),
					call.substring(blank + 1)));
		});
		this.batches.add(batch);
		return this;
	}

	@Override
	public ChatOptions getOptions() {
		return ToolCallingChatOptions.builder().build();
	}

	@Override
	public ChatResponse call(Prompt prompt) {
		List<Message> messages = prompt.getInstructions();
		if (messages.get(messages.size() - 1) instanceof ToolResponseMessage response) {
			this.answers.addAll(response.getResponses());
		}
		List<AssistantMessage.ToolCall> batch = this.batches.poll();
		AssistantMessage message = (batch != null) ? AssistantMessage.builder().content("").toolCalls(batch).build()
				: new AssistantMessage("That is all");
		return new ChatResponse(List.of(new Generation(message)));
	}

	@Override
	public Flux<ChatResponse> stream(Prompt prompt) {
		return Flux.defer(() -> Flux.just(call(prompt)));
	}

}
