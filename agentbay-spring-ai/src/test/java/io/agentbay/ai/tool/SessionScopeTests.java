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

package io.agentbay.ai.tool;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

import io.agentbay.ai.AgentBayToolContext;
import io.agentbay.ai.scope.InMemoryScopedSessions;
import io.agentbay.ai.scope.ScopedSession;
import io.agentbay.ai.scope.ScopedSessions;
import io.agentbay.ai.scope.SessionCustomizer;
import io.agentbay.ai.scope.SessionKey;
import io.agentbay.ai.scope.ToolScope;
import io.agentbay.context.ContextByName;
import io.agentbay.error.SessionGoneException;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * In which session a tool works, and what happens when that has ended.
 */
class SessionScopeTests extends AbstractToolTests {

	private static final String WHO = """
			{"command": "cat who.txt"}""";

	@Test
	void eachConversationHasItsOwnComputer() {
		String write = """
				{"path": "who.txt", "content": "%s"}""";
		call(this.tools, "ann", "write_file", write.formatted("Ann"));
		call(this.tools, "bob", "write_file", write.formatted("Bob"));
		assertThat(call(this.tools, "ann", "run_command", WHO)).endsWith("Ann");
		assertThat(call(this.tools, "bob", "run_command", WHO)).endsWith("Bob");
		assertThat(runtime.liveSessionIds()).hasSize(2);
	}

	@Test
	void conversationsOfAUserMayShareOne() {
		ToolCallback tool = tool(builder().scope(ToolScope.USER).build(), "run_command");
		tool.call("""
				{"command": "echo Ann > who.txt"}""", userContext("1", "ann"));
		assertThat(tool.call(WHO, userContext("2", "ann"))).endsWith("Ann");
		assertThat(tool.call(WHO, userContext("1", "bob"))).startsWith("Exit code: 1");
		assertThatIllegalStateException().isThrownBy(() -> tool.call(WHO, context("ann")))
			.withMessageContaining("AgentBayToolContext.USER_ID");
	}

	private static ToolContext userContext(String conversation, String user) {
		return new ToolContext(
				Map.of(AgentBayToolContext.CONVERSATION_ID, conversation, AgentBayToolContext.USER_ID, user));
	}

	@Test
	void allMayShareOne() {
		ToolCallbackProvider shared = builder().scope(ToolScope.APPLICATION).build();
		call(shared, "ann", "run_command", """
				{"command": "echo all > who.txt"}""");
		assertThat(tool(shared, "run_command").call(WHO)).endsWith("all");
	}

	@Test
	void callOutsideAConversationSaysWhatToDo() {
		ToolCallback tool = tool(this.tools, "run_command");
		assertThatIllegalStateException().isThrownBy(() -> tool.call(WHO))
			.withMessageContaining("ChatMemory.CONVERSATION_ID");
		assertThat(runtime.liveSessionIds()).isEmpty();
	}

	@Test
	void callsAtTheSameTimeGetTheSameComputer() {
		List<CompletableFuture<String>> calls = IntStream.range(0, 8)
			.mapToObj((number) -> CompletableFuture.supplyAsync(() -> call("run_command", """
					{"command": "echo %s >> all.txt"}""".formatted(number))))
			.toList();
		calls.forEach((call) -> assertThat(call.join()).startsWith("Exit code: 0"));
		assertThat(call("run_command", """
				{"command": "wc -l < all.txt"}""")).endsWith("8");
		assertThat(runtime.liveSessionIds()).hasSize(1);
	}

	@Test
	void computerThatIsGoneIsReplacedAtTheSameCallAndTheModelIsToldOnce() {
		call("run_command", """
				{"command": "echo Ann > who.txt"}""");
		agentBay.delete(session().id());
		String answer = call("run_command", WHO);
		assertThat(answer)
			.startsWith("[The computer that was used so far has ended, and a new one has taken its place. "
					+ "Files, programs and variables of the old one are lost.]\nExit code: 1\n");
		assertThat(call("run_command", WHO)).startsWith("Exit code: 1");
	}

	@Test
	void contextsOfAComputerThatIsGoneAreThereAgain() {
		SessionCustomizer homes = (key, options) -> options.label("conversation", key.value())
			.contextByName(ContextByName.of("home-" + key.value(), "/tmp/kept"));
		try (InMemoryScopedSessions kept = new InMemoryScopedSessions(agentBay, CreateSessionOptions.defaults(),
				List.of(homes))) {
			ToolCallbackProvider tools = AgentBayToolCallbackProvider.builder(kept).build();
			call(tools, "ann", "run_command", """
					{"command": "echo kept > /tmp/kept/a.txt; echo lost > b.txt"}""");
			Session session = kept.get(SessionKey.ofConversation("ann")).session();
			assertThat(session.fetchLabels()).containsEntry("conversation", "ann");
			session.context().sync();
			agentBay.delete(session.id());
			assertThat(call(tools, "ann", "run_command", """
					{"command": "cat /tmp/kept/a.txt"}""")).startsWith("[The computer that was used so far has ended")
				.contains("are lost; what was kept in /tmp/kept is still there.]\nExit code: 0")
				.endsWith("kept");
		}
	}

	@Test
	void newComputerOfAnOlderConversationIsALoss() {
		ToolContext context = new ToolContext(
				Map.of(AgentBayToolContext.CONVERSATION_ID, "ann", SessionToolRunner.CONTINUED, true));
		assertThat(tool(this.tools, "run_command").call(WHO, context)).startsWith("[The computer that was used so far");
		assertThat(tool(this.tools, "run_command").call(WHO, context)).startsWith("Exit code: 1");
	}

	@Test
	void singleSessionIsNotReplaced() {
		Session session = agentBay.create();
		ToolCallback tool = tool(AgentBayToolCallbackProvider.of(session), "run_command");
		assertThat(tool.call("""
				{"command": "echo one"}""")).endsWith("one");
		session.close();
		assertThatExceptionOfType(SessionGoneException.class).isThrownBy(() -> tool.call(WHO));
	}

	@Test
	void toolsAreNotRunOnEventLoops() {
		ToolCallback tool = tool(this.tools, "run_command");
		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(() -> Mono.fromCallable(() -> tool.call(WHO, context("ann")))
				.subscribeOn(Schedulers.parallel())
				.toFuture()
				.join())
			.withMessageContaining("event loop")
			.withMessageContaining("stream()");
	}

	@Test
	void failureThatNoModelCanRepairIsThrown() {
		ScopedSessions broken = new ScopedSessions() {

			@Override
			public ScopedSession get(SessionKey key) {
				throw new IllegalStateException("no key");
			}

			@Override
			public void remove(SessionKey key) {
			}

		};
		ToolCallback tool = tool(AgentBayToolCallbackProvider.builder(broken).build(), "run_command");
		assertThatIllegalStateException().isThrownBy(() -> tool.call(WHO, context("ann"))).withMessage("no key");
	}

}
