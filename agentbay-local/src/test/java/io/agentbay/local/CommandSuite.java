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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.agentbay.local.TestClient.ToolAnswer;
import io.agentbay.local.internal.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What commands can rely on, however sessions are isolated.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CommandSuite {

	private final LocalAgentBay runtime;

	private final TestClient client;

	private final String session;

	CommandSuite(Isolation isolation) {
		this.runtime = LocalAgentBay.builder().isolation(isolation).maxOutputBytes(4096).start();
		this.client = new TestClient(this.runtime);
		this.session = this.client.createSession();
	}

	@AfterAll
	void closeRuntime() {
		this.runtime.close();
	}

	TestClient client() {
		return this.client;
	}

	String session() {
		return this.session;
	}

	LocalAgentBay runtime() {
		return this.runtime;
	}

	@Test
	void outputErrorOutputAndExitCodeComeBackApart() {
		JsonNode result = this.client.shell(this.session, "echo out; echo err >&2; exit 3");
		assertThat(result.path("stdout").stringValue()).isEqualTo("out\n");
		assertThat(result.path("stderr").stringValue()).isEqualTo("err\n");
		assertThat(result.path("exit_code").intValue()).isEqualTo(3);
		assertThat(result.path("traceId").stringValue()).isNotEmpty();
	}

	@Test
	void successHasNoTraceId() {
		ToolAnswer answer = this.client.tool(this.session, "shell", Map.of("command", "true"));
		assertThat(answer.error()).isFalse();
		assertThat(answer.text()).isEqualTo("{\"stdout\":\"\",\"stderr\":\"\",\"exit_code\":0}");
	}

	@Test
	void aCommandThatDoesNotExistIsAnError() {
		ToolAnswer answer = this.client.tool(this.session, "shell", Map.of("command", "no-such-command"));
		assertThat(answer.error()).isTrue();
		JsonNode result = TestClient.MAPPER.readTree(answer.text());
		assertThat(result.path("exit_code").intValue()).isEqualTo(127);
		assertThat(result.path("stderr").stringValue()).contains("not found");
	}

	@Test
	void aCommandStartsInTheHomeDirectoryAndCanStartElsewhere() {
		assertThat(stdout("[ \"$PWD\" = \"$HOME\" ] && basename \"$PWD\"")).isEqualTo("wuying\n");
		JsonNode result = this.client.shell(this.session, "basename \"$PWD\"", Map.of("cwd", "/tmp"));
		assertThat(result.path("stdout").stringValue()).isEqualTo("tmp\n");
	}

	@Test
	void aStartDirectoryThatDoesNotExistIsAnError() {
		JsonNode result = this.client.shell(this.session, "pwd", Map.of("cwd", "/tmp/nowhere"));
		assertThat(result.path("exit_code").intValue()).isNotZero();
		assertThat(result.path("stderr").stringValue()).contains("nowhere");
	}

	@Test
	void environmentVariablesHoldForOneCommand() {
		JsonNode result = this.client.shell(this.session, "printf '%s\\n' \"$A_B\"; env | grep ^C",
				Map.of("envs", Map.of("A_B", "it's \"ü\" $HOME\nsecond line", "C", "1")));
		assertThat(result.path("stdout").stringValue()).isEqualTo("it's \"ü\" $HOME\nsecond line\nC=1\n");
		assertThat(stdout("printf %s \"$A_B\"")).isEmpty();
	}

	@Test
	void theEnvironmentOfTheRuntimeIsNotPassedOn() {
		List<String> names = stdout("env").lines().map((line) -> line.substring(0, line.indexOf('='))).toList();
		assertThat(names).isSubsetOf("PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "TMPDIR", "PWD", "OLDPWD",
				"PIP_BREAK_SYSTEM_PACKAGES", "SHLVL", "_", "AGENTBAY_SESSION_ID", "AGENTBAY_SESSION_ROOT",
				"AGENTBAY_COMMAND_ID");
	}

	@Test
	void quotesLineEndsAndCharactersBeyondAsciiArriveAsTheyAre() {
		assertThat(stdout("printf '%s\\n' \"it's\"\nprintf '%s' '日本語 – ß 😀'")).isEqualTo("it's\n日本語 – ß 😀");
	}

	@Test
	@Exercises("shell")
	void standardInputIsEmpty() {
		assertThat(stdout("cat; echo done")).isEqualTo("done\n");
	}

	@Test
	void aCommandThatOutlivesItsTimeIsKilledWithAllItStarted() {
		String mark = UUID.randomUUID().toString();
		Instant start = Instant.now();
		ToolAnswer answer = this.client
			.tool(this.session, "shell",
					Map.of("command",
							"echo before; echo trouble >&2; sh -c 'sleep 61; : " + mark
									+ "' & setsid sh -c 'sleep 62; : " + mark + "' & sleep 63; : " + mark,
							"timeout_ms", 500));
		assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
		assertThat(answer.error()).isTrue();
		assertThat(answer.text()).isEqualTo("Execution failed. Error code:-1 Error message: [timeout]");
		assertThat(MachineProcesses.commandLinesContaining(mark)).isEmpty();
	}

	@Test
	void aBackgroundProcessDoesNotHoldTheCallUpAndLivesOnForTheNextCommand() {
		Instant start = Instant.now();
		String pid = stdout("sleep 64 & echo $!").strip();
		assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
		assertThat(stdout("kill -0 " + pid + " && echo alive")).isEqualTo("alive\n");
		assertThat(stdout("kill " + pid + " && echo killed")).isEqualTo("killed\n");
	}

	@Test
	void aCommandLeavesNoProcessBehind() {
		String other = this.client.createSession();
		for (int i = 0; i < 5; i++) {
			this.client.shell(other, "echo $(seq 1 3) | cat");
		}
		await().untilAsserted(
				() -> assertThat(MachineProcesses.withEnvironment(Sandbox.SESSION_VARIABLE + "=" + other)).isEmpty());
	}

	@Test
	void aBackgroundProcessMayGoOnWriting() {
		stdout("rm -f ~/survived; (sleep 0.2; for i in 1 2 3 4 5 6 7 8; do echo more; echo more >&2; sleep 0.01; done; "
				+ "echo yes > ~/survived) & echo started");
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(stdout("cat ~/survived")).isEqualTo("yes\n"));
	}

	@Test
	void outputBeyondTheLimitIsDroppedAndTheErrorOutputSaysSo() {
		JsonNode result = this.client.shell(this.session,
				"i=0; while [ $i -lt 1000 ]; do echo äöü$i; i=$((i+1)); done");
		String stdout = result.path("stdout").stringValue();
		assertThat(stdout).startsWith("äöü0\näöü1\n").hasSizeLessThan(4096).doesNotContain("�");
		assertThat(result.path("stderr").stringValue()).contains("stdout was cut: the first 4096 of");
		assertThat(result.path("exit_code").intValue()).isZero();
	}

	@Test
	void commandsRunAtTheSameTime() {
		Instant start = Instant.now();
		List<String> outputs = IntStream.range(0, 8)
			.parallel()
			.mapToObj((i) -> stdout("sleep 0.3; echo " + i))
			.toList();
		assertThat(outputs).containsExactly("0\n", "1\n", "2\n", "3\n", "4\n", "5\n", "6\n", "7\n");
		assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(6));
	}

	@Test
	void aCommandMayKillItsOwnProcessGroup() {
		JsonNode result = this.client.shell(this.session, "echo before; kill -9 0");
		assertThat(result.path("stdout").stringValue()).isEqualTo("before\n");
		assertThat(result.path("exit_code").intValue()).isEqualTo(137);
	}

	@Test
	void theEndOfASessionEndsItsBackgroundProcessesAndRemovesItsFiles() {
		String mark = UUID.randomUUID().toString();
		String ended = this.client.createSession();
		this.client.shell(ended,
				"nohup sh -c 'sleep 65; : " + mark + "' >/dev/null 2>&1 & chmod 0 ~; echo x > $TMPDIR/x");
		assertThat(MachineProcesses.commandLinesContaining(mark)).isNotEmpty();
		this.client.call("DeleteSessionAsync", "SessionId", ended).ok();
		await().atMost(Duration.ofSeconds(10)).until(() -> !this.runtime.liveSessionIds().contains(ended));
		assertThat(MachineProcesses.commandLinesContaining(mark)).isEmpty();
	}

	@Test
	void wrongArgumentsAreNamed() {
		assertRefused(Map.of(), "Argument 'command' is required");
		assertRefused(Map.of("command", 7), "Argument 'command' must be a string");
		assertRefused(Map.of("command", " "), "Argument 'command' must not be blank");
		assertRefused(Map.of("command", "a\0b"), "Argument 'command' must not contain the character NUL");
		assertRefused(Map.of("command", "true", "timeout_ms", 0), "Argument 'timeout_ms' must be positive, not 0");
		assertRefused(Map.of("command", "true", "timeout_ms", "soon"), "Argument 'timeout_ms' must be an integer");
		assertRefused(Map.of("command", "true", "envs", Map.of("A", 1)),
				"Argument 'envs' must be an object whose values are strings");
		assertRefused(Map.of("command", "true", "envs", Map.of("A=B", "1")),
				"Argument 'envs' has 'A=B', which cannot name a variable");
	}

	String stdout(String command) {
		return this.client.shell(this.session, command).path("stdout").stringValue();
	}

	private void assertRefused(Map<String, ?> arguments, String message) {
		ToolAnswer answer = this.client.tool(this.session, "shell", arguments);
		assertThat(answer).isEqualTo(new ToolAnswer(message, true));
	}

}
