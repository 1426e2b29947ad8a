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
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The way from the official SDKs that docs/migration.md shows: no name is left out, and
 * none leads nowhere.
 */
class MigrationTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "migration.md");

	private static final Path NAMES = Path.of("src/test/resources/foreign-names/java.txt");

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private static final Pattern LAST_NAME = Pattern.compile("(?:.*\\.)?([a-z]\\w*)(?:\\(.*\\))?");

	@Test
	void everyNameOfTheOfficialSdkLeadsSomewhere() throws IOException {
		Set<String> told = rows().stream().flatMap((row) -> codes(row.get(0)).stream()).collect(Collectors.toSet());
		List<String> names = Files.readAllLines(NAMES)
			.stream()
			.filter((line) -> !line.startsWith("#"))
			.map((line) -> line.substring(line.indexOf('.') + 1))
			.toList();
		assertThat(names).hasSizeGreaterThan(50).allSatisfy((name) -> assertThat(told).contains(name));
	}

	@Test
	void everyNameThatItLeadsToIsThere() throws IOException {
		Set<String> methods = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("io.agentbay")
			.stream()
			.filter((type) -> !type.getPackageName().startsWith("io.agentbay.internal"))
			.flatMap((type) -> type.getMethods().stream())
			.filter((method) -> method.getModifiers().contains(JavaModifier.PUBLIC))
			.map(JavaMethod::getName)
			.collect(Collectors.toSet());
		assertThat(rows()).hasSizeGreaterThan(50)
			.allSatisfy((row) -> assertThat(methods).containsAll(codes(row.get(1)).stream()
				.map(LAST_NAME::matcher)
				.filter((matcher) -> matcher.matches())
				.map((matcher) -> matcher.group(1))
				.toList()));
	}

	/** The rows of the tables of names: what it is called there and here. */
	private static List<List<String>> rows() throws IOException {
		String names = Files.readString(DOCUMENT).split("## Names")[1];
		return names.lines()
			.filter((line) -> line.startsWith("| ") && !line.startsWith("| there") && !line.startsWith("| ---"))
			.map((line) -> List.of(line.substring(2).split(" \\| ")))
			.toList();
	}

	private static List<String> codes(String cell) {
		return CODE.matcher(cell).results().map((MatchResult result) -> result.group(1)).toList();
	}

}
