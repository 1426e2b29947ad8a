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

package io.agentbay.boot.test.container;

import io.agentbay.AgentBay;
import io.agentbay.boot.autoconfigure.AgentBayConnectionDetails;
import io.agentbay.local.LocalAgentBay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link AgentBayContainerConnectionDetailsFactory}, with containers that run a
 * runtime in this JVM instead of one in Docker.
 */
class AgentBayContainerConnectionDetailsFactoryTests {

	private static final LocalAgentBay[] running = new LocalAgentBay[1];

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withPropertyValues("agentbay.api-key=akm-of-the-account", "agentbay.endpoint=http://127.0.0.1:1")
		.withConfiguration(AutoConfigurations.of(ServiceConnectionAutoConfiguration.class,
				io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration.class));

	@AfterEach
	void closeRuntime() {
		if (running[0] != null) {
			running[0].close();
		}
	}

	@Test
	void typedContainerServesTheApplicationInsteadOfItsAccount() {
		this.contextRunner.withUserConfiguration(Typed.class).run((context) -> {
			assertThat(context).hasSingleBean(AgentBayConnectionDetails.class);
			String id = context.getBean(AgentBay.class).create().id();
			assertThat(running[0].liveSessionIds()).containsExactly(id);
		});
	}

	@Test
	void otherContainerIsKnownByItsName() {
		this.contextRunner.withUserConfiguration(Named.class).run((context) -> {
			AgentBayConnectionDetails details = context.getBean(AgentBayConnectionDetails.class);
			assertThat(details.getApiKey()).isEqualTo("akm-named");
			assertThat(details.getEndpoint()).isEqualTo("http://127.0.0.1:48080");
		});
	}

	@Test
	void containerWithAnotherNameIsNotTaken() {
		this.contextRunner.withUserConfiguration(Unnamed.class).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).hasMessageContaining("add a 'name' to your @ServiceConnection");
		});
	}

	@Test
	void imageMustBeTheRuntimes() {
		assertThatIllegalStateException().isThrownBy(() -> new AgentBayContainer("postgres"));
		assertThat(new AgentBayContainer(
				DockerImageName.parse("company/agentbay").asCompatibleSubstituteFor("agentbay/local-runtime")))
			.isNotNull();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new AgentBayContainer("agentbay/local-runtime").withApiKey(" "));
	}

	@Configuration(proxyBeanMethods = false)
	static class Typed {

		@Bean
		@ServiceConnection
		AgentBayContainer container() {
			return new InThisJvm();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Named {

		@Bean
		@ServiceConnection(name = "agentbay/local-runtime")
		GenericContainer<?> container() {
			return new NeverStarted().withEnv("AGENTBAY_API_KEY", "akm-named");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Unnamed {

		@Bean
		@ServiceConnection
		GenericContainer<?> container() {
			return new NeverStarted();
		}

	}

	private static final class NeverStarted extends GenericContainer<NeverStarted> {

		private NeverStarted() {
			super("company/other");
		}

		@Override
		public void start() {
		}

		@Override
		public String getHost() {
			return "127.0.0.1";
		}

		@Override
		public Integer getMappedPort(int port) {
			return 40_000 + port;
		}

	}

	private static final class InThisJvm extends AgentBayContainer {

		private @Nullable LocalAgentBay runtime;

		private InThisJvm() {
			super("agentbay/local-runtime");
		}

		@Override
		public void start() {
			if (this.runtime == null) {
				this.runtime = LocalAgentBay.builder().apiKey(getApiKey()).start();
				running[0] = this.runtime;
			}
		}

		@Override
		public boolean isRunning() {
			return this.runtime != null;
		}

		@Override
		public String getEndpoint() {
			start();
			return String.valueOf(running[0].endpoint());
		}

	}

}
