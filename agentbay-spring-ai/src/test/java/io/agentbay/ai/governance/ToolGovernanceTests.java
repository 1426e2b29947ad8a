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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.agentbay.ai.AgentBayToolContext;
import io.agentbay.ai.UsedSession;
import io.agentbay.ai.governance.ToolDecision.Kind;
import io.agentbay.ai.governance.approval.Approval;
import io.agentbay.ai.governance.approval.ApprovalSettings;
import io.agentbay.ai.governance.approval.ToolApprovals;
import io.agentbay.ai.governance.audit.AuditHash;
import io.agentbay.ai.governance.audit.AuditRecord;
import io.agentbay.ai.governance.audit.AuditRecord.Outcome;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.ToolCallingAdvisor;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.model.tool.ToolCallingManager;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The chain around tools, as Spring AI calls them for a model.
 */
class ToolGovernanceTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Governed governed = new Governed();

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void eachCallOfABatchIsAnsweredInOrder(boolean streaming) throws Exception {
		this.governed.otherwise(Kind.DENIED)
			.rule(Kind.ASKED, List.of("run_command"), List.of("touch", "mkdir"), List.of(), List.of(),
					"It changes files")
			.rule(Kind.ALLOWED, List.of("run_command"), List.of("ls"), List.of(), List.of(), null);
		ToolApprovals approvals = this.governed.approvals();
		ScriptedChatModel model = new ScriptedChatModel().batch("run_command {\"command\": \"touch a\"}",
				"run_command {\"command\": \"mkdir b\"}", "run_command {\"command\": \"rm c\"}",
				"run_command {\"command\": \"ls\"}");
		ChatClient client = client(model, this.governed.governance(approvals));
		CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> ask(client, streaming));
		// Both are asked about at once, though Spring AI makes the calls one by one.
		Awaitility.await().atMost(PATIENCE).until(() -> approvals.pending().size() == 2);
		List<Approval> pending = approvals.pending();
		assertThat(pending).extracting(Approval::arguments)
			.containsExactlyInAnyOrder("{\"command\":\"touch a\"}", "{\"command\":\"mkdir b\"}");
		approvals.decline(id(pending, "mkdir"), "ann", "There are too many directories.");
		approvals.approve(id(pending, "touch"), "ann");
		assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo("That is all");
		assertThat(model.answers).extracting(ToolResponseMessage.ToolResponse::id)
			.containsExactly("id0", "id1", "id2", "id3");
		assertThat(model.answers).extracting(ToolResponseMessage.ToolResponse::responseData)
			.satisfiesExactly((touch) -> assertThat(touch).startsWith("done"), (mkdir) -> assertThat(mkdir).isEqualTo(
					"A person has declined this call: There are too many directories. Nothing was done. Do not try to reach the same in another way."),
					(rm) -> assertThat(rm).startsWith("This call is not allowed (default), and nothing was done."),
					(ls) -> assertThat(ls).startsWith("done"));
		assertThat(this.governed.calls).containsExactly("{\"command\": \"touch a\"}", "{\"command\": \"ls\"}");
		assertThat(records()).extracting(AuditRecord::decision)
			.containsExactly("APPROVED", "APPROVED", "DECLINED", "DENIED", "ALLOWED", "ALLOWED");
		assertThat(records()).extracting(AuditRecord::outcome)
			.containsExactly(Outcome.STARTED, Outcome.ANSWERED, Outcome.NOT_CALLED, Outcome.NOT_CALLED, Outcome.STARTED,
					Outcome.ANSWERED);
		assertThat(records()).allSatisfy((record) -> assertThat(record.conversation()).isEqualTo("c1"));
		assertThat(records().get(0).decidedBy()).isEqualTo("ann");
	}

	@Test
	void aToolThatHasTheChainTwiceIsGovernedOnce() {
		ToolGovernance governance = this.governed.governance(this.governed.approvals());
		ToolCallback once = governance.decorate(this.governed.tool("look"));
		once.call("{}");
		int records = this.governed.audit.size();
		ToolCallback between = new ToolCallback() {

			@Override
			public ToolDefinition getToolDefinition() {
				return once.getToolDefinition();
			}

			@Override
			public String call(String arguments) {
				return once.call(arguments);
			}

		};
		governance.decorate(between).call("{}");
		assertThat(this.governed.calls).hasSize(2);
		assertThat(this.governed.audit).hasSize(2 * records);
	}

	@Test
	void callsThatAreTheSameAreAskedAboutOneByOne() throws Exception {
		this.governed.rule(Kind.ASKED, List.of(), List.of(), List.of(), List.of(), null);
		ToolApprovals approvals = this.governed.approvals();
		ScriptedChatModel model = new ScriptedChatModel().batch("pay {\"to\": \"a\"}", "pay {\"to\":\"a\"}");
		ChatClient client = client(model, this.governed.governance(approvals));
		CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> ask(client, false));
		Awaitility.await().atMost(PATIENCE).until(() -> approvals.pending().size() == 2);
		approvals.approve(approvals.pending().get(0).id(), "ann");
		approvals.decline(approvals.pending().get(0).id(), "ann", null);
		answer.get(60, TimeUnit.SECONDS);
		assertThat(this.governed.calls).hasSize(1);
	}

	@Test
	void aModelIsToldAtOnceWhereNoThreadMayWait() {
		this.governed.settings(ApprovalSettings.of(ApprovalSettings.Mode.ANSWER))
			.rule(Kind.ASKED, List.of("pay"), List.of(), List.of(), List.of(), "It costs money");
		ToolApprovals approvals = this.governed.approvals();
		ToolCallback pay = this.governed.governance(approvals).decorate(this.governed.tool("pay"));
		assertThat(pay.call("{\"to\": \"ann\", \"sum\": 5}")).startsWith("This call needs the approval of a person")
			.contains("exactly the same arguments");
		Approval approval = approvals.pending().get(0);
		assertThat(approval.reason()).isEqualTo("It costs money");
		approvals.approve(approval.id(), "ann");
		assertThat(pay.call("{\"to\": \"eve\", \"sum\": 5}")).contains("needs the approval");
		assertThat(pay.call("{\"sum\":5,\"to\":\"ann\"}", context("other", "u"))).contains("needs the approval");
		assertThat(this.governed.calls).isEmpty();
		assertThat(pay.call("{\"sum\":5,\"to\":\"ann\"}")).startsWith("done");
		assertThat(pay.call("{\"sum\":5,\"to\":\"ann\"}")).contains("needs the approval");
		assertThat(this.governed.calls).hasSize(1);
	}

	@Test
	void whatNobodyDecidesInTimeIsNotDone() {
		this.governed
			.settings(new ApprovalSettings(ApprovalSettings.Mode.WAIT, Duration.ofMillis(200), Duration.ofMinutes(1),
					Duration.ofMillis(50)))
			.rule(Kind.ASKED, List.of(), List.of(), List.of(), List.of(), null);
		ToolApprovals approvals = this.governed.approvals();
		ToolCallback tool = this.governed.governance(approvals).decorate(this.governed.tool("pay"));
		assertThat(tool.call("{}")).contains("nobody has decided in time");
		assertThat(this.governed.calls).isEmpty();
		assertThat(approvals.pending()).isEmpty();
		assertThat(this.governed.events).hasSize(2);
		assertThat(records()).extracting(AuditRecord::decision).containsExactly("EXPIRED");
	}

	@Test
	void withoutAnybodyToAskNothingIsDone() {
		ToolGovernance governance = new ToolGovernance(
				List.of((call, chain) -> chain.proceed(call.withDecision(ToolDecision.ask("me", null)))));
		assertThat(governance.decorate(this.governed.tool("pay")).call("{}")).contains("nobody can be asked");
		assertThat(this.governed.calls).isEmpty();
	}

	@Test
	void allToolsOfAManagerAreGoverned() {
		this.governed.otherwise(Kind.DENIED);
		ToolGovernance governance = this.governed.governance(this.governed.approvals());
		ScriptedChatModel model = new ScriptedChatModel().batch("foreign {}");
		ToolCallingManager manager = new GovernedToolCallingManager(ToolCallingManager.builder().build(), governance,
				true);
		ask(client(model, manager, this.governed.tool("foreign")), false);
		assertThat(this.governed.calls).isEmpty();
		assertThat(model.answers.get(0).responseData()).contains("not allowed");
	}

	@Test
	void toolsAreGovernedOnce() {
		ToolGovernance governance = this.governed.governance(this.governed.approvals());
		ToolCallback tool = governance.decorate(this.governed.tool("x"));
		assertThat(governance.decorate(tool)).isSameAs(tool);
		assertThat(tool.getToolDefinition().name()).isEqualTo("x");
	}

	@Test
	void whatAToolThrowsIsRecordedAndThrown() {
		ToolGovernance governance = this.governed.governance(this.governed.approvals());
		ToolCallback tool = governance.decorate(this.governed.tool("x", (name, arguments) -> {
			UsedSession.report("s-1");
			throw new IllegalStateException("gone");
		}));
		assertThatIllegalStateException().isThrownBy(() -> tool.call("{}", context("c1", "ann"))).withMessage("gone");
		AuditRecord last = records().get(1);
		assertThat(last.outcome()).isEqualTo(Outcome.FAILED);
		assertThat(last.failure()).isEqualTo("IllegalStateException");
		assertThat(last.session()).isEqualTo("s-1");
		assertThat(last.user()).isEqualTo("ann");
	}

	@Test
	void aCallThatCannotBeRecordedIsNotMade() {
		this.governed.trail((record) -> {
			throw new IllegalStateException("disk full");
		}, true);
		ToolCallback tool = this.governed.governance(this.governed.approvals()).decorate(this.governed.tool("x"));
		assertThat(tool.call("{}")).contains("could not be recorded, so it was not made");
		assertThat(this.governed.calls).isEmpty();
	}

	@Test
	void anAnswerThatCannotBeRecordedIsWithheld() {
		this.governed.trail((record) -> {
			if (record.outcome() != Outcome.STARTED) {
				throw new IllegalStateException("disk full");
			}
			return AuditHash.plain().seal("c", 1, "", record);
		}, true);
		ToolCallback tool = this.governed.governance(this.governed.approvals()).decorate(this.governed.tool("x"));
		assertThat(tool.call("{}")).contains("its answer is withheld").doesNotContain("done");
		assertThat(this.governed.calls).hasSize(1);
	}

	@Test
	void whereRecordsAreNotRequiredCallsGoOn() {
		this.governed.trail((record) -> {
			throw new IllegalStateException("disk full");
		}, false);
		ToolCallback tool = this.governed.governance(this.governed.approvals()).decorate(this.governed.tool("x"));
		assertThat(tool.call("{}")).startsWith("done");
	}

	@Test
	void anInterruptedWaitKeepsTheFlag() throws Exception {
		this.governed.rule(Kind.ASKED, List.of(), List.of(), List.of(), List.of(), null);
		ToolApprovals approvals = this.governed.approvals();
		ToolCallback tool = this.governed.governance(approvals).decorate(this.governed.tool("x"));
		CompletableFuture<Boolean> flag = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			try {
				tool.call("{}");
			}
			catch (IllegalStateException ex) {
				flag.complete(Thread.currentThread().isInterrupted());
			}
		});
		thread.start();
		Awaitility.await().atMost(PATIENCE).until(() -> !approvals.pending().isEmpty());
		thread.interrupt();
		assertThat(flag.get(60, TimeUnit.SECONDS)).isTrue();
	}

	private List<AuditRecord> records() {
		return this.governed.audit.stream().map((entry) -> entry.record()).toList();
	}

	private static String id(List<Approval> approvals, String part) {
		return approvals.stream()
			.filter((approval) -> approval.arguments().contains(part))
			.findFirst()
			.orElseThrow()
			.id();
	}

	private static ToolContext context(String conversation, String user) {
		return new ToolContext(
				Map.of(AgentBayToolContext.CONVERSATION_ID, conversation, AgentBayToolContext.USER_ID, user));
	}

	private static String ask(ChatClient client, boolean streaming) {
		ChatClient.ChatClientRequestSpec prompt = client.prompt("Go on")
			.toolContext(Map.of(AgentBayToolContext.CONVERSATION_ID, "c1"));
		return streaming ? String.join("", prompt.stream().content().collectList().block(PATIENCE))
				: prompt.call().content();
	}

	private ChatClient client(ScriptedChatModel model, ToolGovernance governance) {
		ToolCallingManager manager = new GovernedToolCallingManager(ToolCallingManager.builder().build(), governance,
				false);
		return client(model, manager, governance.decorate(this.governed.tool("run_command")),
				governance.decorate(this.governed.tool("pay")));
	}

	private static ChatClient client(ScriptedChatModel model, ToolCallingManager manager, ToolCallback... tools) {
		return ChatClient.builder(model)
			.defaultAdvisors(ToolCallingAdvisor.builder().toolCallingManager(manager).build())
			.defaultTools((Object[]) tools)
			.build();
	}

}
