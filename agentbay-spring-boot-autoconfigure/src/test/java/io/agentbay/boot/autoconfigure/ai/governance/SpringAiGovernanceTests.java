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

package io.agentbay.boot.autoconfigure.ai.governance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.chat.client.autoconfigure.ChatClientAutoConfiguration;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.model.tool.autoconfigure.ToolCallingAutoConfiguration;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Governance within what Spring AI sets up by itself.
 */
class SpringAiGovernanceTests {

	private final Scripted model = new Scripted();

	private final Counting tool = new Counting();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AgentBayGovernanceAutoConfiguration.class,
				ToolCallingAutoConfiguration.class, ChatClientAutoConfiguration.class))
		.withBean(ChatModel.class, () -> this.model)
		.withPropertyValues("agentbay.ai.governance.default-decision=deny",
				"spring.ai.tools.resolution.fallback.enabled=true");

	@Test
	void aToolOfAPromptIsGoverned() {
		this.runner.run((context) -> {
			String answer = context.getBean(ChatClient.Builder.class)
				.build()
				.prompt("Go on")
				.tools(this.tool)
				.call()
				.content();
			assertThat(answer).isEqualTo("That is all");
			assertThat(this.model.answers).singleElement().asString().contains("not allowed (default)");
			assertThat(this.tool.calls).isZero();
		});
	}

	@Test
	void aToolThatIsFoundByItsNameIsGoverned() {
		this.runner.withBean(ToolCallback.class, () -> this.tool).run((context) -> {
			context.getBean(ChatClient.Builder.class).build().prompt("Go on").call().content();
			assertThat(this.tool.calls).isZero();
		});
	}

	@Test
	void whatIsAllowedIsCalled() {
		this.runner.withPropertyValues("agentbay.ai.governance.default-decision=allow").run((context) -> {
			context.getBean(ChatClient.Builder.class).build().prompt("Go on").tools(this.tool).call().content();
			assertThat(this.model.answers).containsExactly("counted");
		});
	}

	/** Asks for one call, and is satisfied. */
	private static final class Scripted implements ChatModel {

		private final Deque<AssistantMessage.ToolCall> calls = new ArrayDeque<>(
				List.of(new AssistantMessage.ToolCall("1", "function", "count", "{}")));

		private final List<String> answers = new ArrayList<>();

		@Override
		public ChatOptions getOptions() {
			return ToolCallingChatOptions.builder().build();
		}

		@Override
		public ChatResponse call(Prompt prompt) {
			List<Message> messages = prompt.getInstructions();
			if (messages.get(messages.size() - 1) instanceof ToolResponseMessage response) {
				response.getResponses().forEach((answer) -> this.answers.add(answer.responseData()));
			}
			AssistantMessage.ToolCall call = this.calls.poll();
			AssistantMessage message = (call != null)
					? AssistantMessage.builder().content("").toolCalls(List.of(call)).build()
					: new AssistantMessage("That is all");
			return new ChatResponse(List.of(new Generation(message)));
		}

	}

	/** Counts its calls. */
	private static final class Counting implements ToolCallback {

		private int calls;

		@Override
		public ToolDefinition getToolDefinition() {
			return ToolDefinition.builder().name("count").description("Counts").inputSchema("{}").build();
		}

		@Override
		public String call(String arguments) {
			this.calls++;
			return "counted";
		}

	}

}
