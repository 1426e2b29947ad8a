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

package io.agentbay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every test, and every class, that the documents name is there.
 */
class GuaranteeTests {

	private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	private static final Pattern LINK = Pattern
		.compile("\\[(\\w+)(?:\\.(\\w+))?]\\(([^)]+/src/(?:test|main)/[^)]+\\.java)\\)");

	static Stream<Link> links() throws IOException {
		List<Link> links = new ArrayList<>();
		for (String document : List.of("guarantees.md", "differences.md")) {
			Path folder = ROOT.resolve("docs");
			LINK.matcher(Files.readString(folder.resolve(document)))
				.results()
				.map((link) -> new Link(link.group(1), link.group(2), folder.resolve(link.group(3))))
				.forEach(links::add);
		}
		return links.stream();
	}

	@ParameterizedTest
	@MethodSource("links")
	void aTestThatADocumentNamesIsThere(Link link) throws IOException {
		assertThat(link.file()).isRegularFile();
		String source = Files.readString(link.file());
		assertThat(source).containsPattern("(class|record|enum|interface) " + link.type() + "\\b");
		if (link.method() != null) {
			assertThat(source).contains("void " + link.method() + "(");
		}
	}

	/**
	 * A test or class that is named.
	 *
	 * @param type the class
	 * @param method the method, {@code null} for the whole class
	 * @param file where it is
	 */
	record Link(String type, String method, Path file) {
	}

}
