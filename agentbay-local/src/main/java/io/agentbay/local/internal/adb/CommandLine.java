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

package io.agentbay.local.internal.adb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A command as it is typed, taken apart into words: blanks divide them, quotes and
 * backslashes keep them together. Of the language of a shell it knows no more.
 */
final class CommandLine {

	private static final String SPECIAL = ";&|<>()$`\n";

	private final List<String> words = new ArrayList<>();

	private final StringBuilder word = new StringBuilder();

	private boolean inWord;

	private CommandLine() {
	}

	/**
	 * Take a command apart.
	 * @return the words, at least one
	 * @throws IOException if it is more than a single command
	 */
	static List<String> words(String line) throws IOException {
		CommandLine words = new CommandLine();
		words.read(line);
		if (words.words.isEmpty()) {
			throw new IOException("there is no command");
		}
		return words.words;
	}

	private void read(String line) throws IOException {
		char quote = 0;
		for (int i = 0; i < line.length(); i++) {
			char character = line.charAt(i);
			boolean escape = character == '\\' && quote != '\'' && i + 1 < line.length();
			if (escape) {
				add(line.charAt(++i));
			}
			else if (quote != 0 && character == quote) {
				quote = 0;
			}
			else if (quote == 0 && (character == '"' || character == '\'')) {
				quote = character;
				this.inWord = true;
			}
			else if (quote == 0 && Character.isWhitespace(character) && character != '\n') {
				end();
			}
			else if ((quote == 0 && SPECIAL.indexOf(character) >= 0)
					|| (quote == '"' && "$`".indexOf(character) >= 0)) {
				throw new IOException("the simulated phone runs single commands only, without '" + character + "'");
			}
			else {
				add(character);
			}
		}
		if (quote != 0) {
			throw new IOException("no closing quote");
		}
		end();
	}

	private void add(char character) {
		this.word.append(character);
		this.inWord = true;
	}

	private void end() {
		if (this.inWord) {
			this.words.add(this.word.toString());
			this.word.setLength(0);
			this.inWord = false;
		}
	}

}
