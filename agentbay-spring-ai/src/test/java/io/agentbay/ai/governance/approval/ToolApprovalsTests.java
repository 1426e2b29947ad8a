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

package io.agentbay.ai.governance.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.agentbay.ai.governance.Governed;
import io.agentbay.ai.governance.H2;
import io.agentbay.ai.governance.ToolDecision.Kind;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.ai.tool.ToolCallback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What people are asked, and how often their decision counts.
 */
class ToolApprovalsTests {

	private final H2 database = new H2();

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void anApprovalIsGoodForOneOfManyCallsAtTheSameTime(boolean jdbc) throws Exception {
		ApprovalStore store = store(jdbc);
		Governed governed = answering(store);
		ToolApprovals approvals = governed.approvals();
		ToolCallback tool = governed.governance(approvals).decorate(governed.tool("pay"));
		tool.call("{}");
		approvals.approve(approvals.pending().get(0).id(), "ann");
		ExecutorService threads = Executors.newFixedThreadPool(8);
		CountDownLatch start = new CountDownLatch(1);
		List<Future<?>> callers = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			callers.add(threads.submit(() -> {
				start.await();
				return tool.call("{}");
			}));
		}
		start.countDown();
		for (Future<?> caller : callers) {
			caller.get(120, TimeUnit.SECONDS);
		}
		threads.shutdown();
		assertThat(governed.calls).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void oneDecisionCounts(boolean jdbc) {
		Governed governed = answering(store(jdbc));
		ToolApprovals approvals = governed.approvals();
		governed.governance(approvals).decorate(governed.tool("pay")).call("{\"sum\": 5, \"password\": \"hush\"}");
		Approval asked = approvals.pending().get(0);
		assertThat(asked.arguments()).isEqualTo("{\"password\":\"****\",\"sum\":5}");
		approvals.decline(asked.id(), "ann", "No");
		assertThatIllegalStateException().isThrownBy(() -> approvals.approve(asked.id(), "eve"))
			.withMessageContaining("DECLINED");
		assertThatIllegalArgumentException().isThrownBy(() -> approvals.approve("nothing", "eve"));
		assertThatIllegalArgumentException().isThrownBy(() -> approvals.approve(asked.id(), " "));
		assertThat(approvals.find(asked.id())).get().extracting(Approval::decidedBy).isEqualTo("ann");
		assertThat(governed.events).hasSize(2);
		assertThat(governed.events.get(0)).isInstanceOf(ApprovalRequestedEvent.class);
		assertThat(governed.events.get(1)).isInstanceOf(ApprovalDecidedEvent.class);
	}

	@Test
	void aQuestionSurvivesARestart() {
		Governed before = answering(store(true));
		before.governance(before.approvals()).decorate(before.tool("pay")).call("{\"sum\": 5}");
		Governed after = answering(store(true));
		ToolApprovals approvals = after.approvals();
		approvals.approve(approvals.pending().get(0).id(), "ann");
		Governed last = answering(store(true));
		ToolCallback tool = last.governance(last.approvals()).decorate(last.tool("pay"));
		assertThat(tool.call("{\"sum\": 6}")).contains("needs the approval");
		assertThat(tool.call("{\"sum\": 5}")).startsWith("done");
		assertThat(tool.call("{\"sum\": 5}")).contains("needs the approval");
		assertThat(last.calls).hasSize(1);
	}

	@Test
	void anotherInstanceMayDecideWhileACallWaits() throws Exception {
		Governed waiting = new Governed().store(store(true))
			.settings(new ApprovalSettings(ApprovalSettings.Mode.WAIT, Duration.ofMinutes(5), Duration.ofMinutes(5),
					Duration.ofMillis(50)))
			.rule(Kind.ASKED, List.of("pay"), List.of(), List.of(), List.of(), null);
		ToolCallback tool = waiting.governance(waiting.approvals()).decorate(waiting.tool("pay"));
		CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> tool.call("{}"));
		ToolApprovals elsewhere = answering(store(true)).approvals();
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !elsewhere.pending().isEmpty());
		elsewhere.approve(elsewhere.pending().get(0).id(), "ann");
		assertThat(answer.get(60, TimeUnit.SECONDS)).startsWith("done");
	}

	@Test
	void anApprovalThatIsNotUsedInTimeIsNoneAnyLonger() {
		Governed governed = new Governed()
			.settings(new ApprovalSettings(ApprovalSettings.Mode.ANSWER, Duration.ofMinutes(5), Duration.ofMillis(1),
					Duration.ofMillis(50)))
			.rule(Kind.ASKED, List.of("pay"), List.of(), List.of(), List.of(), null);
		ToolApprovals approvals = governed.approvals();
		ToolCallback tool = governed.governance(approvals).decorate(governed.tool("pay"));
		tool.call("{}");
		Approval approved = approvals.approve(approvals.pending().get(0).id(), "ann");
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !Instant.now().isBefore(approved.expiresAt()));
		assertThat(tool.call("{}")).contains("needs the approval");
		assertThat(governed.calls).isEmpty();
	}

	private ApprovalStore store(boolean jdbc) {
		return jdbc ? new JdbcApprovalStore(this.database.jdbc(), this.database.transaction(), "app")
				: new InMemoryApprovalStore();
	}

	private static Governed answering(ApprovalStore store) {
		return new Governed().store(store)
			.settings(ApprovalSettings.of(ApprovalSettings.Mode.ANSWER))
			.rule(Kind.ASKED, List.of("pay"), List.of(), List.of(), List.of(), null);
	}

}
