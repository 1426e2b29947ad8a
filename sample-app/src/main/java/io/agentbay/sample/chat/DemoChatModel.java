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

package io.agentbay.sample.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;

/**
 * Stands in for a model, so that the sample shows something without a key for one. It
 * plays {@link ScriptedTask} when it is asked for it; anything else it runs as a command
 * on its computer, and tells what came of it.
 */
class DemoChatModel implements ChatModel {

	private static final JsonMapper json = JsonMapper.shared();

	@Override
	public ChatResponse call(Prompt prompt) {
		return response(answer(prompt.getInstructions()));
	}

	/** Word by word, as models do, and the calls of tools at the end. */
	@Override
	public Flux<ChatResponse> stream(Prompt prompt) {
		return Flux.defer(() -> {
			AssistantMessage answer = answer(prompt.getInstructions());
			String text = String.valueOf(answer.getText());
			Flux<ChatResponse> words = Flux.fromArray(text.split("(?<= )"))
				.map((word) -> response(new AssistantMessage(word)));
			return answer.hasToolCalls()
					? words.concatWithValues(
							response(AssistantMessage.builder().content("").toolCalls(answer.getToolCalls()).build()))
					: words;
		});
	}

	private static AssistantMessage answer(List<Message> messages) {
		String wanted = "";
		List<String> answers = new ArrayList<>();
		for (Message message : messages) {
			if (message instanceof ToolResponseMessage results) {
				results.getResponses().forEach((result) -> answers.add(result.responseData()));
			}
			// Pictures of tools come as messages of the user, too.
			else if (message instanceof UserMessage user && user.getMedia().isEmpty()) {
				wanted = String.valueOf(user.getText());
				answers.clear();
			}
		}
		if (wanted.strip().equals(ScriptedTask.REQUEST)) {
			return ScriptedTask.next(answers);
		}
		return answers.isEmpty() ? call("", "run_command", Map.of("command", wanted))
				: new AssistantMessage("I ran it. " + answers.get(0));
	}

	static AssistantMessage call(String words, String tool, Map<String, String> arguments) {
		return AssistantMessage.builder()
			.content(words)
			.toolCalls(List.of(new AssistantMessage.ToolCall(UUID.randomUUID().toString(), "function", tool,
					json.writeValueAsString(arguments))))
			.build();
	}

	private static ChatResponse response(AssistantMessage message) {
		return new ChatResponse(List.of(new Generation(message)));
	}

	@Override
	public ChatOptions getOptions() {
		return ToolCallingChatOptions.builder().build();
	}

}
