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

package io.agentbay.sample;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

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
 * Stands in for a model, so that the sample shows something without a key for one: it
 * runs what it is told as a command on its computer, and tells what came of it.
 */
class DemoChatModel implements ChatModel {

	private static final JsonMapper json = new JsonMapper();

	@Override
	public ChatResponse call(Prompt prompt) {
		List<Message> messages = prompt.getInstructions();
		AssistantMessage answer = (messages.get(messages.size() - 1) instanceof ToolResponseMessage result)
				? new AssistantMessage("I ran it. " + result.getResponses().get(0).responseData())
				: AssistantMessage.builder().content("").toolCalls(List.of(command(prompt))).build();
		return new ChatResponse(List.of(new Generation(answer)));
	}

	private static AssistantMessage.ToolCall command(Prompt prompt) {
		String arguments = json.writeValueAsString(Map.of("command", prompt.getUserMessage().getText()));
		return new AssistantMessage.ToolCall(UUID.randomUUID().toString(), "function", "run_command", arguments);
	}

	@Override
	public ChatOptions getOptions() {
		return ToolCallingChatOptions.builder().build();
	}

}
