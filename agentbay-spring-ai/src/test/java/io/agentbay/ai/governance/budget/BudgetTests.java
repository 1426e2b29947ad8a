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

package io.agentbay.ai.governance.budget;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.agentbay.ai.AgentBayToolContext;
import io.agentbay.ai.governance.H2;
import io.agentbay.ai.governance.ToolCall;
import io.agentbay.ai.governance.ToolCallChain;
import io.agentbay.ai.governance.ToolDecision;
import io.agentbay.ai.governance.ToolOutcome;
import io.agentbay.ai.governance.budget.Budget.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.ai.chat.model.ToolContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What conversations and users may spend.
 */
class BudgetTests {

	private final AtomicInteger calls = new AtomicInteger();

	private Instant now = Instant.parse("2026-01-01T00:00:00Z");

	@Test
	void callsAreCountedForEachConversation() {
		BudgetInterceptor budgets = budgets(new InMemoryBudgetStore(), calls(Scope.CONVERSATION, 2, null));
		assertThat(call(budgets, "a", "u").called()).isTrue();
		assertThat(call(budgets, "a", "u").called()).isTrue();
		ToolOutcome refused = call(budgets, "a", "u");
		assertThat(refused.called()).isFalse();
		assertThat(refused.answer()).contains("This conversation has used up its budget, the 2 calls of tools")
			.contains("Finish with what you have");
		assertThat(refused.decision().kind()).isEqualTo(ToolDecision.Kind.EXHAUSTED);
		assertThat(call(budgets, "b", "u").called()).isTrue();
	}

	@Test
	void usersHaveOneForAllConversations() {
		BudgetInterceptor budgets = budgets(new InMemoryBudgetStore(), calls(Scope.USER, 1, Duration.ofHours(1)));
		assertThat(call(budgets, "a", "u").called()).isTrue();
		assertThat(call(budgets, "b", "u").answer()).contains("This user", "3600 seconds");
		this.now = this.now.plus(Duration.ofHours(1));
		assertThat(call(budgets, "b", "u").called()).isTrue();
	}

	@Test
	void aCallThatIsNotMadeIsGivenBack() {
		BudgetInterceptor budgets = budgets(new InMemoryBudgetStore(), calls(Scope.CONVERSATION, 1, null),
				calls(Scope.USER, 1, null));
		budgets.intercept(toolCall("a", "u"),
				(call) -> ToolOutcome.notCalled(ToolDecision.deny("ann", null), "declined"));
		assertThat(call(budgets, "a", "u").called()).isTrue();
		assertThat(call(budgets, "b", "u").called()).isFalse();
		assertThat(call(budgets, "b", "v").called()).isTrue();
	}

	@Test
	void timeIsCounted() {
		BudgetInterceptor budgets = budgets(new InMemoryBudgetStore(),
				new Budget(Scope.CONVERSATION, null, Duration.ofSeconds(2), Duration.ofMinutes(5), null, null));
		assertThat(call(budgets, "a", "u").called()).isTrue();
		assertThat(call(budgets, "a", "u").called()).isTrue();
		assertThat(call(budgets, "a", "u").answer()).contains("the 2.0 seconds of tools");
		assertThat(call(budgets, "b", "u").called()).isTrue();
		this.now = this.now.plus(Duration.ofMinutes(5));
		assertThat(call(budgets, "b", "u").answer()).contains("the 300.0 seconds since the first call");
	}

	@Test
	void answersAreCutWhereTheBudgetEnds() {
		BudgetInterceptor budgets = budgets(new InMemoryBudgetStore(),
				new Budget(Scope.CONVERSATION, null, null, null, 10L, null));
		assertThat(answer(budgets, "12345678").answer()).isEqualTo("12345678");
		assertThat(answer(budgets, "€€").answer()).startsWith("\n[The rest of the answer is left out");
		assertThat(answer(budgets, "x").answer()).contains("the 10 bytes that tools may answer");
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void callsAtTheSameTimeDoNotSpendTheSame(boolean jdbc) throws Exception {
		H2 database = new H2();
		BudgetStore memory = new InMemoryBudgetStore();
		ExecutorService threads = Executors.newFixedThreadPool(8);
		CountDownLatch start = new CountDownLatch(1);
		List<Future<?>> callers = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			BudgetStore store = jdbc ? new JdbcBudgetStore(database.jdbc(), database.transaction(), "app") : memory;
			BudgetInterceptor budgets = budgets(store, calls(Scope.CONVERSATION, 25, null));
			callers.add(threads.submit(() -> {
				start.await();
				for (int j = 0; j < 10; j++) {
					call(budgets, "a", "u");
				}
				return null;
			}));
		}
		start.countDown();
		for (Future<?> caller : callers) {
			caller.get(120, TimeUnit.SECONDS);
		}
		threads.shutdown();
		assertThat(this.calls).hasValue(25);
	}

	@Test
	void oldConversationsAreForgotten() {
		InMemoryBudgetStore store = new InMemoryBudgetStore(2);
		Usage usage = new Usage(this.now, 1, 0, 0);
		store.replace("a", null, usage);
		store.replace("b", null, usage);
		store.find("a");
		store.replace("c", null, usage);
		assertThat(store.find("a")).isEqualTo(usage);
		assertThat(store.find("b")).isNull();
	}

	private BudgetInterceptor budgets(BudgetStore store, Budget... budgets) {
		Clock clock = new Clock() {

			@Override
			public Instant instant() {
				return BudgetTests.this.now;
			}

			@Override
			public ZoneOffset getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				return this;
			}

		};
		return new BudgetInterceptor(List.of(budgets), store, clock);
	}

	private static Budget calls(Scope scope, long calls, @Nullable Duration period) {
		return new Budget(scope, calls, null, null, null, period);
	}

	private ToolOutcome call(BudgetInterceptor budgets, String conversation, String user) {
		return budgets.intercept(toolCall(conversation, user), answering("done"));
	}

	private ToolOutcome answer(BudgetInterceptor budgets, String answer) {
		return budgets.intercept(toolCall("a", "u"), answering(answer));
	}

	private ToolCallChain answering(String answer) {
		return (call) -> {
			this.calls.incrementAndGet();
			return new ToolOutcome(answer, true, ToolDecision.allow("test"), Duration.ofSeconds(1), null, null);
		};
	}

	private static ToolCall toolCall(String conversation, String user) {
		return ToolCall.of("x", "{}", new ToolContext(
				Map.of(AgentBayToolContext.CONVERSATION_ID, conversation, AgentBayToolContext.USER_ID, user)));
	}

}
