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

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

import io.agentbay.ai.governance.ToolCall;
import io.agentbay.ai.governance.ToolCallChain;
import io.agentbay.ai.governance.ToolCallInterceptor;
import io.agentbay.ai.governance.ToolDecision;
import io.agentbay.ai.governance.ToolOutcome;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.util.Assert;

/**
 * Holds conversations and users to their budgets. A call counts from the moment that it
 * passes, so that calls at the same time do not spend the same; one that then is not made
 * is given back.
 *
 * @since 0.1.0
 */
public class BudgetInterceptor implements ToolCallInterceptor, Ordered {

	private static final int ATTEMPTS = 1000;

	private final List<Budget> budgets;

	private final BudgetStore store;

	private final Clock clock;

	/**
	 * Create the interceptor.
	 * @param budgets the budgets
	 * @param store remembers what was spent
	 * @param clock tells the time
	 */
	public BudgetInterceptor(List<Budget> budgets, BudgetStore store, Clock clock) {
		Assert.notNull(store, "'store' must not be null");
		this.budgets = List.copyOf(budgets);
		this.store = store;
		this.clock = clock;
	}

	@Override
	public int getOrder() {
		return BUDGET_ORDER;
	}

	@Override
	public ToolOutcome intercept(ToolCall call, ToolCallChain chain) {
		List<Budget> taken = new ArrayList<>();
		for (Budget budget : this.budgets) {
			String exhausted = take(budget, call);
			if (exhausted != null) {
				taken.forEach((earlier) -> giveBack(earlier, call));
				return refused(budget, exhausted);
			}
			taken.add(budget);
		}
		ToolOutcome outcome = chain.proceed(call);
		if (!outcome.called()) {
			taken.forEach((budget) -> giveBack(budget, call));
			return outcome;
		}
		return settled(call, outcome);
	}

	@Override
	public @Nullable ToolCall announce(ToolCall call) {
		for (Budget budget : this.budgets) {
			Usage usage = current(budget, this.store.find(key(budget, call)));
			if (exhausted(budget, usage) != null) {
				return null;
			}
		}
		return call;
	}

	/**
	 * Return what was spent.
	 * @param scope whose budget it is
	 * @param call a call of the conversation or user
	 * @return the usage, {@code null} if there is no such budget or nothing was spent
	 */
	public @Nullable Usage usage(Budget.Scope scope, ToolCall call) {
		return this.budgets.stream()
			.filter((budget) -> budget.scope() == scope)
			.findFirst()
			.map((budget) -> this.store.find(key(budget, call)))
			.orElse(null);
	}

	private @Nullable String take(Budget budget, ToolCall call) {
		@Nullable String[] exhausted = new @Nullable String[1];
		change(budget, call, (usage) -> {
			exhausted[0] = exhausted(budget, usage);
			return (exhausted[0] != null) ? usage : usage.plus(1, 0, 0);
		});
		return exhausted[0];
	}

	private void giveBack(Budget budget, ToolCall call) {
		change(budget, call, (usage) -> usage.plus((usage.calls() > 0) ? -1 : 0, 0, 0));
	}

	private ToolOutcome settled(ToolCall call, ToolOutcome outcome) {
		String answer = outcome.answer();
		long millis = outcome.toolTime().toMillis();
		for (Budget budget : this.budgets) {
			long size = answer.getBytes(StandardCharsets.UTF_8).length;
			long[] granted = { size };
			change(budget, call, (usage) -> {
				granted[0] = (budget.outputBytes() != null)
						? Math.max(0, Math.min(size, budget.outputBytes() - usage.outputBytes())) : size;
				return usage.plus(0, millis, granted[0]);
			});
			if (granted[0] < size) {
				answer = cut(answer, (int) granted[0])
						+ "\n[The rest of the answer is left out: this %s has used up what tools may answer. The call was made.]"
							.formatted(budget.scope().word());
			}
		}
		return outcome.withAnswer(answer);
	}

	/** Not within a character. */
	private static String cut(String text, int bytes) {
		byte[] all = text.getBytes(StandardCharsets.UTF_8);
		int end = bytes;
		while (end > 0 && end < all.length && (all[end] & 0xC0) == 0x80) {
			end--;
		}
		return new String(all, 0, end, StandardCharsets.UTF_8);
	}

	private @Nullable String exhausted(Budget budget, Usage usage) {
		if (budget.calls() != null && usage.calls() >= budget.calls()) {
			return "the %s calls of tools".formatted(budget.calls());
		}
		if (budget.toolTime() != null && usage.toolMillis() >= budget.toolTime().toMillis()) {
			return "the %s seconds of tools".formatted(budget.toolTime().toMillis() / 1000.0);
		}
		if (budget.outputBytes() != null && usage.outputBytes() >= budget.outputBytes()) {
			return "the %s bytes that tools may answer".formatted(budget.outputBytes());
		}
		if (budget.sessionTime() != null && !this.clock.instant().isBefore(usage.since().plus(budget.sessionTime()))) {
			return "the %s seconds since the first call".formatted(budget.sessionTime().toMillis() / 1000.0);
		}
		return null;
	}

	private static ToolOutcome refused(Budget budget, String exhausted) {
		String scope = budget.scope().word();
		String again = (budget.period() != null)
				? " It is full again %s seconds after its first call.".formatted(budget.period().toSeconds()) : "";
		return ToolOutcome.notCalled(
				new ToolDecision(ToolDecision.Kind.EXHAUSTED, "budget of the " + scope, exhausted + " are used up"),
				"This %s has used up its budget, %s, and nothing was done.%s Finish with what you have, and tell the user what is missing."
					.formatted(scope, exhausted, again));
	}

	private Usage current(Budget budget, @Nullable Usage found) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		boolean over = found != null && budget.period() != null && !now.isBefore(found.since().plus(budget.period()));
		return (found == null || over) ? new Usage(now, 0, 0, 0) : found;
	}

	private void change(Budget budget, ToolCall call, UnaryOperator<Usage> change) {
		String key = key(budget, call);
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			Usage found = this.store.find(key);
			Usage usage = current(budget, found);
			Usage changed = change.apply(usage);
			if (changed.equals(found) || changed.equals(usage) && found == null
					|| this.store.replace(key, found, changed)) {
				return;
			}
			LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1000, 50_000L * Math.min(attempt + 1, 100)));
		}
		throw new IllegalStateException("The budget of the " + budget.scope().word() + " changes too often to be kept");
	}

	private static String key(Budget budget, ToolCall call) {
		String id = switch (budget.scope()) {
			case CONVERSATION -> call.conversation();
			case USER -> call.user();
		};
		return budget.scope().word() + ":" + ((id != null) ? BudgetKeys.shortened(id) : "");
	}

}
