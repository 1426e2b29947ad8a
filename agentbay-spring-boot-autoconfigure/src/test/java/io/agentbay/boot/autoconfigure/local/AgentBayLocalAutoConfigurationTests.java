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

package io.agentbay.boot.autoconfigure.local;

import java.nio.file.Path;
import java.util.Arrays;

import io.agentbay.AgentBay;
import io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayCleanupAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayConnectionDetails;
import io.agentbay.boot.autoconfigure.AgentBayLocalProperties;
import io.agentbay.local.Isolation;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AgentBayLocalAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class AgentBayLocalAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AgentBayAutoConfiguration.class,
				AgentBayCleanupAutoConfiguration.class, AgentBayLocalAutoConfiguration.class));

	@Test
	void enabledRuntimeRunsRealCommandsForTheClient() {
		this.contextRunner.withPropertyValues("agentbay.local.enabled=true").run((context) -> {
			Session session = context.getBean(AgentBay.class).create();
			assertThat(session.command().run("echo $((6 * 7))").requireSuccess().stdout()).isEqualTo("42\n");
			assertThat(context.getBean(LocalAgentBay.class).liveSessionIds()).containsExactly(session.id());
		});
	}

	@Test
	void enabledRuntimeWinsOverAKeyWhichItNeverSees() {
		this.contextRunner.withPropertyValues("agentbay.local.enabled=true", "agentbay.api-key=akm-account")
			.run((context) -> {
				assertThat(context.getBean(AgentBayConnectionDetails.class).getApiKey()).isNotEqualTo("akm-account");
				assertThat(context.getBean(AgentBay.class).list()).isEmpty();
			});
	}

	@Test
	void runtimeOutlivesCleanerAndClientAndTellsThatNoSessionIsLeft(CapturedOutput output) {
		this.contextRunner.withPropertyValues("agentbay.local.enabled=true").run((context) -> {
			context.getBean(AgentBay.class).create();
			context.getBean(AgentBay.class).create();
		});
		assertThat(output.getOut()).containsSubsequence("Deleted 2 AgentBay session(s)",
				"AgentBay local runtime ends, sessions still alive: none");
	}

	@Test
	void runtimeTellsWhichSessionsAreLeft(CapturedOutput output) {
		String[] id = new String[1];
		this.contextRunner.withPropertyValues("agentbay.local.enabled=true", "agentbay.cleanup.enabled=false")
			.run((context) -> id[0] = context.getBean(AgentBay.class).create().id());
		assertThat(output).contains("AgentBay local runtime ends, sessions still alive: " + id[0]);
	}

	@Test
	void settingsOfTheRuntimeAreApplied(@TempDir Path directory) {
		this.contextRunner
			.withPropertyValues("agentbay.local.enabled=true", "agentbay.local.api-key=akm-chosen",
					"agentbay.local.data-directory=" + directory, "agentbay.local.isolation=host",
					"agentbay.local.direct-link=false")
			.run((context) -> {
				LocalAgentBay runtime = context.getBean(LocalAgentBay.class);
				assertThat(runtime.isolation()).isEqualTo(Isolation.HOST);
				context.getBean(AgentBay.class).create().command().run("true").requireSuccess();
				assertThat(runtime.journal().calls("CallMcpTool")).hasSize(1);
				assertThat(runtime.apiKey()).isEqualTo("akm-chosen");
				assertThat(directory).isNotEmptyDirectory();
			});
	}

	@Test
	void runtimeOfTheApplicationIsUsed() {
		try (LocalAgentBay own = LocalAgentBay.builder().start()) {
			this.contextRunner.withPropertyValues("agentbay.local.enabled=true")
				.withBean("own", LocalAgentBay.class, () -> own)
				.run((context) -> {
					assertThat(context).hasSingleBean(LocalAgentBay.class);
					assertThat(context.getBean(AgentBayConnectionDetails.class).getEndpoint())
						.isEqualTo(own.endpoint().toString());
				});
		}
	}

	@Test
	void connectionDetailsOfTheApplicationKeepTheRuntimeFromStarting() {
		this.contextRunner.withPropertyValues("agentbay.local.enabled=true")
			.withBean(AgentBayConnectionDetails.class, ElsewhereConnectionDetails::new)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(LocalAgentBay.class)
				.hasSingleBean(AgentBayConnectionDetails.class));
	}

	@Test
	void runtimeIsNotStartedUnasked() {
		this.contextRunner.withPropertyValues("agentbay.api-key=akm-account")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(LocalAgentBay.class));
	}

	@Test
	void disabledRuntimeIsNotStartedAsFallbackEither() {
		this.contextRunner
			.withPropertyValues("agentbay.local.enabled=false", "agentbay.local.fallback=true",
					"agentbay.api-key=akm-account")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(LocalAgentBay.class));
	}

	@Test
	void fallbackStaysOffWhenAKeyIsSet() {
		this.contextRunner.withPropertyValues("agentbay.local.fallback=true", "agentbay.api-key=akm-account")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(LocalAgentBay.class));
	}

	@Test
	void missingRuntimeIsExplained() {
		this.contextRunner.withPropertyValues("agentbay.local.enabled=true")
			.withClassLoader(new FilteredClassLoader(LocalAgentBay.class))
			.run((context) -> {
				assertThat(context).hasFailed()
					.getFailure()
					.hasRootCauseInstanceOf(LocalRuntimeNotFoundException.class);
				Throwable failure = context.getStartupFailure();
				assertThat(failure).isNotNull();
				FailureAnalysis analysis = new LocalRuntimeNotFoundFailureAnalyzer().analyze(failure);
				assertThat(analysis).isNotNull();
				assertThat(analysis.getAction()).contains("io.agentbay:agentbay-local");
			});
	}

	@Test
	void propertyOffersTheIsolationsOfTheRuntime() {
		assertThat(AgentBayLocalProperties.Isolation.values()).extracting(Enum::name)
			.containsExactly(Arrays.stream(Isolation.values()).map(Enum::name).toArray(String[]::new));
	}

	static class ElsewhereConnectionDetails implements AgentBayConnectionDetails {

		@Override
		public String getApiKey() {
			return "akm-elsewhere";
		}

		@Override
		public String getEndpoint() {
			return "localhost:1";
		}

	}

}
