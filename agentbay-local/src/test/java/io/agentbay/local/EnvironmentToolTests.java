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

import java.util.List;
import java.util.Map;

import io.agentbay.local.TestClient.ToolAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Environment variables of sessions.
 */
class EnvironmentToolTests {

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final TestClient client = new TestClient(this.runtime);

	private final String session = this.client.createSession();

	@AfterEach
	void stop() {
		this.runtime.close();
	}

	private ToolAnswer set(Object... variables) {
		return this.client.tool(this.session, "set_env", Map.of("envs", List.of(variables)));
	}

	private static Map<String, String> variable(String name, String value) {
		return Map.of("key", name, "value", value);
	}

	@Test
	@Exercises({ "set_env", "get_env" })
	void whatIsSetIsSeenByCommandsAndTold() {
		assertThat(set(variable("A", "it's $HOME\nand more"), variable("B", "2")).error()).isFalse();
		assertThat(this.client.tool(this.session, "shell", Map.of("command", "printf %s \"$A$B\"")).text())
			.contains("it's $HOME\\nand more2");
		assertThat(TestClient.MAPPER.readTree(this.client.tool(this.session, "get_env", Map.of()).text()))
			.isEqualTo(TestClient.MAPPER.valueToTree(Map.of("A", "it's $HOME\nand more", "B", "2")));
		assertThat(this.client.tool(this.session, "get_env", Map.of("keys", List.of("B", "C"))).text())
			.isEqualTo("{\"B\":\"2\"}");
		String other = this.client.createSession();
		assertThat(this.client.tool(other, "get_env", Map.of()).text()).isEqualTo("{}");
	}

	@Test
	void whatCannotBeSetIsRefused() {
		assertThat(set().text()).isEqualTo("Argument 'envs' must not be empty");
		assertThat(set(variable("A B", "x")).text()).contains("cannot name a variable");
		assertThat(set(variable("A", "x\0")).error()).isTrue();
		assertThat(set(Map.of("key", "A")).text()).contains("'key' and 'value'");
		assertThat(this.client.tool(this.session, "get_env", Map.of()).text()).isEqualTo("{}");
	}

	@Test
	void whatNoProgramCouldBeStartedWithIsRefused() {
		assertThat(set(variable("BIG", "x".repeat(200_000))).text()).contains("BIG with 200004 bytes");
		for (char name = 'A'; name <= 'I'; name++) {
			set(variable(String.valueOf(name), "x".repeat(120_000)));
		}
		assertThat(set(variable("J", "x".repeat(120_000))).text()).contains("all variables together may have");
		assertThat(this.client.shell(this.session, "echo here").path("stdout").stringValue()).isEqualTo("here\n");
	}

	@Test
	void aSearchPathWithoutTheSystemsProgramsLeavesTheSessionUsable() {
		set(variable("PATH", "/opt/my/bin"));
		assertThat(this.client.shell(this.session, "echo \"$PATH\"; A=1; ls").path("stdout").stringValue())
			.isEqualTo("/opt/my/bin\n");
		assertThat(this.client.shell(this.session, "echo $B", Map.of("envs", Map.of("B", "2")))
			.path("stdout")
			.stringValue()).isEqualTo("2\n");
		assertThat(
				this.client.tool(this.session, "run_code", Map.of("language", "python", "code", "print(6 * 7)")).text())
			.contains("42");
		set(variable("PATH", "/usr/bin:/bin"));
		assertThat(this.client.shell(this.session, "ls / | head -n 1").path("stdout").stringValue()).isNotEmpty();
	}

}
