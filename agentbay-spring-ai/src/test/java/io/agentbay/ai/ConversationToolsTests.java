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

package io.agentbay.ai;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.agentbay.AgentBay;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.model.tool.ToolCallingManager;
import org.springframework.ai.model.tool.ToolExecutionResult;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tools for many conversations, called as Spring AI calls them, in real sessions.
 */
class ConversationToolsTests {

	private static final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private static final AgentBay agentBay = AgentBay.builder()
		.apiKey(runtime.apiKey())
		.endpoint(runtime.endpoint().toString())
		.build();

	private final Map<String, Session> sessions = new ConcurrentHashMap<>();

	private final ConversationTools tools = ConversationTools
		.in((conversation) -> this.sessions.computeIfAbsent(conversation, (id) -> agentBay.create()))
		.with(AgentBayTools.class, AgentBayTools::new)
		.with(AgentBayCodeTools.class, AgentBayCodeTools::new)
		.with(AgentBayBrowserTools.class, AgentBayBrowserTools::new);

	@AfterEach
	void deleteSessions() {
		this.sessions.values().forEach(Session::close);
	}

	@AfterAll
	static void close() {
		agentBay.close();
		runtime.close();
	}

	@Test
	void eachConversationHasItsOwnComputer() {
		String write = """
				{"path": "whose.txt", "content": "%s"}""";
		call(this.tools, "ann", "write_file", write.formatted("Ann's"));
		call(this.tools, "bob", "write_file", write.formatted("Bob's"));
		String read = """
				{"path": "whose.txt"}""";
		assertThat(call(this.tools, "ann", "read_file", read)).isEqualTo("Ann's");
		assertThat(call(this.tools, "bob", "read_file", read)).isEqualTo("Bob's");
		assertThat(this.sessions).containsOnlyKeys("ann", "bob");
	}

	@Test
	void springAiCallsThemForAModel() {
		Prompt prompt = new Prompt(new UserMessage("How much is it?"),
				ToolCallingChatOptions.builder()
					.toolCallbacks(this.tools.getToolCallbacks())
					.toolContext(Map.of(ChatMemory.CONVERSATION_ID, "ann"))
					.build());
		AssistantMessage asks = AssistantMessage.builder()
			.content("")
			.toolCalls(List.of(new AssistantMessage.ToolCall("1", "function", "run_command", """
					{"command": "expr 40 + 2"}""")))
			.build();
		ToolExecutionResult result = ToolCallingManager.builder()
			.build()
			.executeToolCalls(prompt, new ChatResponse(List.of(new Generation(asks))));
		ToolResponseMessage answer = (ToolResponseMessage) result.conversationHistory().get(2);
		assertThat(answer.getResponses().get(0).responseData()).contains("Standard output:\n42");
	}

	@Test
	void aCallOutsideAConversationSaysWhatToDo() {
		ToolCallback tool = tool(this.tools, "read_file");
		assertThatIllegalStateException().isThrownBy(() -> tool.call("{}"))
			.withMessageContaining("read_file")
			.withMessageContaining("ChatMemory.CONVERSATION_ID");
		assertThat(this.sessions).isEmpty();
	}

	@Test
	void aClassWithoutToolsIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.tools.with(String.class, Session::id))
			.withMessageContaining("@Tool");
	}

	@Test
	void codeKeepsItsVariables() {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")),
				"Python is not installed (Debian package: python3)");
		assertThat(call(this.tools, "ann", "run_code", """
				{"code": "answer = 41\\nprint('kept')"}""")).isEqualTo("""
				The code ran to its end
				Value: none
				Standard output:
				kept
				Standard error: none""");
		assertThat(call(this.tools, "ann", "run_code", """
				{"code": "answer + 1", "language": "python"}""")).contains("Value:\n42");
		assertThat(call(this.tools, "ann", "run_code", """
				{"code": "1 / 0"}""")).startsWith("Error: ").contains("ZeroDivisionError", "Traceback");
	}

	@Test
	void pagesAreOpenedWorkedOnAndRead() {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/chromium")), "chromium is not installed");
		try (Shop shop = new Shop()) {
			call(this.tools, "ann", "open_page", """
					{"url": "%s"}""".formatted(shop.address()));
			String read = """
					{"question": "the text"}""";
			assertThat(call(this.tools, "ann", "read_page", read)).contains("Bread costs 3 EUR");
			call(this.tools, "ann", "act_on_page", """
					{"action": "click the Buy button"}""");
			assertThat(call(this.tools, "ann", "read_page", read)).contains("Sold out");
		}
	}

	private static String call(ToolCallbackProvider tools, String conversation, String name, String arguments) {
		return tool(tools, name).call(arguments, new ToolContext(Map.of(ChatMemory.CONVERSATION_ID, conversation)));
	}

	private static ToolCallback tool(ToolCallbackProvider tools, String name) {
		for (ToolCallback tool : tools.getToolCallbacks()) {
			if (tool.getToolDefinition().name().equals(name)) {
				return tool;
			}
		}
		throw new AssertionError("There is no tool " + name);
	}

}
