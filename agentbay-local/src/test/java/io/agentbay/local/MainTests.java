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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The runtime as a program of its own.
 */
class MainTests {

	private static final Pattern READY = Pattern
		.compile("AgentBay local runtime listens on (http://127\\.0\\.0\\.1:\\d+) \\(API key as given; .*\\)");

	private boolean asRoot;

	private List<String> before = List.of();

	private final List<Process> started = new ArrayList<>();

	@AfterEach
	void endProcesses() {
		this.started.forEach(Process::destroyForcibly);
	}

	@Test
	void itTellsItsAddressAndOnRequestEndsWithTheSessionsStillAlive(@TempDir Path directory) throws Exception {
		String mark = UUID.randomUUID().toString();
		Process process = start("--port", "0", "--api-key", "akm-1", "--data-dir", directory.toString());
		BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
		String session = createSession(address(output), mark);
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(MachineProcesses.commandLinesContaining(mark)).isNotEmpty());
		process.toHandle().destroy();
		assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
		assertThat(output.readLine()).isEqualTo("Sessions still alive: " + session);
		assertThat(output.readLine()).isNull();
		assertThat(process.exitValue()).isZero();
		assertThat(process.errorReader().lines().filter((line) -> !line.contains("NOTHING IS ISOLATED"))).isEmpty();
		assertThat(MachineProcesses.commandLinesContaining(mark)).isEmpty();
		try (Stream<Path> remains = Files.list(directory)) {
			assertThat(remains).isEmpty();
		}
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void programsOfSessionsCanBeInterruptedIfItWasStartedInTheBackground() throws Exception {
		this.before = List.of("/bin/sh", "-c", "trap '' HUP INT QUIT; exec \"$@\"", "background");
		Process process = start("--api-key", "akm-1");
		WebClient web = WebClient.create(address(process.inputReader(StandardCharsets.UTF_8)));
		String session = created(web);
		assertThat(ran(web, session, "grep SigIgn /proc/self/status"))
			.containsPattern("SigIgn:\\\\\\\\t[0-9a-f]{9}0{7}");
		assertThat(ran(web, session, "sh -c 'kill -INT $$; echo alive'")).doesNotContain("alive");
	}

	@Test
	void killedItLeavesNoProcessOfAnIsolatedSession(@TempDir Path directory) throws Exception {
		String mark = UUID.randomUUID().toString();
		Process process = start("--api-key", "akm-1", "--data-dir", directory.toString());
		BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
		String ready = output.readLine();
		assumeTrue(ready.contains("isolated by bubblewrap"), "bubblewrap does not work here");
		Matcher matcher = READY.matcher(ready);
		assertThat(matcher.matches()).as(ready).isTrue();
		createSession(matcher.group(1), mark);
		process.destroyForcibly();
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(MachineProcesses.commandLinesContaining(mark)).isEmpty());
	}

	@Test
	void killedItsFilesAreRemovedByTheNextOneButThoseOfALiveOneAreNot(@TempDir Path directory) throws Exception {
		String temporary = "-Djava.io.tmpdir=" + directory;
		Process live = start(List.of(temporary), "--api-key", "akm-1");
		String address = address(live.inputReader(StandardCharsets.UTF_8));
		Process killed = start(List.of(temporary), "--api-key", "akm-1");
		String lost = createSession(address(killed.inputReader(StandardCharsets.UTF_8)), "lost");
		String kept = createSession(address, "kept");
		assertThat(sessions(directory)).contains(lost, kept);
		killed.destroyForcibly();
		assertThat(killed.waitFor(20, TimeUnit.SECONDS)).isTrue();
		Process next = start(List.of(temporary), "--api-key", "akm-1");
		address(next.inputReader(StandardCharsets.UTF_8));
		assertThat(sessions(directory)).contains(kept).doesNotContain(lost);
		for (Process process : List.of(live, next)) {
			process.toHandle().destroy();
			assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(directory).isEmptyDirectory();
	}

	@Test
	void killedItsFilesInTheDataDirectoryAreRemovedByTheNextOne(@TempDir Path directory) throws Exception {
		Process killed = start("--api-key", "akm-1", "--data-dir", directory.toString());
		String lost = createSession(address(killed.inputReader(StandardCharsets.UTF_8)), "lost");
		killed.destroyForcibly();
		assertThat(killed.waitFor(20, TimeUnit.SECONDS)).isTrue();
		assertThat(sessions(directory)).contains(lost);
		try (LocalAgentBay next = LocalAgentBay.builder().dataDirectory(directory).start()) {
			assertThat(sessions(directory)).isEmpty();
			new TestClient(next).createSession();
			assertThat(sessions(directory)).hasSize(1);
		}
		assertThat(directory).isEmptyDirectory();
	}

	@Test
	void asRootItDoesNotStartUnlessToldTo() throws Exception {
		assumeTrue("root".equals(System.getProperty("user.name")), "only root can try");
		this.asRoot = true;
		Process process = start("--port", "0");
		assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
			.contains("does not run as root", "--allow-root");
		assertThat(process.waitFor()).isEqualTo(1);
	}

	@Test
	void whatTheBuilderCanTheProgramCan(@TempDir Path directory) throws Exception {
		Files.createDirectories(directory.resolve("skills/greet"));
		Files.writeString(directory.resolve("skills/greet/SKILL.md"), "---\nname: greet\n---\n");
		Process process = start("--api-key", "akm-1", "--skills-dir", directory.resolve("skills").toString(),
				"--oss-dir", directory.resolve("oss").toString(), "--agent-planner", "echo '{\"result\":\"x\"}'",
				"--no-direct-link", "linux*,code_latest", "--web-socket", "off", "--max-session-time", "8h",
				"--max-request", "1MB", "--max-output", "2KB", "--max-context-file", "1MB", "--allow-host",
				"my.name.dev");
		WebClient web = WebClient.create(address(process.inputReader(StandardCharsets.UTF_8)));
		assertThat(TestClient.answer(post(web, "ListSkillMetaData", "")).text()).contains("greet");
		TestClient.Answer created = TestClient.answer(post(web, "CreateMcpSession", "").header("Host", "my.name.dev"));
		assertThat(created.ok().at("/Data/LinkUrl").stringValue()).isEmpty();
		assertThat(created.ok().at("/Data/WsUrl").stringValue()).isEmpty();
		assertThat(directory.resolve("oss")).isDirectory();
	}

	private static List<String> sessions(Path directory) throws IOException {
		try (Stream<Path> files = Files.find(directory, 2,
				(path, attributes) -> path.getFileName().toString().startsWith("session-"))) {
			return files.map((path) -> path.getFileName().toString()).toList();
		}
	}

	@Test
	void itTellsItsAddressesInOneLineWhenItSpeaksHttpsToo(@TempDir Path directory) throws Exception {
		Process process = start("--api-key", "akm-1", "--tls-port", "0", "--tls-dir", directory.toString());
		String ready = process.inputReader(StandardCharsets.UTF_8).readLine();
		assertThat(ready).matches("AgentBay local runtime listens on http://127\\.0\\.0\\.1:\\d+"
				+ " and https://127\\.0\\.0\\.1:\\d+ \\(API key as given; .*\\)");
		assertThat(directory.resolve("agentbay-local.p12")).isRegularFile();
		assertThat(directory.resolve("agentbay-local.pem")).isRegularFile();
	}

	@Test
	void helpExplainsTheOptions() throws Exception {
		Process process = start("--help");
		String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(text).startsWith("Usage: java -jar")
			.contains("--port", "--api-key", "--data-dir", "--isolation", "--tls-port", "--tls-dir", "--tls-key-store",
					"--host", "--max-processes", "--max-memory", "--max-disk");
		assertThat(process.waitFor()).isZero();
	}

	@Test
	void aWrongOptionIsNamed() throws Exception {
		assertFails("Unknown option: --prot\nTry --help\n", 2, "--prot", "1");
		assertFails("Option --port needs a number from 0 to 65535, not 'x'\nTry --help\n", 2, "--port", "x");
		assertFails("Option --api-key needs a value\nTry --help\n", 2, "--api-key", "--port", "0");
		assertFails("Option --max-memory needs a number of bytes, or one with KB, MB or GB, not '2 TB'\nTry --help\n",
				2, "--max-memory", "2 TB");
		assertFails("Option --max-processes must be at least 10, not '1'\nTry --help\n", 2, "--max-processes", "1");
		assertFails("Option --tls-dir needs the option --tls-port, too\nTry --help\n", 2, "--tls-dir", "x");
	}

	@Test
	void aPortThatIsTakenIsNamed() throws Exception {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start()) {
			Process process = start("--port=" + runtime.port());
			String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(errors)
				.startsWith("The local runtime cannot be started: Port " + runtime.port() + " of 127.0.0.1 ")
				.endsWith(": choose another one, or 0 for any that is free (port, --port)\n");
			assertThat(process.waitFor()).isEqualTo(1);
		}
	}

	private void assertFails(String message, int exitCode, String... arguments) throws Exception {
		Process process = start(arguments);
		assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(message);
		assertThat(process.waitFor()).isEqualTo(exitCode);
	}

	private Process start(String... arguments) throws IOException {
		return start(List.of(), arguments);
	}

	private Process start(List<String> jvmOptions, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
		command.addAll(jvmOptions);
		command.addAll(List.of("-cp", withoutTestClasses(), LocalAgentBayMain.class.getName()));
		if (!this.asRoot) {
			command.add("--allow-root");
		}
		command.addAll(List.of(arguments));
		command.addAll(0, this.before);
		Process process = new ProcessBuilder(command).start();
		this.started.add(process);
		return process;
	}

	private static String withoutTestClasses() {
		return Stream.of(System.getProperty("java.class.path").split(":"))
			.filter((entry) -> !entry.endsWith("test-classes"))
			.reduce((left, right) -> left + ":" + right)
			.orElseThrow();
	}

	private static String address(BufferedReader output) throws IOException {
		String line = output.readLine();
		Matcher matcher = READY.matcher(line);
		assertThat(matcher.matches()).as(line).isTrue();
		return matcher.group(1);
	}

	private static String createSession(String address, String mark) {
		WebClient web = WebClient.create(address);
		String session = created(web);
		TestClient
			.answer(post(web, "CallMcpTool",
					"&SessionId=" + session + "&Name=shell&Args={\"command\":\"nohup sh -c 'sleep 71; : " + mark
							+ "' >/dev/null 2>%261 %26\"}"))
			.ok();
		return session;
	}

	private static String created(WebClient web) {
		return TestClient.answer(post(web, "CreateMcpSession", "")).ok().path("Data").path("SessionId").stringValue();
	}

	private static String ran(WebClient web, String session, String command) {
		String arguments = URLEncoder.encode("{\"command\":\"" + command + "\"}", StandardCharsets.UTF_8);
		return TestClient.answer(post(web, "CallMcpTool", "&SessionId=" + session + "&Name=shell&Args=" + arguments))
			.ok()
			.toString();
	}

	private static WebClient.RequestHeadersSpec<?> post(WebClient web, String action, String form) {
		return web.post()
			.uri("/?Action=" + action)
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.bodyValue("Authorization=Bearer akm-1" + form);
	}

}
