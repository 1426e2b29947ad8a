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

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.agentbay.local.TestClient.ToolAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * What code meets on a machine that lacks programs. As the environment of this JVM cannot
 * be changed, the runtime runs in another one, with a search path of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MissingProgramTests {

	private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

	private Path programs;

	private Optional<Process> runtime = Optional.empty();

	private WebClient web = WebClient.create();

	@BeforeAll
	void startRuntime(@TempDir Path directory) throws IOException {
		this.programs = directory;
		for (String needed : List.of("mktemp", "mkdir", "dirname", "base64", "setsid", "env", "rm", "sh")) {
			Files.createSymbolicLink(this.programs.resolve(needed), find(needed));
		}
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				LocalAgentBayMain.class.getName(), "--api-key", "akm-1", "--isolation", "host", "--allow-root")
			.redirectError(ProcessBuilder.Redirect.DISCARD);
		builder.environment().put("PATH", this.programs.toString());
		Process process = builder.start();
		this.runtime = Optional.of(process);
		BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
		List<String> said = new ArrayList<>();
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			said.add(line);
			Matcher address = ADDRESS.matcher(line);
			if (address.find()) {
				this.web = WebClient.create(address.group());
				return;
			}
		}
		fail("The runtime has ended before it told its address: " + said);
	}

	@AfterAll
	void endRuntime() throws InterruptedException {
		if (this.runtime.isPresent()) {
			this.runtime.get().destroy();
			this.runtime.get().waitFor();
		}
	}

	@ParameterizedTest
	@CsvSource({ "python,python3,python3", "javascript,node,nodejs", "r,Rscript,r-base-core",
			"java,java,default-jdk-headless" })
	void aMissingInterpreterIsAnErrorThatNamesItsPackage(String language, String program, String debianPackage) {
		assertThat(run(language)).isEqualTo(new ToolAnswer(
				"To run %s code the program %s (Debian package: %s) is ".formatted(language, program, debianPackage)
						+ "needed, which is missing",
				true));
	}

	@Test
	void aMissingBrowserIsAnErrorThatNamesItsPackage() {
		String session = call("CreateMcpSession", "").path("SessionId").stringValue();
		TestClient.Answer answer = answer("InitBrowser", "&SessionId=" + session);
		assertThat(answer.code()).isEqualTo("BrowserNotStarted");
		assertThat(answer.text()).contains("chromium (Debian package: chromium) is needed, which is missing");
	}

	@Test
	void anInterpreterThatDoesNotStartIsAnErrorThatTellsWhatItSaid() throws IOException {
		Path java = Files.writeString(this.programs.resolve("java"),
				"#!/bin/sh\necho 'Module jdk.jshell not found' >&2\nexit 1\n");
		try {
			assertThat(java.toFile().setExecutable(true)).isTrue();
			assertThat(run("java")).isEqualTo(new ToolAnswer(
					"The java interpreter does not start. It needs java (Debian package: default-jdk-headless). "
							+ "It ended with exit code 1 and said: Module jdk.jshell not found",
					true));
		}
		finally {
			Files.delete(java);
		}
	}

	@Test
	void aMissingProgramOfTheDesktopIsAnErrorThatNamesItsPackage() {
		String session = call("CreateMcpSession", "").path("SessionId").stringValue();
		assertThat(ToolAnswer.of(call("CallMcpTool", "&SessionId=" + session + "&Name=get_screen_size&Args={}")))
			.isEqualTo(new ToolAnswer("The desktop needs the program Xvfb (Debian package: xvfb), which is missing",
					true));
	}

	private ToolAnswer run(String language) {
		String session = call("CreateMcpSession", "").path("SessionId").stringValue();
		String arguments = URLEncoder.encode("{\"code\":\"1\",\"language\":\"" + language + "\"}",
				StandardCharsets.UTF_8);
		return ToolAnswer.of(call("CallMcpTool", "&SessionId=" + session + "&Name=run_code&Args=" + arguments));
	}

	private JsonNode call(String action, String form) {
		return answer(action, form).ok().path("Data");
	}

	private TestClient.Answer answer(String action, String form) {
		return TestClient.answer(this.web.post()
			.uri("/?Action=" + action)
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.bodyValue("Authorization=Bearer akm-1" + form));
	}

	private static Path find(String program) {
		return Stream.of("/usr/bin", "/bin")
			.map((directory) -> Path.of(directory, program))
			.filter(Files::isExecutable)
			.findFirst()
			.orElseThrow();
	}

}
