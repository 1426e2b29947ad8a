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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The documents of the repository, and the tests that their examples are cut out of.
 */
final class Documents {

	static final Path REPOSITORY = Path.of("..");

	static final Path DOCS = REPOSITORY.resolve("docs");

	static final Path GUIDE = DOCS.resolve("guide");

	/**
	 * What a test asks in between, what it waits for, and what it says to its readers.
	 */
	private static final Pattern BETWEEN = Pattern
		.compile("(?s)\\n\\s*(?:assertThat\\(|Awaitility\\.|Awaitility\\n).*?;(?=\\n)|/\\*\\*.*?\\*/");

	private Documents() {
	}

	/** All of them: the README of the repository and of each module, and the guide. */
	static List<Path> all() throws IOException {
		List<Path> all = new ArrayList<>();
		try (Stream<Path> files = Files.find(REPOSITORY, 2,
				(file, attributes) -> file.endsWith("README.md") && !file.startsWith(DOCS))) {
			files.sorted().forEach(all::add);
		}
		all.addAll(pages(DOCS));
		return all;
	}

	/** The pages below a directory. */
	static List<Path> pages(Path directory) throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter((file) -> file.toString().endsWith(".md")).sorted().toList();
		}
	}

	/**
	 * The tests of the guide in all modules, squeezed, with and without what they ask.
	 */
	static String guideSources() throws IOException {
		try (Stream<Path> modules = Files.list(REPOSITORY)) {
			return modules.map((module) -> module.resolve("src/test"))
				.filter(Files::isDirectory)
				.flatMap(Documents::walk)
				.filter((file) -> file.getParent().endsWith("guide") && file.toString().matches(".*\\.(java|kt)"))
				.sorted()
				.map(Documents::read)
				.map((source) -> squeezed(source) + "\n" + squeezed(BETWEEN.matcher(source).replaceAll("")))
				.collect(Collectors.joining("\n"));
		}
	}

	private static Stream<Path> walk(Path directory) {
		try {
			return Files.walk(directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String withoutExamples(String document) {
		return document.replaceAll("(?s)```.*?```", "");
	}

	static String squeezed(String code) {
		return code.replaceAll("\\s+", "").replace("this.", "");
	}

}
