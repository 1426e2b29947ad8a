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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.agentbay.testing.GeneratedDocument;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writes the index of the guide from what each page says it is for, in its second line.
 */
class GuideIndexTests {

	private static final Pattern ENTRY = Pattern
		.compile("# ([^\n]+)\n<!-- index: (Guide|Spring|Spring AI|Reference) (\\d+): ([^\n]+) -->\n");

	private static final Path INDEX = Documents.DOCS.resolve("README.md");

	@Test
	void theIndexIsUpToDate() throws IOException {
		List<Entry> entries = entries();
		StringBuilder index = new StringBuilder("""
				# The guide

				Each page is one task. Every example is run by a test. This index is written by `GuideIndexTests`.
				""");
		for (String part : List.of("Guide", "Spring", "Spring AI", "Reference")) {
			index.append(part.equals("Guide") ? "" : "\n## " + part + "\n").append("""

					| I want to | page |
					| --- | --- |
					""");
			entries.stream()
				.filter((entry) -> entry.part().equals(part))
				.sorted(Comparator.comparingInt(Entry::place))
				.forEach((entry) -> index
					.append("| %s | [%s](%s) |%n".formatted(entry.task(), entry.title(), entry.address())));
		}
		GeneratedDocument.check("README.md", index.toString());
	}

	private static List<Entry> entries() throws IOException {
		List<Entry> entries = new ArrayList<>();
		for (Path page : Documents.all()) {
			Matcher entry = ENTRY.matcher(Documents.read(page));
			if (entry.lookingAt()) {
				String address = Documents.DOCS.relativize(page).toString().replace('\\', '/');
				entries.add(new Entry(entry.group(2), Integer.parseInt(entry.group(3)), entry.group(4), entry.group(1),
						address));
			}
			else {
				assertThat(page.startsWith(Documents.DOCS) && !page.equals(INDEX))
					.as("%s has no line <!-- index: Guide 10: do something -->", page)
					.isFalse();
			}
		}
		return entries;
	}

	private record Entry(String part, int place, String task, String title, String address) {
	}

}
