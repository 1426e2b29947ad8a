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

package io.agentbay.ai.governance.rule;

import java.util.List;

import io.agentbay.ai.governance.ToolCall;
import io.agentbay.ai.governance.ToolCallChain;
import io.agentbay.ai.governance.ToolCallInterceptor;
import io.agentbay.ai.governance.ToolDecision;
import io.agentbay.ai.governance.ToolDecision.Kind;
import io.agentbay.ai.governance.ToolOutcome;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Decides on calls by rules. A call is denied as soon as one of its parts is.
 *
 * @since 0.1.0
 */
public class RuleInterceptor implements ToolCallInterceptor, Ordered {

	private final List<ToolRule> rules;

	private final ToolDecision otherwise;

	private final ToolCallReader reader;

	/**
	 * Create the interceptor.
	 * @param rules the rules, the first that decides wins
	 * @param otherwise {@link Kind#ALLOWED}, {@link Kind#ASKED} or {@link Kind#DENIED}
	 * for what no rule decides on
	 * @param reader tells what a call does
	 */
	public RuleInterceptor(List<? extends ToolRule> rules, Kind otherwise, ToolCallReader reader) {
		Assert.isTrue(otherwise == Kind.ALLOWED || otherwise == Kind.ASKED || otherwise == Kind.DENIED,
				"'otherwise' must be allow, ask or deny");
		this.rules = List.copyOf(rules);
		this.otherwise = new ToolDecision(otherwise, "default", null);
		this.reader = reader;
	}

	@Override
	public int getOrder() {
		return RULE_ORDER;
	}

	@Override
	public ToolOutcome intercept(ToolCall call, ToolCallChain chain) {
		ToolDecision decision = decide(call);
		if (decision.kind() == Kind.DENIED) {
			return ToolOutcome.notCalled(decision, answer(decision));
		}
		return chain.proceed(call.withDecision(decision));
	}

	@Override
	public @Nullable ToolCall announce(ToolCall call) {
		ToolDecision decision = decide(call);
		return (decision.kind() == Kind.DENIED) ? null : call.withDecision(decision);
	}

	/**
	 * Decide on a call.
	 * @param call the call
	 * @return the strictest decision on its parts
	 */
	public ToolDecision decide(ToolCall call) {
		if (this.rules.isEmpty()) {
			return this.otherwise;
		}
		ToolDecision strictest = null;
		for (CallPart part : this.reader.read(call)) {
			ToolDecision decision = decide(part);
			if (strictest == null || strictness(decision) > strictness(strictest)) {
				strictest = decision;
			}
		}
		return (strictest != null) ? strictest : this.otherwise;
	}

	private ToolDecision decide(CallPart part) {
		for (ToolRule rule : this.rules) {
			ToolDecision decision = rule.decide(part);
			if (decision != null) {
				return decision;
			}
		}
		return this.otherwise;
	}

	private static int strictness(ToolDecision decision) {
		return switch (decision.kind()) {
			case ALLOWED, APPROVED -> 0;
			case ASKED -> 1;
			default -> 2;
		};
	}

	private static String answer(ToolDecision decision) {
		String reason = StringUtils.hasText(decision.reason()) ? decision.reason()
				: "default".equals(decision.by()) ? "No rule allows it" : "The rule forbids it";
		return "This call is not allowed (%s), and nothing was done. %s. Do not try to reach the same in another way; if it is needed, say so to the user."
			.formatted(decision.by(), reason.strip().replaceFirst("[.!]+$", ""));
	}

}
