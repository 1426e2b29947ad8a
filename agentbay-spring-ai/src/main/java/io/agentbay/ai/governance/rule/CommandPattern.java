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

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.util.Assert;

/**
 * A pattern for commands: a program, and words that follow it. {@code git push} allows
 * what begins with these words, and forbids what has them in this order.
 */
final class CommandPattern {

	private final boolean path;

	private final Pattern program;

	private final List<Pattern> arguments;

	private CommandPattern(boolean path, Pattern program, List<Pattern> arguments) {
		this.path = path;
		this.program = program;
		this.arguments = arguments;
	}

	static CommandPattern compile(String text) {
		Assert.isTrue(text.equals(">") || text.matches("[^\"'`\\\\$;&|<>()]+"),
				() -> ("'%s' must be a program and words that follow it, "
						+ "separated by blanks, without quotes and operators of the shell")
					.formatted(text));
		List<Pattern> words = Arrays.stream(text.strip().split("\\s+"))
			.map((word) -> Wildcards.compile(word, false))
			.toList();
		return new CommandPattern(text.strip().split("\\s+")[0].contains("/"), words.get(0),
				words.subList(1, words.size()));
	}

	/** Only the program that the name promises, followed by exactly these words. */
	boolean permits(RunProgram run) {
		List<ShellWord> words = run.words();
		String name = this.path ? words.get(0).text() : run.name();
		if ((!run.standard() && !this.path) || name == null || !this.program.matcher(name).matches()
				|| words.size() <= this.arguments.size()) {
			return false;
		}
		for (int i = 0; i < this.arguments.size(); i++) {
			ShellWord word = words.get(i + 1);
			if (!word.isLiteral() || !this.arguments.get(i).matcher(word.text()).matches()) {
				return false;
			}
		}
		return true;
	}

	/** Wherever the program is, and whatever stands between the words. */
	Match forbids(RunProgram run) {
		List<ShellWord> words = run.words();
		String name = this.path ? words.get(0).text() : run.name();
		if (name == null) {
			return Match.UNKNOWN;
		}
		if (!this.program.matcher(name).matches()) {
			return Match.NO;
		}
		int found = 0;
		boolean computed = false;
		for (ShellWord word : words.subList(1, words.size())) {
			computed |= !word.isLiteral();
			if (found < this.arguments.size() && this.arguments.get(found).matcher(word.text()).matches()) {
				found++;
			}
		}
		if (found == this.arguments.size()) {
			return Match.YES;
		}
		return computed ? Match.UNKNOWN : Match.NO;
	}

}
