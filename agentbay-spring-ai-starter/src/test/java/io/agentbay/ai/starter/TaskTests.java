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

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.agentbay.ai.artifact.Artifact;
import io.agentbay.ai.artifact.ArtifactStore;
import io.agentbay.ai.tool.ToolOutputs;
import io.agentbay.local.LocalAgentBay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.MessageChatMemoryAdvisor;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A model that does whole tasks in an application without any bean but the model.
 */
class TaskTests {

	private static final String PNG = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAEElEQVR4nGP4z8DAAMQQCgAf7gP9i18U1AAAAABJRU5ErkJggg==";

	@Test
	void wholeTaskIsDoneOverSeveralTurns() throws Exception {
		ScriptedChatModel model = new ScriptedChatModel().calls("write_file", """
				{"path": "~/sum.sh", "content": "echo $((1 + 2)\\n"}""").calls("run_command", """
				{"command": "bash sum.sh"}""").calls("edit_file", """
				{"path": "sum.sh", "oldText": "2)", "newText": "2))"}""").calls("run_command", """
				{"command": "bash sum.sh"}""").repeatsWhatToolsAnswered();
		try (ConfigurableApplicationContext context = SmallApplication.run(model,
				"agentbay.ai.artifacts.link=https://shop.example.com/files/{id}")) {
			ChatClient chat = context.getBean(ChatClient.Builder.class).build();
			assertThat(ask(chat, "ann", "Write a program that adds 1 and 2")).isEqualTo("""
					Exit code: 0
					Standard output:
					3""");
			assertThat(ScriptedChatModel.answers(model.prompts().get(2)).get(0)).startsWith("Exit code: 2");

			model.calls("run_command", """
					{"command": "echo %s | base64 -d > plot.png"}""".formatted(PNG)).calls("read_file", """
					{"path": "plot.png"}""").calls("hand_over_file", """
					{"path": "plot.png"}""").says("Done");
			ChatClientResponse response = chat.prompt("Plot it, and give it to me")
				.advisors((spec) -> spec.param(ChatMemory.CONVERSATION_ID, "ann"))
				.call()
				.chatClientResponse();
			Prompt seen = model.prompts().get(7);
			assertThat(seen.getInstructions().get(seen.getInstructions().size() - 1)).isInstanceOfSatisfying(
					UserMessage.class,
					(message) -> assertThat(message.getMedia()).singleElement().satisfies((media) -> {
						assertThat(media.getMimeType()).hasToString("image/png");
						assertThat(media.getDataAsByteArray()).hasSize(73);
					}));
			Artifact plot = ToolOutputs.find(response.context()).artifacts().get(0);
			assertThat(plot.filename()).isEqualTo("plot.png");
			assertThat(plot.link()).hasToString("https://shop.example.com/files/" + plot.id());
			assertThat(context.getBean(ArtifactStore.class).find(plot.id()).orElseThrow().content().contentLength())
				.isEqualTo(73);
			assertThat(context.getBean(LocalAgentBay.class).liveSessionIds()).hasSize(1);
		}
	}

	@Test
	void twoConversationsAtOnceDoNotMeet() {
		ScriptedChatModel model = new ScriptedChatModel().alwaysActs((prompt) -> {
			String question = prompt.getUserMessage().getText();
			long calls = prompt.getInstructions().stream().filter(ToolResponseMessage.class::isInstance).count();
			return (calls == 3) ? new AssistantMessage(ScriptedChatModel.answers(prompt).get(0))
					: ScriptedChatModel.callOf("run_command", """
							{"command": "echo %s >> mine.txt; cat mine.txt"}""".formatted(question));
		});
		try (ConfigurableApplicationContext context = SmallApplication.run(model)) {
			ChatClient chat = context.getBean(ChatClient.Builder.class).build();
			CompletableFuture<String> ann = CompletableFuture.supplyAsync(() -> ask(chat, "ann", "one"));
			CompletableFuture<String> bob = CompletableFuture.supplyAsync(() -> ask(chat, "bob", "two"));
			assertThat(ann.join()).endsWith("output:\none\none\none");
			assertThat(bob.join()).endsWith("output:\ntwo\ntwo\ntwo");
			assertThat(context.getBean(LocalAgentBay.class).liveSessionIds()).hasSize(2);
		}
	}

	@Test
	void callsOfABatchAreAnsweredInOrder() {
		ScriptedChatModel model = new ScriptedChatModel()
			.calls(new AssistantMessage.ToolCall("1", "function", "run_command", """
					{"command": "echo one"}"""), new AssistantMessage.ToolCall("2", "function", "run_command", "{"),
					new AssistantMessage.ToolCall("3", "function", "run_command", """
							{"command": "echo three"}"""))
			.repeatsWhatToolsAnswered();
		try (ConfigurableApplicationContext context = SmallApplication.run(model)) {
			assertThat(ask(context.getBean(ChatClient.Builder.class).build(), "ann", "do three things").split("---"))
				.satisfiesExactly((first) -> assertThat(first).contains("one"),
						(second) -> assertThat(second).contains("no valid JSON"),
						(third) -> assertThat(third).contains("three"));
		}
	}

	@Test
	void hostileArgumentsDoNotEndTheConversation() {
		List<String> hostile = List.of("", "{}", "null", "[]", "{\"command\": null}", "{\"command\": {\"$ne\": 1}}",
				"{\"command\": \"\\u0000\"}", "{\"command\": \"" + "x".repeat(2_000_000) + "\"}",
				"{\"command\": \"echo \\ud800\"}", "{\"command\": \"exit 300\", \"directory\": \"/../../nowhere\"}",
				"{\"command\": \"kill -9 $$\"}", "{\"command\": \"cat /dev/urandom | head -c 100000\"}");
		ScriptedChatModel model = new ScriptedChatModel();
		hostile.forEach((arguments) -> model.calls("run_command", arguments));
		model.calls("run_command", """
				{"command": "echo still here"}""").repeatsWhatToolsAnswered();
		try (ConfigurableApplicationContext context = SmallApplication.run(model)) {
			assertThat(ask(context.getBean(ChatClient.Builder.class).build(), "ann", "go on")).endsWith("still here");
			assertThat(model.prompts()).allSatisfy((prompt) -> assertThat(ScriptedChatModel.answers(prompt))
				.allSatisfy((answer) -> assertThat(answer).isNotBlank().doesNotContain("\0").hasSizeLessThan(50_000)));
		}
	}

	@Test
	void streamedConversationWorksInTheSameComputer() {
		ScriptedChatModel model = new ScriptedChatModel().calls("run_command", """
				{"command": "echo streamed > a.txt"}""").says("Written").calls("run_command", """
				{"command": "cat a.txt"}""").repeatsWhatToolsAnswered();
		try (ConfigurableApplicationContext context = SmallApplication.run(model)) {
			ChatClient chat = context.getBean(ChatClient.Builder.class).build();
			assertThat(ask(chat, "ann", "write")).isEqualTo("Written");
			String answer = String.join("",
					chat.prompt("read")
						.advisors((spec) -> spec.param(ChatMemory.CONVERSATION_ID, "ann"))
						.stream()
						.content()
						.collectList()
						.block());
			assertThat(answer).endsWith("streamed");
			assertThat(context.getBean(LocalAgentBay.class).liveSessionIds()).hasSize(1);
		}
	}

	@Test
	void conversationGoesOnAfterARestart(@TempDir Path directory) {
		String[] properties = { "agentbay.keyed-sessions.store=jdbc", "agentbay.keyed-sessions.namespace=shop",
				"agentbay.keyed-sessions.jdbc.initialize-schema=always",
				"spring.datasource.url=jdbc:h2:file:" + directory.resolve("shop"), "agentbay.api-key=akm-1" };
		try (LocalAgentBay runtime = LocalAgentBay.builder().apiKey("akm-1").start()) {
			List<String> all = new ArrayList<>(List.of(properties));
			all.add("agentbay.endpoint=" + runtime.endpoint());
			String[] arguments = all.toArray(String[]::new);
			ChatMemory memory = MessageWindowChatMemory.builder().build();
			ScriptedChatModel model = new ScriptedChatModel().calls("run_command", """
					{"command": "echo before > a.txt"}""").says("Written");
			try (ConfigurableApplicationContext context = SmallApplication.run(model, arguments)) {
				ask(remembering(context, memory), "ann", "write");
			}
			model.calls("run_command", """
					{"command": "cat a.txt"}""").repeatsWhatToolsAnswered();
			try (ConfigurableApplicationContext context = SmallApplication.run(model, arguments)) {
				assertThat(ask(remembering(context, memory), "ann", "read")).isEqualTo("""
						Exit code: 0
						Standard output:
						before""");
			}
			runtime.reset();
			model.calls("run_command", """
					{"command": "cat a.txt"}""").repeatsWhatToolsAnswered();
			try (ConfigurableApplicationContext context = SmallApplication.run(model, arguments)) {
				assertThat(ask(remembering(context, memory), "ann", "read again"))
					.startsWith("[The computer that was used so far has ended")
					.contains("Exit code: 1");
			}
		}
	}

	private static ChatClient remembering(ConfigurableApplicationContext context, ChatMemory memory) {
		return context.getBean(ChatClient.Builder.class)
			.defaultAdvisors(MessageChatMemoryAdvisor.builder(memory).build())
			.build();
	}

	@Test
	void filesAreHandedOverToADirectory(@TempDir Path directory) throws Exception {
		ScriptedChatModel model = new ScriptedChatModel().calls("run_command", """
				{"command": "echo content > r.txt"}""").calls("hand_over_file", """
				{"path": "r.txt"}""").says("Done");
		try (ConfigurableApplicationContext context = SmallApplication.run(model,
				"agentbay.ai.artifacts.location=" + directory.resolve("files").toUri())) {
			ChatClientResponse response = context.getBean(ChatClient.Builder.class)
				.build()
				.prompt("write")
				.toolContext(Map.of(ChatMemory.CONVERSATION_ID, "ann"))
				.call()
				.chatClientResponse();
			Artifact artifact = ToolOutputs.find(response.context()).artifacts().get(0);
			assertThat(directory.resolve("files").resolve(artifact.id())).hasContent("content\n");
			assertThat(context.getBean(ArtifactStore.class).find(artifact.id()).orElseThrow()).satisfies((stored) -> {
				assertThat(stored.artifact()).isEqualTo(artifact);
				assertThat(stored.content().getContentAsString(StandardCharsets.UTF_8)).isEqualTo("content\n");
			});
		}
	}

	private static String ask(ChatClient chat, String conversation, String question) {
		return chat.prompt(question)
			.advisors((spec) -> spec.param(ChatMemory.CONVERSATION_ID, conversation))
			.call()
			.content();
	}

}
