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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The documents themselves: their examples are those that are run, their links lead
 * somewhere, and each is in the index.
 */
class GuideDocumentTests {

	private static final Path DOCS = Path.of("..", "docs");

	private static final Path GUIDE = DOCS.resolve("guide");

	private static final Path INDEX = DOCS.resolve("README.md");

	private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

	/** What a test asks in between. */
	private static final String ASSERTION = "(?s)\\n\\s*assertThat\\(.*?;(?=\\n)";

	/** One task a page. */
	private static final int LONGEST_PAGE = 75;

	@TestFactory
	Stream<DynamicTest> everyExampleIsRun() throws IOException {
		String source = squeezed(
				Files.readString(Path.of("src/test/java/io/agentbay/guide/GuideTests.java")).replaceAll(ASSERTION, ""))
			.replace("this.", "");
		return pages(GUIDE).stream().map((page) -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> {
			List<String> examples = EXAMPLE.matcher(Files.readString(page))
				.results()
				.map((example) -> squeezed(example.group(1)))
				.toList();
			assertThat(examples).allSatisfy((example) -> assertThat(source).contains(example));
		}));
	}

	@TestFactory
	Stream<DynamicTest> everyLinkLeadsSomewhere() throws IOException {
		List<Path> all = new ArrayList<>(pages(GUIDE));
		all.addAll(pages(DOCS));
		all.add(Path.of("..", "README.md"));
		return all.stream().map((page) -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> {
			Matcher links = LINK.matcher(Files.readString(page).replaceAll("(?s)```.*?```", ""));
			List<String> broken = links.results()
				.map((link) -> link.group(1))
				.filter((target) -> !Files.exists(page.resolveSibling(target).normalize()))
				.toList();
			assertThat(broken).isEmpty();
		}));
	}

	@Test
	void everyPageIsInTheIndexOnce() throws IOException {
		List<String> linked = LINK.matcher(Files.readString(INDEX))
			.results()
			.map((MatchResult link) -> link.group(1))
			.filter((target) -> target.startsWith("guide/"))
			.toList();
		List<String> there = pages(GUIDE).stream().map((page) -> "guide/" + page.getFileName()).toList();
		assertThat(linked).containsExactlyInAnyOrderElementsOf(there);
	}

	@Test
	void noPageIsLong() throws IOException {
		for (Path page : pages(GUIDE)) {
			assertThat(Files.readAllLines(page)).as("%s", page).hasSizeLessThanOrEqualTo(LONGEST_PAGE);
		}
	}

	private static List<Path> pages(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.filter((file) -> file.toString().endsWith(".md")).sorted().toList();
		}
	}

	private static String squeezed(String code) {
		return code.replaceAll("\\s+", "");
	}

}
