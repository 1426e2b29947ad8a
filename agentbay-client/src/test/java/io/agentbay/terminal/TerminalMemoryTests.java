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

package io.agentbay.terminal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.agentbay.AgentBay;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.testing.LocalClient;
import io.agentbay.testing.SmallMemoryTerminals;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What many terminals at once cost a client.
 */
class TerminalMemoryTests {

	private static final int TERMINALS = 100;

	private static final int BYTES = 1_000_000;

	@Test
	void aHundredTerminalsAtOnceGoThroughLittleMemoryAndFewThreads() throws Exception {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start();
				AgentBay agentBay = LocalClient.of(runtime).build()) {
			Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m", "-XX:MaxDirectMemorySize=32m", "-cp",
					System.getProperty("java.class.path"), SmallMemoryTerminals.class.getName(),
					runtime.endpoint().toString(), runtime.apiKey(), agentBay.create().id(),
					Integer.toString(TERMINALS), Integer.toString(BYTES))
				.redirectErrorStream(true)
				.start();
			process.getOutputStream().close();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
			assertThat(process.exitValue()).as(output).isZero();
			assertThat(output).containsPattern("wrong: 0, threads: (\\d|1\\d|2\\d)\\b");
		}
	}

}
