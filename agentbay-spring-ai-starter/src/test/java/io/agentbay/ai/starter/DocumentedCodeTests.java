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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.agentbay.AgentBay;
import io.agentbay.ai.artifact.ArtifactStore;
import io.agentbay.ai.artifact.Artifacts;
import io.agentbay.ai.artifact.InMemoryArtifactStore;
import io.agentbay.ai.chat.AgentBayChatClientCustomizer;
import io.agentbay.ai.governance.ToolDecision;
import io.agentbay.ai.governance.ToolGovernance;
import io.agentbay.ai.governance.rule.RuleInterceptor;
import io.agentbay.ai.governance.rule.ToolCallReader;
import io.agentbay.ai.governance.rule.ToolRule;
import io.agentbay.ai.scope.InMemoryScopedSessions;
import io.agentbay.ai.scope.ScopedSessions;
import io.agentbay.ai.scope.SessionCustomizer;
import io.agentbay.ai.scope.SessionKey;
import io.agentbay.ai.tool.AgentBayToolCallbackProvider;
import io.agentbay.boot.ai.AgentBayToolsCustomizer;
import io.agentbay.context.ContextByName;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The code of the pages about Spring AI: all of it stands in tests, and that which stands
 * nowhere else is run here.
 */
class DocumentedCodeTests {

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final AgentBay agentBay = AgentBay.builder()
		.apiKey(this.runtime.apiKey())
		.endpoint(this.runtime.endpoint().toString())
		.build();

	private final ScriptedChatModel model = new ScriptedChatModel().calls("run_command", """
			{"command": "echo done"}""").repeatsWhatToolsAnswered();

	@AfterEach
	void stop() {
		this.agentBay.close();
		this.runtime.close();
	}

	@Test
	void everyExampleIsInATest() throws IOException {
		String sources = squeezed(sources("src/test/java") + sources("../agentbay-spring-ai/src/test/java"));
		for (String page : List.of("../docs/spring-ai/first-steps.md", "../docs/spring-ai/tools.md",
				"../docs/spring-ai/scopes.md", "../docs/spring-ai/agent-sandbox.md",
				"../agentbay-spring-ai/README.md")) {
			List<String> examples = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
				.matcher(Files.readString(Path.of(page)))
				.results()
				.map((result) -> squeezed(result.group(1).replace("this.", "")))
				.toList();
			assertThat(examples).isNotEmpty()
				.allSatisfy((example) -> assertThat(sources.contains(example)).as(page + ": " + example).isTrue());
		}
	}

	private static String sources(String directory) throws IOException {
		try (Stream<Path> files = Files.walk(Path.of(directory))) {
			StringBuilder all = new StringBuilder();
			for (Path file : files.filter((path) -> path.toString().endsWith(".java")).sorted().toList()) {
				all.append(Files.readString(file).replace("this.", ""));
			}
			return all.toString();
		}
	}

	private static String squeezed(String code) {
		return code.replaceAll("\\s+", "");
	}

	@Test
	void withoutSpringBoot() {
		ScopedSessions sessions = new InMemoryScopedSessions(this.agentBay);
		ToolCallbackProvider tools = AgentBayToolCallbackProvider.builder(sessions).build();
		ChatClient.Builder builder = ChatClient.builder(this.model);
		new AgentBayChatClientCustomizer(tools).customize(builder);
		assertThat(ask(builder.build(), "ann", "do it")).endsWith("done");
	}

	String ask(ChatClient chat, String conversation, String question) {
		return chat.prompt(question)
			.advisors((spec) -> spec.param(ChatMemory.CONVERSATION_ID, conversation))
			.call()
			.content();
	}

	@Test
	void oneSession() {
		ChatClient chatClient = ChatClient.create(this.model);
		String question = "do it";
		try (Session session = this.agentBay.create()) {
			chatClient.prompt(question).tools(AgentBayToolCallbackProvider.of(session)).call().content();
		}
		assertThat(ScriptedChatModel.answers(this.model.prompts().get(1)).get(0)).endsWith("done");
	}

	@Test
	void aSessionForEachConversation() {
		ChatClient chatClient = ChatClient.create(this.model);
		String question = "do it";
		String conversationId = "ann";
		ScopedSessions sessions = new InMemoryScopedSessions(this.agentBay);
		ToolCallbackProvider tools = AgentBayToolCallbackProvider.builder(sessions).build();

		chatClient.prompt(question)
			.tools(tools)
			.toolContext(Map.of(ChatMemory.CONVERSATION_ID, conversationId))
			.call()
			.content();
		assertThat(ScriptedChatModel.answers(this.model.prompts().get(1)).get(0)).endsWith("done");
		ScopedSessions scopedSessions = sessions;
		assertThat(this.runtime.liveSessionIds()).hasSize(1);
		scopedSessions.remove(SessionKey.ofConversation(conversationId));
		assertThat(this.runtime.liveSessionIds()).isEmpty();
	}

	@Test
	void governance() {
		ScopedSessions sessions = new InMemoryScopedSessions(this.agentBay);
		ToolRule lookOnly = (part) -> part.call().tool().startsWith("read") ? null
				: ToolDecision.deny("look-only", "The user said no");
		ToolGovernance governance = new ToolGovernance(List.of(new RuleInterceptor(List.of(lookOnly),
				ToolDecision.Kind.ALLOWED, new ToolCallReader(ToolCallReader.DEFAULT_HOME, Set.of(), Map.of()))));
		ToolCallbackProvider careful = AgentBayToolCallbackProvider.builder(sessions)
			.decorators(List.of(governance))
			.build();
		ChatClient.Builder builder = ChatClient.builder(this.model);
		new AgentBayChatClientCustomizer(careful).customize(builder);
		assertThat(ask(builder.build(), "ann", "do it")).contains("The user said no");
		assertThat(this.runtime.liveSessionIds()).isEmpty();
	}

	@Test
	void filesAreServed() throws IOException {
		ArtifactStore store = new InMemoryArtifactStore();
		String id = new Artifacts(store, null, 100).take("user:ann", "größe.csv", new ByteArrayInputStream(new byte[3]))
			.id();
		FileController controller = new FileController(store);
		assertThat(controller.file(id, () -> "ann").getHeaders().getContentDisposition().getFilename())
			.isEqualTo("größe.csv");
		assertThat(controller.file(id, () -> "bob").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
	}

	@Test
	void beansAreWhatTheyAreCalled() {
		CreateSessionOptions options = CreateSessionOptions
			.of((builder) -> new Beans().homes().customize(SessionKey.ofConversation("1"), builder));
		assertThat(options.contextsByName()).singleElement()
			.satisfies((context) -> assertThat(context.name()).isEqualTo("home-1"));
		AgentBayToolCallbackProvider.Builder builder = AgentBayToolCallbackProvider
			.builder(new InMemoryScopedSessions(this.agentBay));
		new Beans().counter().customize(builder);
		assertThat(builder.build().getToolCallbacks())
			.anySatisfy((tool) -> assertThat(tool.getToolDefinition().name()).isEqualTo("count_files"));
	}

	static class Beans {

		@Bean
		AgentBayToolsCustomizer counter() {
			return (builder) -> builder.tools(Counter.class, Counter::new);
		}

		@Bean
		SessionCustomizer homes() {
			return (key, options) -> options.label("conversation", key.value())
				.contextByName(ContextByName.of("home-" + key.value(), "/tmp/kept"));
		}

	}

	/** A tool of the application. */
	public static final class Counter {

		private final Session session;

		Counter(Session session) {
			this.session = session;
		}

		@Tool(name = "count_files", description = "Count the files")
		public int count() {
			return this.session.fileSystem().list(".").size();
		}

	}

	static class FileController {

		private final ArtifactStore store;

		FileController(ArtifactStore store) {
			this.store = store;
		}

		@GetMapping("/files/{id}")
		ResponseEntity<Resource> file(@PathVariable String id, Principal user) {
			return this.store.find(id)
				.filter((stored) -> stored.artifact().owner().equals("user:" + user.getName()))
				.map((stored) -> ResponseEntity.ok()
					.header(HttpHeaders.CONTENT_DISPOSITION,
							ContentDisposition.attachment()
								.filename(stored.artifact().filename(), StandardCharsets.UTF_8)
								.build()
								.toString())
					.body(stored.content()))
				.orElse(ResponseEntity.notFound().build());
		}

	}

}
