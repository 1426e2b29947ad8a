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

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

import io.agentbay.ai.governance.ArgumentRedactor;
import io.agentbay.ai.governance.ToolDecision.Kind;
import io.agentbay.ai.governance.audit.AuditHash;
import io.agentbay.ai.governance.budget.Budget;
import io.agentbay.ai.governance.rule.RuleDefinition;
import io.agentbay.ai.governance.rule.ToolRule;
import io.agentbay.boot.autoconfigure.ai.governance.AgentBayGovernanceProperties.Budgets.Limits;
import io.agentbay.boot.autoconfigure.ai.governance.AgentBayGovernanceProperties.Decision;
import io.agentbay.boot.autoconfigure.ai.governance.AgentBayGovernanceProperties.Rule;

/**
 * Makes rules, budgets and patterns of properties, and says which property is wrong.
 */
final class GovernanceMapper {

	private static final String PREFIX = "agentbay.ai.governance.";

	private GovernanceMapper() {
	}

	static Kind kind(Decision decision) {
		return switch (decision) {
			case ALLOW -> Kind.ALLOWED;
			case ASK -> Kind.ASKED;
			case DENY -> Kind.DENIED;
		};
	}

	static List<ToolRule> rules(AgentBayGovernanceProperties properties) {
		List<ToolRule> rules = new ArrayList<>();
		for (int i = 0; i < properties.rules().size(); i++) {
			rules.add(rule(properties, i, properties.rules().get(i)));
		}
		return rules;
	}

	private static ToolRule rule(AgentBayGovernanceProperties properties, int index, Rule rule) {
		String name = Objects.requireNonNullElse(rule.name(), String.valueOf(index + 1));
		String property = PREFIX + "rules[" + index + "]";
		if (rule.decision() == null) {
			throw new InvalidGovernanceException("The rule '%s' ('%s') has no decision".formatted(name, property),
					"Set '%s.decision' to 'allow', 'ask' or 'deny'.".formatted(property), null);
		}
		boolean empty = Stream
			.of(rule.tools(), rule.commands(), rule.paths(), rule.hosts(), rule.conversations(), rule.users())
			.allMatch(List::isEmpty);
		if (empty) {
			throw new InvalidGovernanceException(
					"The rule '%s' ('%s') matches everything, as it has no tools, commands, paths, hosts, conversations or users"
						.formatted(name, property),
					"Say what the rule is about, or use '%sdefault-decision' for what no other rule decides on."
						.formatted(PREFIX),
					null);
		}
		try {
			return new RuleDefinition(name, kind(rule.decision()), rule.tools(), rule.commands(), rule.paths(),
					rule.hosts(), rule.conversations(), rule.users(), rule.reason())
				.toRule(properties.home(), kind(properties.notUnderstood()));
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidGovernanceException(
					"The rule '%s' ('%s') cannot be read: %s".formatted(name, property, ex.getMessage()),
					"Correct this pattern of the rule.", ex);
		}
	}

	static List<Budget> budgets(AgentBayGovernanceProperties properties) {
		List<Budget> budgets = new ArrayList<>();
		add(budgets, Budget.Scope.CONVERSATION, properties.budgets().conversation(), "conversation");
		add(budgets, Budget.Scope.USER, properties.budgets().user(), "user");
		return budgets;
	}

	private static void add(List<Budget> budgets, Budget.Scope scope, Limits limits, String name) {
		if (limits.isEmpty()) {
			return;
		}
		try {
			budgets.add(new Budget(scope, limits.calls(), limits.toolTime(), limits.sessionTime(),
					(limits.output() != null) ? limits.output().toBytes() : null, limits.period()));
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidGovernanceException(
					"'%sbudgets.%s' cannot be: %s".formatted(PREFIX, name, ex.getMessage()),
					"Set a limit that is greater than zero, or remove it for no limit.", ex);
		}
	}

	static ArgumentRedactor redactor(AgentBayGovernanceProperties properties) {
		return new ArgumentRedactor(patterns(properties.redaction().names(), "names"),
				patterns(properties.redaction().patterns(), "patterns"), properties.redaction().maxLength());
	}

	private static List<Pattern> patterns(List<String> texts, String name) {
		List<Pattern> patterns = new ArrayList<>();
		for (int i = 0; i < texts.size(); i++) {
			try {
				patterns.add(Pattern.compile(texts.get(i)));
			}
			catch (PatternSyntaxException ex) {
				throw new InvalidGovernanceException(
						"'%sredaction.%s[%s]' is no regular expression: %s".formatted(PREFIX, name, i,
								ex.getDescription()),
						"Correct the expression near character %s.".formatted(ex.getIndex() + 1), ex);
			}
		}
		return patterns;
	}

	static AuditHash hash(AgentBayGovernanceProperties properties) {
		String key = properties.audit().key();
		if (key == null) {
			return AuditHash.plain();
		}
		try {
			return AuditHash.keyed(key);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidGovernanceException("'%saudit.key' is too short to be a secret".formatted(PREFIX),
					"Use at least 16 characters, or remove it for hashes without a key.", ex);
		}
	}

}
