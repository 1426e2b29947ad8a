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
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A program that starts another one, which its words name.
 *
 * @param flags its options that stand alone
 * @param values the letters and names of its options that have a value
 * @param operands the words before the other program
 * @param variables whether variables may stand before it
 * @param input whether more words come from its input
 */
record Wrapper(String flags, String values, int operands, boolean variables, boolean input) {

	private static final Map<String, Wrapper> ALL = Map.ofEntries(
			Map.entry("env", new Wrapper("i0v", "u", 0, true, false)),
			Map.entry("command", new Wrapper("p", "", 0, false, false)),
			Map.entry("builtin", new Wrapper("", "", 0, false, false)),
			Map.entry("exec", new Wrapper("cl", "a", 0, false, false)),
			Map.entry("nohup", new Wrapper("", "", 0, false, false)),
			Map.entry("setsid", new Wrapper("cfw", "", 0, false, false)),
			Map.entry("time", new Wrapper("pv", "", 0, false, false)),
			Map.entry("nice", new Wrapper("", "n", 0, false, false)),
			Map.entry("ionice", new Wrapper("t", "cn", 0, false, false)),
			Map.entry("stdbuf", new Wrapper("", "ioe", 0, false, false)),
			Map.entry("timeout", new Wrapper("v", "sk", 1, false, false)),
			Map.entry("sudo", new Wrapper("AbEHnPS", "ugpC", 0, true, false)),
			Map.entry("doas", new Wrapper("nL", "uC", 0, false, false)),
			Map.entry("xargs", new Wrapper("0rtxo", "nPsdLE", 0, false, true)));

	static @Nullable Wrapper of(String program) {
		return ALL.get(program);
	}

	/**
	 * Find the other program.
	 * @param words the words
	 * @return the words of the other program; empty if there is none, or if it cannot be
	 * told where its words begin
	 */
	List<ShellWord> inner(List<ShellWord> words) {
		int at = 1;
		while (at < words.size()) {
			ShellWord word = words.get(at);
			String text = word.text();
			if (!word.isLiteral() || !text.startsWith("-") || text.length() < 2) {
				break;
			}
			if (text.equals("--")) {
				at++;
				break;
			}
			String letters = text.substring(1);
			if (letters.chars().allMatch((c) -> this.flags.indexOf(c) >= 0)) {
				at++;
			}
			else if (this.values.indexOf(letters.charAt(0)) >= 0) {
				at += (letters.length() == 1) ? 2 : 1;
			}
			else {
				return List.of();
			}
		}
		while (this.variables && at < words.size()
				&& words.get(at).text().matches("[A-Za-z_][A-Za-z0-9_]*=[\\s\\S]*")) {
			at++;
		}
		at += this.operands;
		if (at >= words.size()) {
			return List.of();
		}
		Stream<ShellWord> more = this.input ? Stream.of(ShellWord.unknown()) : Stream.empty();
		return Stream.concat(words.subList(at, words.size()).stream(), more).toList();
	}

}
