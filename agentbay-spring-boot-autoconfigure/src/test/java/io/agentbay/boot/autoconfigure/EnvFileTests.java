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

package io.agentbay.boot.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.agentbay.AgentBay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the {@code .env} file, each in a JVM whose working directory holds one.
 */
class EnvFileTests {

	@TempDir
	private Path directory;

	@Test
	void whoeverGivesTheKeyDecidesWhereItIsSent() throws Exception {
		Files.writeString(this.directory.resolve(".env"), "AGENTBAY_ENDPOINT=ftp://planted");
		assertThat(client("agentbay.api-key=akm-1")).contains("a client was made");
	}

	@Test
	void aFileThatGivesTheKeyGivesTheEndpointAsWell() throws Exception {
		Files.writeString(this.directory.resolve(".env"), "AGENTBAY_API_KEY=akm-1\nAGENTBAY_ENDPOINT=ftp://mistaken");
		assertThat(client()).contains("The AgentBay endpoint 'ftp://mistaken' cannot be used");
	}

	@Test
	void anAccountWithANameTakesNothingFromIt() throws Exception {
		Files.writeString(this.directory.resolve(".env"), "AGENTBAY_API_KEY=akm-1");
		assertThat(client("agentbay.clients.billing.endpoint=localhost:1"))
			.contains("set 'agentbay.clients.billing.api-key'");
	}

	private String client(String... properties) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
						System.getProperty("java.class.path"), Application.class.getName()));
		command.addAll(List.of(properties));
		ProcessBuilder jvm = new ProcessBuilder(command).directory(this.directory.toFile()).redirectErrorStream(true);
		jvm.environment().keySet().removeIf((name) -> name.startsWith("AGENTBAY_"));
		Process process = jvm.start();
		return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}

	/** Makes a client, and tells how that went. */
	static final class Application {

		private Application() {
		}

		public static void main(String[] properties) {
			String account = String.join(" ", properties).contains(".billing.") ? "billing" : "agentBay";
			new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(AgentBayAutoConfiguration.class))
				.withPropertyValues(properties)
				.run((context) -> {
					context.getBean(account, AgentBay.class);
					System.out.println("a client was made");
				});
		}

	}

}
