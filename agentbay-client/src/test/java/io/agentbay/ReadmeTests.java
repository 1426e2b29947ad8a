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

package io.agentbay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.testing.LocalClient;
import org.junit.jupiter.api.Test;

import org.springframework.stereotype.Service;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The first example of the README, run as it is printed.
 */
class ReadmeTests {

	@Test
	void theFirstExampleAnswersThree() {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start();
				AgentBay agentBay = LocalClient.of(runtime).build()) {
			assertThat(new Calculator(agentBay).compute("1 + 2")).isEqualTo("3\n");
			assertThat(runtime.liveSessionIds()).isEmpty();
		}
	}

	@Test
	void theFirstExampleIsInThisTest() throws IOException {
		String printed = Files.readString(Path.of("..", "README.md")).split("```java\n")[1].split("```")[0];
		String source = Files.readString(Path.of("src/test/java/io/agentbay/ReadmeTests.java"));
		assertThat(squeezed(source)).contains(squeezed(printed));
	}

	private static String squeezed(String code) {
		return code.replaceAll("\\s+", "");
	}

	@Service
	class Calculator {

		private final AgentBay agentBay;

		Calculator(AgentBay agentBay) {
			this.agentBay = agentBay;
		}

		String compute(String expression) {
			try (Session session = this.agentBay.create()) {
				session.fileSystem().write("compute.sh", "echo $((" + expression + "))\n");
				return session.command().run("sh compute.sh").requireSuccess().stdout();
			}
		}

	}

}
