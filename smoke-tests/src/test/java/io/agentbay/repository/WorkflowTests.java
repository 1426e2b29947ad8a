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

package io.agentbay.repository;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The workflows of the forge can be read, and call the same stages as {@code .ci/run}.
 */
class WorkflowTests {

	private static final Path REPOSITORY = Path.of("..");

	private static final Pattern PROGRAM = Pattern.compile("(?:scripts|\\.ci)/[a-z][a-z.-]*[a-z]");

	@Test
	void everyFileOfTheForgeIsYaml() throws IOException {
		List<Path> files = files(".github", ".yml");
		assertThat(files).isNotEmpty();
		for (Path file : files) {
			assertThat(read(file)).as(file.toString()).isNotEmpty();
		}
	}

	@Test
	void whatWorkflowsAndStagesCallIsThere() throws IOException {
		List<Path> callers = Stream.concat(files(".github", ".yml").stream(), files(".ci", "").stream()).toList();
		for (Path caller : callers) {
			Matcher program = PROGRAM.matcher(Files.readString(caller));
			while (program.find()) {
				assertThat(REPOSITORY.resolve(program.group())).as(caller.toString()).isExecutable();
			}
		}
	}

	@Test
	void everyStageIsRunHereAndThere() throws IOException {
		Set<String> stages = files(".ci", "").stream()
			.map((file) -> file.getFileName().toString())
			.filter((name) -> !name.equals("run") && !name.endsWith(".sh"))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(stages).contains("fast", "full");
		Matcher inOrder = Pattern.compile("for stage in (.*); do")
			.matcher(Files.readString(REPOSITORY.resolve(".ci/run")));
		assertThat(inOrder.find()).isTrue();
		assertThat(stages).contains(inOrder.group(1).split(" "));
		assertThat(matrix()).containsExactlyInAnyOrderElementsOf(stages);
	}

	/** A version's name can be given to something else. */
	@Test
	void whatIsFetchedIsNamedByItsHash() throws IOException {
		for (Path workflow : files(".github/workflows", ".yml")) {
			assertThat(Files.readAllLines(workflow)).filteredOn((line) -> line.contains("uses:"))
				.allMatch((line) -> line.matches(".*@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
		}
		assertThat(REPOSITORY.resolve(".mvn/wrapper/maven-wrapper.properties")).content()
			.containsPattern("(?m)^distributionSha256Sum=[0-9a-f]{64}$");
	}

	@SuppressWarnings("unchecked")
	private static List<String> matrix() throws IOException {
		Map<String, Object> part = read(REPOSITORY.resolve(".github/workflows/build.yml"));
		for (String key : List.of("jobs", "stage", "strategy", "matrix")) {
			part = (Map<String, Object>) part.get(key);
		}
		return (List<String>) part.get("stage");
	}

	private static Map<String, Object> read(Path file) throws IOException {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		try (Reader reader = Files.newBufferedReader(file)) {
			return new Yaml(new SafeConstructor(options)).load(reader);
		}
	}

	private static List<Path> files(String folder, String end) throws IOException {
		try (Stream<Path> files = Files.walk(REPOSITORY.resolve(folder))) {
			return files.filter(Files::isRegularFile).filter((file) -> file.toString().endsWith(end)).toList();
		}
	}

}
