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
import java.util.Map;
import java.util.stream.Stream;

import io.agentbay.local.TestClient.ToolAnswer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a display lives and ends, however sessions are isolated.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DesktopSuite {

	private final LocalAgentBay runtime;

	private final TestClient client;

	private String session = "";

	DesktopSuite(Isolation isolation) {
		this.runtime = LocalAgentBay.builder().isolation(isolation).start();
		this.client = new TestClient(this.runtime);
	}

	@BeforeEach
	void createSession() {
		Assumptions.assumeTrue(
				Stream.of("Xvfb", "openbox", "xdotool", "wmctrl", "xprop")
					.allMatch((program) -> Files.isExecutable(Path.of("/usr/bin", program))),
				"programs are missing (Debian packages: xvfb openbox xdotool wmctrl x11-utils)");
		this.session = this.client.createSession();
	}

	@AfterEach
	void closeRuntime() {
		this.runtime.close();
	}

	/**
	 * One test, as each step needs the one before and displays take time to start.
	 */
	@Test
	void aDisplayStartsWhenItIsNeededIsReplacedWhenItIsKilledAndEndsWithTheSession() {
		assertThat(MachineProcesses.withEnvironment("AGENTBAY_SESSION_ID=" + this.session)).isEmpty();
		assertThat(shell("echo \"[$DISPLAY]\"")).isEqualTo("[]\n");
		assertThat(tool("get_screen_size", Map.of()).text()).contains("1280");
		String first = shell("echo $DISPLAY").strip();
		assertThat(first).matches(":\\d{5}");
		assertThat(shell("xdotool getdisplaygeometry")).isEqualTo("1280 800\n");

		assertThat(tool("stop_app_by_pname", Map.of("pname", "Xvfb")).error()).isFalse();
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> !tool("move_mouse", Map.of("x", 7, "y", 9)).error());
		String second = shell("echo $DISPLAY").strip();
		assertThat(second).isNotEqualTo(first);
		JsonNode place = TestClient.MAPPER.readTree(tool("get_cursor_position", Map.of()).text());
		assertThat(place.path("x").intValue()).isEqualTo(7);

		assertThat(tool("stop_app_by_pid", Map.of("pid", ProcessHandle.current().pid())).text())
			.startsWith("No process of this session");
		this.client.call("DeleteSessionAsync", "SessionId", this.session).ok();
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> this.runtime.liveSessionIds().isEmpty());
		assertThat(MachineProcesses.withEnvironment("AGENTBAY_SESSION_ID=" + this.session)).isEmpty();
		for (String display : new String[] { first, second }) {
			assertThat(Path.of("/tmp/.X11-unix/X" + display.substring(1))).doesNotExist();
		}
	}

	private ToolAnswer tool(String name, Map<String, ?> arguments) {
		return this.client.tool(this.session, name, arguments);
	}

	private String shell(String command) {
		return this.client.shell(this.session, command).path("stdout").stringValue();
	}

}
