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
package io.agentbay.boot.guide;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.agentbay.AgentBay;
import io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayConnectionDetails;
import io.agentbay.boot.autoconfigure.local.AgentBayLocalAutoConfiguration;
import io.agentbay.local.Isolation;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.LocalAgentBayMain;
import io.agentbay.session.Session;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of the page about the local runtime.
 */
class LocalRuntimeGuideTests {

	private static final GuidePage PAGE = GuidePage.of("local-runtime");

	private static final Pattern PROGRAM = Pattern.compile("java -jar \\S+-exec\\.jar (.*)");

	private static final Pattern READY = Pattern.compile(".* listens on http://127\\.0\\.0\\.1:(\\d+) .*");

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(AgentBayAutoConfiguration.class, AgentBayLocalAutoConfiguration.class));

	@Test
	void asABean() {
		this.contextRunner.withPropertyValues(GuidePage.of("getting-started").properties("agentbay.local.enabled=true"))
			.withPropertyValues("agentbay.api-key=akm-of-the-account")
			.run((context) -> {
				assertThat(context.getBean(AgentBayConnectionDetails.class).getApiKey())
					.isNotEqualTo("akm-of-the-account");
				try (Session session = context.getBean(AgentBay.class).create()) {
					assertThat(context.getBean(LocalAgentBay.class).liveSessionIds()).containsExactly(session.id());
				}
			});
	}

	@Test
	void onlyIsolated() {
		this.contextRunner.withPropertyValues(PAGE.properties("agentbay.local.isolation=bubblewrap")).run((context) -> {
			if (context.getStartupFailure() == null) {
				assertThat(context.getBean(LocalAgentBay.class).isolation()).isEqualTo(Isolation.BUBBLEWRAP);
			}
			else {
				assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("Sessions cannot be isolated");
			}
		});
	}

	@Test
	void asAProgram() throws Exception {
		List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-cp",
				System.getProperty("java.class.path"), LocalAgentBayMain.class.getName()));
		Matcher program = PROGRAM.matcher(PAGE.text());
		assertThat(program.find()).isTrue();
		command.addAll(List.of(program.group(1).replace("--port 8081", "--port 0").split(" ")));
		if ("root".equals(System.getProperty("user.name"))) {
			command.add("--allow-root");
		}
		Process runtime = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		try (BufferedReader output = runtime.inputReader(StandardCharsets.UTF_8)) {
			Matcher ready = READY.matcher(String.valueOf(output.readLine()));
			assertThat(ready.matches()).isTrue();
			this.contextRunner.withPropertyValues(PAGE.properties("agentbay.endpoint=http://127.0.0.1:8081"))
				.withPropertyValues("agentbay.endpoint=http://127.0.0.1:" + ready.group(1))
				.run((context) -> assertThat(context.getBean(AgentBay.class).create().id()).isNotBlank());
		}
		finally {
			runtime.destroy();
			assertThat(runtime.waitFor(60, TimeUnit.SECONDS)).isTrue();
		}
	}

}
