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
package io.agentbay.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Messages that say what to do are on the page of troubleshooting, and those on the page
 * are in the code.
 */
class TroubleshootingTests {

	private static final List<String> MODULES = List.of("agentbay-client", "agentbay-local", "agentbay-spring-ai",
			"agentbay-spring-boot-autoconfigure", "agentbay-spring-boot-starter-test");

	/** What they say is for models, or explains a tool. */
	private static final Pattern FOR_MODELS = Pattern
		.compile(".*/(ai/(tool|governance)|local/internal|autoconfigure/ai/governance)/.*");

	private static final Pattern ADVICE = Pattern.compile("(?:[;:.?] |^)(?:(?:or )?(?:call|set|use|write|put) "
			+ "|Set '|Use |Add the dependency|Create the table|replace the bean)|is needed|is its address");

	/** Stands in the scripts that are sent to sessions. */
	private static final String SHELL = "\"$";

	private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//[^\n]*$");

	private static final Pattern LITERAL = Pattern
		.compile("\"\"\"(?<block>.*?)\"\"\"|'(?:\\\\.|[^'\\\\])'|\"(?<line>(?:\\\\.|[^\"\\\\])*)\"", Pattern.DOTALL);

	private static final Pattern ROW = Pattern.compile("(?m)^\\| (`.*?) \\|");

	private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

	private final Set<String> messages = new TreeSet<>();

	private final Set<String> advice = new TreeSet<>();

	private final List<String> told = ROW.matcher(Documents.read(Documents.GUIDE.resolve("troubleshooting.md")))
		.results()
		.flatMap((row) -> QUOTED.matcher(row.group(1)).results())
		.map((quoted) -> quoted.group(1))
		.toList();

	TroubleshootingTests() throws IOException {
		for (String module : MODULES) {
			try (Stream<Path> files = Files.walk(Documents.REPOSITORY.resolve(module).resolve("src/main/java"))) {
				files.filter((file) -> file.toString().endsWith(".java")).forEach(this::read);
			}
		}
	}

	private void read(Path file) {
		boolean forModels = FOR_MODELS.matcher(file.toString().replace('\\', '/')).matches();
		literals(Documents.read(file)).forEach((literal) -> {
			this.messages.add(literal);
			if (!forModels && literal.contains(" ") && !literal.contains(SHELL) && ADVICE.matcher(literal).find()) {
				this.advice.add(literal);
			}
		});
	}

	/** What is written in several pieces, or in a block, is one. */
	private static Stream<String> literals(String source) {
		String whole = COMMENT.matcher(source).replaceAll("").replaceAll("\"\\s*\\+\\s*\"", "");
		return LITERAL.matcher(whole).results().map((literal) -> {
			String block = literal.group(1);
			return (block != null) ? block.replaceAll("\\\\\\n\\s*", "").replaceAll("\\s+", " ")
					: String.valueOf(literal.group(2));
		});
	}

	@Test
	void everyMessageOfThePageIsInTheCode() {
		assertThat(this.told).hasSizeGreaterThan(30)
			.allSatisfy((quoted) -> assertThat(this.messages).as(quoted).anyMatch(has(quoted)));
	}

	@Test
	void everyMessageThatSaysWhatToDoIsOnThePage() {
		assertThat(this.advice).hasSizeGreaterThan(20)
			.allSatisfy((message) -> assertThat(this.told).as(message).anyMatch((quoted) -> has(quoted).test(message)));
	}

	/** Values stand where the page has three dots. */
	private static Predicate<String> has(String quoted) {
		String[] pieces = quoted.split("…");
		return (message) -> {
			int at = 0;
			for (String piece : pieces) {
				int found = message.indexOf(piece, at);
				if (found < 0) {
					return false;
				}
				at = found + piece.length();
			}
			return true;
		};
	}

}
