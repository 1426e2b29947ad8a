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

package io.agentbay.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts the sample in a process of its own, without a key, as a newcomer does, and stops
 * it with sessions left.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "knows no SIGTERM")
class ShutdownTests {

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final int ENDED_BY_SIGTERM = 143;

	/** Outside the project, so that no .env file gives the sample a key. */
	@TempDir
	private Path directory;

	private Process sample;

	private Path output;

	@BeforeEach
	void start() throws IOException {
		this.output = this.directory.resolve("output.txt");
		ProcessBuilder builder = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-cp",
				System.getProperty("java.class.path"), SampleApplication.class.getName(), "--server.port=0",
				"--agentbay.local.data-directory=" + this.directory.resolve("data"))
			.directory(this.directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(this.output.toFile());
		builder.environment().keySet().removeIf((name) -> name.startsWith("AGENTBAY_"));
		this.sample = builder.start();
	}

	@AfterEach
	void end() {
		this.sample.destroyForcibly();
	}

	@Test
	void stoppingWithLiveSessionsLeavesNone() throws Exception {
		RestClient http = RestClient.create("http://127.0.0.1:" + awaitPort());
		for (int i = 0; i < 3; i++) {
			http.post().uri("/sessions").retrieve().toBodilessEntity();
		}
		assertThat(http.get().uri("/sessions").retrieve().body(Object[].class)).hasSize(3);
		assertThat(this.directory.resolve("data")).isNotEmptyDirectory();

		this.sample.destroy();

		assertThat(this.sample.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(this.sample.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
		assertThat(output())
			.containsSubsequence("Deleted 3 AgentBay session(s)",
					"AgentBay local runtime ends, sessions still alive: none")
			.doesNotContain("Could not delete");
		assertThat(this.directory.resolve("data")).isEmptyDirectory();
	}

	private String awaitPort() {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.failFast("the sample ended", () -> !this.sample.isAlive())
			.until(() -> PORT.matcher(output()), Matcher::find)
			.group(1);
	}

	private String output() throws IOException {
		return Files.readString(this.output);
	}

}
