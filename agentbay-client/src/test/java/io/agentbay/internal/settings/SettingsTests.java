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

package io.agentbay.internal.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.agentbay.AgentBay;
import io.agentbay.error.InvalidEndpointException;
import io.agentbay.error.MissingApiKeyException;
import io.agentbay.testing.Capability;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Where settings come from: code, then environment, then {@code .env}, then defaults.
 */
class SettingsTests {

	@TempDir
	private Path directory;

	@Test
	void theEnvironmentWinsOverTheFile() throws IOException {
		Files.writeString(this.directory.resolve(".env"), "AGENTBAY_API_KEY=of-file\nAGENTBAY_REGION_ID=file-region\n");
		Environment environment = Environment.of(Map.of("AGENTBAY_API_KEY", "of-env"), null, this.directory);
		assertThat(environment.apiKey()).isEqualTo("of-env");
		assertThat(environment.regionId()).isEqualTo("file-region");
	}

	@Test
	@Capability("1.6")
	void theNearestFileUpwardsIsTheOnlyOne() throws IOException {
		Path below = Files.createDirectories(this.directory.resolve("a/b"));
		Files.createDirectory(this.directory.resolve(".git"));
		Files.writeString(this.directory.resolve(".env"), "AGENTBAY_API_KEY=far\nAGENTBAY_REGION_ID=far\n");
		Files.writeString(this.directory.resolve("a/.env"), "AGENTBAY_API_KEY=near\n");
		Environment environment = Environment.of(Map.of(), null, below);
		assertThat(environment.apiKey()).isEqualTo("near");
		assertThat(environment.regionId()).isNull();
	}

	@Test
	void aFileAboveTheProjectIsSomebodyElses() throws IOException {
		Path project = Files.createDirectories(this.directory.resolve("project"));
		Path module = Files.createDirectories(project.resolve("module/src"));
		Files.writeString(this.directory.resolve(".env"), "AGENTBAY_API_KEY=planted\n");
		assertThat(Environment.of(Map.of(), null, module).apiKey()).isNull();
		Files.createDirectory(project.resolve(".git"));
		assertThat(Environment.of(Map.of(), null, module).apiKey()).isNull();
		Files.writeString(project.resolve(".env"), "AGENTBAY_API_KEY=own\n");
		assertThat(Environment.of(Map.of(), null, module).apiKey()).isEqualTo("own");
	}

	@Test
	void withoutARepositoryTheOutermostBuildIsTheProject() throws IOException {
		Path module = Files.createDirectories(this.directory.resolve("whole/module"));
		Files.writeString(this.directory.resolve(".env"), "AGENTBAY_API_KEY=planted\n");
		Files.writeString(module.resolve("pom.xml"), "");
		Files.writeString(module.resolveSibling("pom.xml"), "");
		assertThat(Environment.of(Map.of(), null, module).apiKey()).isNull();
		Files.writeString(module.resolveSibling(".env"), "AGENTBAY_API_KEY=own\n");
		assertThat(Environment.of(Map.of(), null, module).apiKey()).isEqualTo("own");
	}

	@Test
	void aFoundFileDoesNotChooseWhereAKeyFromElsewhereGoes() throws IOException {
		Files.writeString(this.directory.resolve(".env"), "AGENTBAY_ENDPOINT=planted.example\n");
		Environment withVariable = Environment.of(Map.of("AGENTBAY_API_KEY", "k"), null, this.directory);
		assertThat(withVariable.endpoint(false)).isNull();
		assertThat(environment(Map.of()).endpoint(true)).isNull();
		assertThat(environment(Map.of("AGENTBAY_ENDPOINT", "e.example")).endpoint(true)).isEqualTo("e.example");
		Files.writeString(this.directory.resolve(".env"), "AGENTBAY_API_KEY=k\nAGENTBAY_ENDPOINT=both.example\n");
		assertThat(environment(Map.of()).endpoint(false)).isEqualTo("both.example");
	}

	@Test
	@Capability("1.7")
	void aNamedFileIsTheOnlyOne() throws IOException {
		Path named = Files.writeString(this.directory.resolve("my.env"), "AGENTBAY_ENDPOINT=example.com\n");
		Files.writeString(this.directory.resolve(".env"), "AGENTBAY_API_KEY=other\n");
		Environment environment = Environment.of(Map.of(), named, this.directory);
		assertThat(environment.endpoint(true)).isEqualTo("example.com");
		assertThat(environment.apiKey()).isNull();
	}

	@Test
	void aNamedFileThatIsMissingFallsBackToTheSearch() throws IOException {
		Files.writeString(this.directory.resolve(".env"), "AGENTBAY_API_KEY=found\n");
		assertThat(Environment.of(Map.of(), this.directory.resolve("none"), this.directory).apiKey())
			.isEqualTo("found");
	}

	@Test
	void theUsualSyntaxIsRead() {
		assertThat(DotEnv.parse("""
				# comment
				A=1
				export B = two words
				C="quoted # not a comment" # comment
				D='single'
				E=value # comment
				F=
				G=#comment
				H=a=b
				not a line
				""")).containsExactlyInAnyOrderEntriesOf(Map.of("A", "1", "B", "two words", "C",
				"quoted # not a comment", "D", "single", "E", "value", "F", "", "G", "", "H", "a=b"));
	}

	@Test
	void aTimeoutThatIsNoNumberIsIgnored() {
		assertThat(environment(Map.of("AGENTBAY_TIMEOUT_MS", "1500")).timeout()).isEqualTo(Duration.ofMillis(1500));
		assertThat(environment(Map.of("AGENTBAY_TIMEOUT_MS", "soon")).timeout()).isNull();
		assertThat(environment(Map.of("AGENTBAY_TIMEOUT_MS", "-1")).timeout()).isNull();
	}

	@Test
	void aGivenEnvironmentIsTheWholeOne() throws IOException {
		Path named = Files.writeString(this.directory.resolve("named"), "AGENTBAY_API_KEY=of-file");
		assertThat(AgentBay.builder().environment(Map.of()).hasApiKey()).isFalse();
		assertThat(AgentBay.builder().environment(Map.of("AGENTBAY_API_KEY", "of-env")).hasApiKey()).isTrue();
		assertThat(AgentBay.builder().environment(Map.of()).envFile(named).hasApiKey()).isTrue();
		assertThat(AgentBay.builder().environment(Map.of()).envFile(this.directory.resolve("none")).hasApiKey())
			.isFalse();
		assertThat(AgentBay.builder().environment(Map.of()).apiKey("of-code").hasApiKey()).isTrue();
	}

	@Test
	@Capability({ "1.4", "1.5", "1.8" })
	void codeWinsOverTheEnvironment() {
		try (ScriptedServer server = new ScriptedServer().answers(Replies.session());
				AgentBay agentBay = AgentBay.builder()
					.apiKey("of-code")
					.endpoint(server.endpoint())
					.environment(Map.of("AGENTBAY_API_KEY", "of-env", "AGENTBAY_ENDPOINT", "elsewhere.invalid",
							"AGENTBAY_REGION_ID", "of-env"))
					.build()) {
			agentBay.create();
			assertThat(server.onlyRequest().form()).containsEntry("Authorization", "Bearer of-code")
				.containsEntry("LoginRegionId", "of-env");
		}
	}

	@Test
	@Capability({ "1.3", "1.5" })
	void theEnvironmentIsEnough() {
		try (ScriptedServer server = new ScriptedServer().answers(Replies.session());
				AgentBay agentBay = AgentBay.builder()
					.environment(Map.of("AGENTBAY_API_KEY", "of-env", "AGENTBAY_ENDPOINT", server.endpoint()))
					.build()) {
			agentBay.create();
			assertThat(server.onlyRequest().form()).containsEntry("Authorization", "Bearer of-env");
		}
	}

	@Test
	void aMissingKeyNamesTheWaysToGiveOne() {
		assertThatExceptionOfType(MissingApiKeyException.class)
			.isThrownBy(() -> AgentBay.builder().environment(Map.of()).build())
			.withMessageContaining("builder")
			.withMessageContaining("AGENTBAY_API_KEY")
			.withMessageContaining(".env");
	}

	@Test
	void aKeyWithALineBreakIsRefusedWithoutShowingIt() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> AgentBay.builder().apiKey("secret\nkey").environment(Map.of()).build())
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("secret"));
	}

	@Test
	void aWrongEndpointIsRefusedAtOnce() {
		assertThatExceptionOfType(InvalidEndpointException.class)
			.isThrownBy(() -> AgentBay.builder().apiKey("k").endpoint("ftp://x").environment(Map.of()).build());
	}

	private Environment environment(Map<String, String> variables) {
		return Environment.of(variables, null, this.directory);
	}

}
