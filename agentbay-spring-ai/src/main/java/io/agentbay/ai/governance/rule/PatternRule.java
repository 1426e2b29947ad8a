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
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.agentbay.ai.governance.ToolDecision;
import io.agentbay.ai.governance.ToolDecision.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A rule of patterns. What it forbids is matched wherever it may be; what it allows, only
 * where that is certain.
 */
final class PatternRule implements ToolRule {

	private final String by;

	private final Kind kind;

	private final @Nullable String reason;

	private final Kind whenHidden;

	private final List<Pattern> tools;

	private final List<Pattern> conversations;

	private final List<Pattern> users;

	private final List<CommandPattern> commands;

	private final List<PathPattern> paths;

	private final List<Pattern> hosts;

	PatternRule(RuleDefinition definition, String home, Kind whenHidden) {
		this.by = "rule '" + definition.name() + "'";
		this.kind = definition.decision();
		this.reason = definition.reason();
		this.whenHidden = whenHidden;
		this.tools = compiled(definition.tools(), (text) -> Wildcards.compile(text, false));
		this.conversations = compiled(definition.conversations(), (text) -> Wildcards.compile(text, false));
		this.users = compiled(definition.users(), (text) -> Wildcards.compile(text, false));
		this.commands = compiled(definition.commands(), CommandPattern::compile);
		this.paths = compiled(definition.paths(), (text) -> PathPattern.compile(text, home));
		this.hosts = compiled(definition.hosts(), RuleDefinition::hostPattern);
	}

	private static <T> List<T> compiled(List<String> patterns, Function<String, T> compiler) {
		return patterns.stream().map(compiler).toList();
	}

	@Override
	public @Nullable ToolDecision decide(CallPart part) {
		if (!matches(this.tools, part.call().tool()) || !matches(this.conversations, part.call().conversation())
				|| !matches(this.users, part.call().user())) {
			return null;
		}
		if (this.kind == Kind.ALLOWED) {
			return permits(part) ? ToolDecision.allow(this.by) : null;
		}
		return switch (forbidsCommand(part).and(forbidsPath(part)).and(forbidsHost(part))) {
			case NO -> null;
			case YES -> new ToolDecision(this.kind, this.by, this.reason);
			case UNKNOWN -> new ToolDecision(this.whenHidden, this.by, hidden(part));
		};
	}

	private String hidden(CallPart part) {
		String why = Objects.requireNonNullElse(part.hidden(),
				"a path or host in it is computed, ambiguous, or leads through other directories");
		return "It cannot be told whether it does what this rule is about: %s. Write it plainly, with literal programs, paths and hosts"
			.formatted(why);
	}

	private static boolean matches(List<Pattern> patterns, @Nullable String text) {
		return patterns.isEmpty()
				|| patterns.stream().anyMatch((pattern) -> pattern.matcher((text != null) ? text : "").matches());
	}

	private boolean permits(CallPart part) {
		RunProgram program = part.program();
		boolean command = this.commands.isEmpty()
				|| program != null && this.commands.stream().anyMatch((pattern) -> pattern.permits(program));
		boolean path = this.paths.isEmpty() || !part.pathFacts().isEmpty() && !part.hidesPaths()
				&& part.pathFacts()
					.stream()
					.allMatch((fact) -> this.paths.stream().anyMatch((pattern) -> pattern.permits(fact)));
		boolean host = this.hosts.isEmpty() || !part.hostFacts().isEmpty() && !part.hidesHosts()
				&& part.hostFacts()
					.stream()
					.allMatch((fact) -> this.hosts.stream().anyMatch((pattern) -> fact.matches(pattern) == Match.YES));
		return command && path && host;
	}

	private Match forbidsCommand(CallPart part) {
		if (this.commands.isEmpty()) {
			return Match.YES;
		}
		Match match = part.hidesPrograms() ? Match.UNKNOWN : Match.NO;
		RunProgram program = part.program();
		if (program != null) {
			for (CommandPattern pattern : this.commands) {
				match = match.or(pattern.forbids(program));
			}
		}
		return match;
	}

	private Match forbidsPath(CallPart part) {
		if (this.paths.isEmpty()) {
			return Match.YES;
		}
		Match match = part.hidesPaths() ? Match.UNKNOWN : Match.NO;
		for (PathFact path : part.pathFacts()) {
			for (PathPattern pattern : this.paths) {
				match = match.or(pattern.forbids(path, part.reach()));
			}
		}
		return match;
	}

	private Match forbidsHost(CallPart part) {
		if (this.hosts.isEmpty()) {
			return Match.YES;
		}
		Match match = part.hidesHosts() ? Match.UNKNOWN : Match.NO;
		for (HostFact host : part.hostFacts()) {
			for (Pattern pattern : this.hosts) {
				match = match.or(host.matches(pattern));
			}
		}
		return match;
	}

}
