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

package io.agentbay.ai.sandbox;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import io.agentbay.AgentBay;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springaicommunity.sandbox.AbstractSandboxTCK;
import org.springaicommunity.sandbox.ExecResult;
import org.springaicommunity.sandbox.ExecSpec;
import org.springaicommunity.sandbox.FileEntry;
import org.springaicommunity.sandbox.Sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A session passes the test kit of agent-sandbox, and some more.
 */
class AgentBaySandboxTests extends AbstractSandboxTCK {

	private static final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private static final AgentBay agentBay = AgentBay.builder()
		.apiKey(runtime.apiKey())
		.endpoint(runtime.endpoint().toString())
		.build();

	@BeforeEach
	void open() {
		this.sandbox = AgentBaySandbox.create(agentBay);
	}

	@AfterAll
	static void stop() {
		agentBay.close();
		runtime.close();
	}

	@Test
	void sessionEndsWithItsSandboxUnlessItIsLent() {
		this.sandbox.close();
		assertThat(runtime.liveSessionIds()).isEmpty();
		assertThatIllegalStateException().isThrownBy(() -> this.sandbox.exec(ExecSpec.of("true")));
		try (Session session = agentBay.create()) {
			Sandbox lent = AgentBaySandbox.in(session);
			assertThat(lent.shouldCleanupOnClose()).isFalse();
			lent.close();
			assertThat(runtime.liveSessionIds()).containsExactly(session.id());
		}
	}

	@Test
	void programIsWrittenAndRun() {
		ExecResult result = this.sandbox.files()
			.create("sum.sh", "echo $((1 + 2))")
			.and()
			.exec(ExecSpec.of("bash", "sum.sh"));
		assertThat(result.stdout()).isEqualTo("3\n");
	}

	@Test
	void argumentsArriveAsTheyAre() {
		assertThat(this.sandbox.exec(ExecSpec.of("printf", "%s|", "it's", "$HOME", "a b", "", "*")).stdout())
			.isEqualTo("it's|$HOME|a b||*|");
		assertThat(this.sandbox.exec(ExecSpec.builder().shellCommand("echo $((1 + 2)) | tr 3 4; exit 5").build()))
			.satisfies((result) -> {
				assertThat(result.stdout()).isEqualTo("4\n");
				assertThat(result.exitCode()).isEqualTo(5);
			});
	}

	@Test
	void strangeNamesAreListedAndDeleted() {
		this.sandbox.files().create("odd/it's\n$x *", "1").create("odd/-rf", "22");
		assertThat(this.sandbox.files().list("odd")).extracting(FileEntry::path)
			.containsExactlyInAnyOrder("odd/it's\n$x *", "odd/-rf");
		this.sandbox.files().delete("odd/it's\n$x *").delete("odd", true);
		assertThat(this.sandbox.files().exists("odd")).isFalse();
	}

	@Test
	void interactiveProcessIsTalkedTo() throws Exception {
		Process process = this.sandbox.startInteractive(ExecSpec.builder()
			.shellCommand("while read line; do echo \"$WHO got $line\"; done; exit 7")
			.env("WHO", "shell")
			.build());
		try (BufferedReader output = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
			for (String line : new String[] { "one", "größer" }) {
				process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
				process.getOutputStream().flush();
				assertThat(output.readLine()).isEqualTo("shell got " + line);
			}
			assertThat(process.isAlive()).isTrue();
			process.destroy();
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		}
	}

}
