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

package io.agentbay.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What the program makes of its arguments.
 */
class OptionsTests {

	@Test
	void aValueFollowsAfterASpaceOrAnEqualsSign() {
		LocalAgentBayBuilder builder = configured("--port=18081", "--api-key=akm=1", "--max-processes", "20",
				"--max-session-time=90s", "--agent-planner=--x");
		assertThat(builder.port).isEqualTo(18081);
		assertThat(builder.apiKey).isEqualTo("akm=1");
		assertThat(builder.limits.processes()).isEqualTo(20);
		assertThat(builder.maxSessionTime).isEqualTo(Duration.ofSeconds(90));
		assertThat(parse("--api-key=akm-1").keyGiven()).isTrue();
		assertThatIllegalArgumentException().isThrownBy(() -> parse("--port="))
			.withMessage("Option --port needs a value that is not blank");
		assertThatIllegalArgumentException().isThrownBy(() -> parse("--allow-root=true"))
			.withMessage("Option --allow-root takes no value");
		assertThatIllegalArgumentException().isThrownBy(() -> parse("--api-kye=secret"))
			.withMessage("Unknown option: --api-kye");
	}

	@Test
	void everyOptionOfTheHelpIsKnown() {
		List<String> names = Options.HELP.lines()
			.filter((line) -> line.startsWith("  --"))
			.map((line) -> line.strip().split(" ")[0])
			.toList();
		assertThat(names).hasSizeGreaterThan(20)
			.allSatisfy((name) -> assertThatIllegalArgumentException().isThrownBy(() -> parse(name + "="))
				.withMessageStartingWith("Option " + name + " "));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			--max-output       | 0    | must be at least 1024, not '0'
			--max-request      | 1    | must be at least 1024, not '1'
			--max-context-file | 1    | must be at least 1024, not '1'
			--max-processes    | 1    | must be at least 10, not '1'
			--max-memory       | 1MB  | must be at least 16777216, not '1MB'
			--max-disk         | 1KB  | must be at least 1048576, not '1KB'
			--max-session-time | 0s   | must be positive, not '0s'
			--visible          | a,/b | must have absolute paths below the root, not 'a,/b'
			--visible          | /tmp | must not have what sessions have of their own: /tmp
			--visible          | ,,   | needs at least one value, not ',,'
			--images           | ,,   | needs at least one value, not ',,'
			--no-direct-link   | ,    | needs at least one value, not ','
			--allow-host       | ' ,' | needs at least one value, not ' ,'
			--skills-dir       | /no/such/directory | needs a directory that exists, not '/no/such/directory'
			""")
	void whatIsWrongIsToldByTheNameOfTheOption(String option, String value, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> parse(option, value))
			.withMessage("Option " + option + " " + message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://[", "http://", "https:///path", "http://a b" })
	void aPlannerAtAnAddressThatLeadsNowhereIsRefused(String address) {
		assertThatIllegalArgumentException().isThrownBy(() -> parse("--agent-planner", address))
			.withMessageStartingWith("Option --agent-planner cannot be '" + address + "': ");
	}

	@Test
	void aPlannerIsACommandOrAnAddress() {
		assertThat(parse("--agent-planner", "echo '['").help()).isFalse();
		assertThat(parse("--agent-planner", "https://127.0.0.1:8443/plan?x=1").help()).isFalse();
	}

	@Test
	void theNamesOfAListMayHaveSpacesAroundThem(@TempDir Path directory) throws Exception {
		Path skills = Files.createDirectory(directory.resolve("skills"));
		LocalAgentBayBuilder builder = configured("--allow-host", "a.dev, b.dev,", "--visible", "/opt/a, /opt/missing",
				"--skills-dir", skills.toString());
		assertThat(builder.allowedHosts).containsExactly("a.dev", "b.dev");
		assertThat(builder.visible).containsExactly(Path.of("/opt/a"), Path.of("/opt/missing"));
		assertThat(builder.skillsDirectory).isEqualTo(skills);
	}

	@Test
	void thePortOfAdbIsToldByTheNameOfItsVariable() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Options.parse(List.of("--adb-device", "x"), Map.of("ANDROID_ADB_SERVER_PORT", "0")))
			.withMessage("Option --adb-device with ANDROID_ADB_SERVER_PORT needs a number from 1 to 65535, not '0'");
	}

	private static Options parse(String... arguments) {
		return Options.parse(List.of(arguments), Map.of());
	}

	private static LocalAgentBayBuilder configured(String... arguments) {
		return parse(arguments).configured(LocalAgentBay.builder());
	}

}
