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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every link of a document leads somewhere, to the section that it names, and every page
 * is near.
 */
class DocumentLinksTests {

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]*)(?:#([^)\\s]*))?\\)");

	private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

	private static final int CLICKS = 2;

	@TestFactory
	Stream<DynamicTest> everyLinkLeadsSomewhere() throws IOException {
		return Documents.all().stream().map((page) -> DynamicTest.dynamicTest(page.toString(), () -> {
			assertThat(links(page).filter((link) -> !Files.exists(link.target()))).as("no such file").isEmpty();
			assertThat(links(page).filter((link) -> !link.section().isEmpty() && link.isPage())
				.filter((link) -> !sections(link.target()).contains(link.section()))).as("no such section").isEmpty();
		}));
	}

	@Test
	void everyPageIsTwoClicksAwayAtMost() throws IOException {
		Set<Path> reached = new HashSet<>(Set.of(Documents.REPOSITORY.resolve("README.md").normalize()));
		for (int click = 0; click < CLICKS; click++) {
			Set<Path> next = reached.stream()
				.filter((page) -> page.toString().endsWith(".md"))
				.flatMap(DocumentLinksTests::links)
				.map(Link::target)
				.collect(Collectors.toSet());
			reached.addAll(next);
		}
		List<Path> pages = Documents.pages(Documents.DOCS).stream().map(Path::normalize).toList();
		assertThat(pages).hasSizeGreaterThan(30);
		assertThat(reached).containsAll(pages);
	}

	private static Stream<Link> links(Path page) {
		return LINK.matcher(Documents.withoutExamples(Documents.read(page)))
			.results()
			.map((link) -> new Link(
					link.group(1).isEmpty() ? page.normalize() : page.resolveSibling(link.group(1)).normalize(),
					(link.group(2) != null) ? link.group(2) : ""));
	}

	/**
	 * As the forges name them. An anchor that a page brings itself is no section: not
	 * every reader of Markdown keeps it.
	 */
	private static Set<String> sections(Path page) {
		String text = Documents.withoutExamples(Documents.read(page));
		return HEADING.matcher(text)
			.results()
			.map((heading) -> heading.group(1)
				.toLowerCase(Locale.ROOT)
				.replaceAll("[^\\p{L}\\p{N} _-]", "")
				.strip()
				.replace(' ', '-'))
			.collect(Collectors.toSet());
	}

	private record Link(Path target, String section) {

		private boolean isPage() {
			return this.target.toString().endsWith(".md");
		}

	}

}
