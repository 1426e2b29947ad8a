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

package io.agentbay.local.internal.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An instruction in plain English, taken apart into steps. Steps are separated by
 * {@code then}, {@code and} before another verb, semicolons, commas before a verb, and
 * line ends. What stands in quotes, and the values of variables, is taken literally:
 * nothing in it is ever read as an instruction. A variable is written {@code %name%} or
 * <code>{{name}}</code>.
 */
final class Instruction {

	private static final Pattern QUOTED = Pattern
		.compile("\"([^\"]*)\"|(?<![\\p{L}\\p{N}])'([^']*)'(?![\\p{L}\\p{N}])|\u201c([^\u201d]*)\u201d");

	private static final Pattern VARIABLE = Pattern.compile("%(\\w+)%|\\{\\{\\s*(\\w+)\\s*\\}\\}");

	private static final Pattern LITERAL = Pattern.compile("\u0001(\\d+)\u0001");

	private static final String VERBS = "click|tap|press|hit|push|type|enter|input|write|fill|set|select|choose|pick|"
			+ "check|tick|uncheck|untick|go|navigate|open|visit|scroll|wait|submit|search|clear";

	private static final Pattern SEPARATOR = Pattern.compile("\\s*(?:;|\\n|,?\\s*\\bthen\\b|\\.(?=\\s|$)"
			+ "|,?\\s+and\\s+(?=(?:" + VERBS + ")\\b)|,\\s*(?=(?:" + VERBS + ")\\b))\\s*", Pattern.CASE_INSENSITIVE);

	private final List<String> literals = new ArrayList<>();

	private final List<String> steps = new ArrayList<>();

	Instruction(String text, Map<String, String> variables) {
		String withoutVariables = replaceVariables(text, variables);
		String plain = QUOTED.matcher(withoutVariables)
			.replaceAll((match) -> literal(restore(first(match.group(1), match.group(2), match.group(3)))));
		for (String step : SEPARATOR.split(plain)) {
			if (!step.isBlank()) {
				this.steps.add(step.strip());
			}
		}
	}

	/**
	 * The steps, with marks in place of what is literal.
	 */
	List<String> steps() {
		return this.steps;
	}

	/**
	 * A part of a step as it was meant, marks replaced.
	 */
	String restore(String part) {
		return LITERAL.matcher(part)
			.replaceAll((match) -> Matcher.quoteReplacement(this.literals.get(Integer.parseInt(match.group(1)))))
			.strip();
	}

	/**
	 * The text with its variables filled in.
	 */
	static String filled(String text, Map<String, String> variables) {
		return VARIABLE.matcher(text)
			.replaceAll((match) -> Matcher
				.quoteReplacement(variables.getOrDefault(first(match.group(1), match.group(2)), match.group())));
	}

	private String replaceVariables(String text, Map<String, String> variables) {
		String unmarked = text.replace('\u0001', ' ');
		return VARIABLE.matcher(unmarked).replaceAll((match) -> {
			String value = variables.get(first(match.group(1), match.group(2)));
			return (value != null) ? literal(value) : Matcher.quoteReplacement(match.group());
		});
	}

	private String literal(String text) {
		this.literals.add(text);
		return "\u0001" + (this.literals.size() - 1) + "\u0001";
	}

	private static String first(@Nullable String... candidates) {
		for (String candidate : candidates) {
			if (candidate != null) {
				return candidate;
			}
		}
		return "";
	}

}
