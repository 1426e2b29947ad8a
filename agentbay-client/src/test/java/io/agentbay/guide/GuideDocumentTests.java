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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of the guide are those that are run, and name what there is.
 */
class GuideDocumentTests {

	private static final Pattern EXAMPLE = Pattern.compile("```(?:java|kotlin)\n(.*?)```", Pattern.DOTALL);

	private static final Pattern ARTIFACT = Pattern
		.compile("io\\.agentbay:(agentbay-[a-z-]+)|<artifactId>(agentbay-[a-z-]+)</artifactId>");

	private static final Pattern SCRIPT = Pattern.compile("(?<![\\w/])scripts/[a-z-]+\\.sh");

	/** One task a page. */
	private static final int LONGEST_PAGE = 85;

	@TestFactory
	Stream<DynamicTest> everyExampleIsRun() throws IOException {
		String sources = Documents.guideSources();
		List<Path> pages = new ArrayList<>(Documents.pages(Documents.GUIDE));
		pages.add(Documents.DOCS.resolve("testing.md"));
		return pages.stream().map((page) -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> {
			List<String> examples = EXAMPLE.matcher(Documents.read(page))
				.results()
				.map((example) -> Documents.squeezed(example.group(1)))
				.toList();
			assertThat(examples).allSatisfy((example) -> assertThat(sources.contains(example)).as(example).isTrue());
		}));
	}

	@Test
	void noPageIsLong() throws IOException {
		for (Path page : Documents.pages(Documents.GUIDE)) {
			assertThat(Files.readAllLines(page)).as("%s", page).hasSizeLessThanOrEqualTo(LONGEST_PAGE);
		}
	}

	@Test
	void everyArtifactIsPublished() throws IOException {
		Set<String> artifacts = named(ARTIFACT);
		assertThat(artifacts).contains("agentbay-spring-boot-starter", "agentbay-local");
		for (String artifact : artifacts) {
			assertThat(Documents.REPOSITORY.resolve(artifact).resolve("pom.xml")).content()
				.contains("<maven.deploy.skip>false</maven.deploy.skip>");
		}
	}

	@Test
	void everyScriptIsThere() throws IOException {
		assertThat(named(SCRIPT)).isNotEmpty()
			.allSatisfy((script) -> assertThat(Documents.REPOSITORY.resolve(script)).isExecutable());
	}

	private static Set<String> named(Pattern pattern) throws IOException {
		Set<String> found = new TreeSet<>();
		for (Path document : Documents.all()) {
			pattern.matcher(Documents.read(document)).results().map(GuideDocumentTests::name).forEach(found::add);
		}
		return found;
	}

	private static String name(MatchResult match) {
		for (int group = 1; group <= match.groupCount(); group++) {
			if (match.group(group) != null) {
				return match.group(group);
			}
		}
		return match.group();
	}

}
