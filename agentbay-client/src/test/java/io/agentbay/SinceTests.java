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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What users may name says since which version it is there.
 */
class SinceTests {

	private static final Path ROOT = Path.of("..");

	private static final Pattern PUBLIC_TYPE = Pattern.compile(
			"^public (?:(?:sealed|non-sealed|final|abstract|static) )*(?:class|interface|record|enum|@interface) ",
			Pattern.MULTILINE);

	private static final Pattern SINCE = Pattern.compile("^ \\* @since \\d+\\.\\d+\\.\\d+$", Pattern.MULTILINE);

	@Test
	void eachPublicTypeOfThePublishedModulesTells() throws IOException {
		List<Path> types = sources().filter((source) -> PUBLIC_TYPE.matcher(read(source)).find()).toList();
		assertThat(types).hasSizeGreaterThan(300);
		assertThat(types.stream().filter((source) -> !tells(read(source)))).isEmpty();
	}

	private static Stream<Path> sources() throws IOException {
		try (Stream<Path> modules = Files.list(ROOT)) {
			return modules.filter((module) -> module.getFileName().toString().startsWith("agentbay-"))
				.filter((module) -> !module.endsWith("agentbay-face"))
				.flatMap((module) -> Stream.of("src/main/java", "src/generated/java").map(module::resolve))
				.filter(Files::isDirectory)
				.toList()
				.stream()
				.flatMap(SinceTests::below)
				.filter((source) -> !source.toString().contains("/internal/"));
		}
	}

	private static Stream<Path> below(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean tells(String source) {
		Matcher type = PUBLIC_TYPE.matcher(source);
		return type.find() && SINCE.matcher(source.substring(0, type.start())).find();
	}

	private static String read(Path source) {
		try {
			return Files.readString(source);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
