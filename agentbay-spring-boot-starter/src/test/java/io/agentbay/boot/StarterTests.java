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

package io.agentbay.boot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.agentbay.AgentBay;
import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.autoconfigure.AgentBayConnectionDetails;
import io.agentbay.boot.autoconfigure.local.LocalAgentBayConnectionDetails;
import io.agentbay.error.ConnectionFailedException;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.session.SessionSummary;
import io.netty.handler.codec.quic.Quic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the starter brings, on its own class path: no web, no actuator, no
 * metrics.
 */
class StarterTests {

	private static final int TLS_HANDSHAKE = 22;

	@Test
	void plainApplicationWorksInSessionsAndStaysPlain() {
		SpringApplication application = new SpringApplication(Application.class);
		assertThat(application.getWebApplicationType()).isEqualTo(WebApplicationType.NONE);
		LocalAgentBay runtime;
		try (ConfigurableApplicationContext context = application.run()) {
			runtime = context.getBean(LocalAgentBay.class);
			assertThat(context).isInstanceOf(AnnotationConfigApplicationContext.class);
			Session session = context.getBean(AgentBay.class).create();
			assertThat(session.command().run("echo plain").requireSuccess().stdout()).isEqualTo("plain\n");
		}
		assertThat(runtime.journal().calls("DeleteSessionAsync")).hasSize(1);
	}

	@Test
	void applicationKeepsItsOwnWebClientAndJsonSettings() {
		try (ConfigurableApplicationContext context = SpringApplication.run(Application.class)) {
			assertThat(context.getBeanProvider(WebClient.Builder.class)).isEmpty();
			assertThat(context.getBeanProvider(JsonMapper.class)).isEmpty();
			assertThat(context.getBeansOfType(ReactiveAgentBay.class)).hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.springframework.boot.health.contributor.HealthIndicator",
			"org.springframework.boot.actuate.endpoint.annotation.Endpoint",
			"io.micrometer.core.instrument.MeterRegistry",
			"org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
			"org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration",
			"io.netty.handler.codec.http3.Http3" })
	void starterDoesNotBring(String type) {
		assertThat(ClassUtils.isPresent(type, getClass().getClassLoader())).isFalse();
	}

	@Test
	void nativesForQuicAreNotBrought() {
		assertThat(Quic.isAvailable()).isFalse();
	}

	@Test
	void withoutASchemeTheEndpointIsCalledEncrypted() throws IOException {
		try (ServerSocket service = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				ConfigurableApplicationContext context = SpringApplication.run(CloudApplication.class,
						"--agentbay.api-key=akm-1", "--agentbay.endpoint=localhost:" + service.getLocalPort(),
						"--agentbay.retry.max-attempts=1", "--agentbay.connection.response-timeout=30s")) {
			CompletableFuture<List<SessionSummary>> answer = context.getBean(ReactiveAgentBay.class)
				.list()
				.collectList()
				.toFuture();
			try (Socket connection = service.accept()) {
				assertThat(connection.getInputStream().read()).isEqualTo(TLS_HANDSHAKE);
			}
			assertThat(answer).failsWithin(Duration.ofSeconds(30))
				.withThrowableThat()
				.withCauseInstanceOf(ConnectionFailedException.class);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class CloudApplication {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		LocalAgentBay localAgentBay() {
			return LocalAgentBay.builder().start();
		}

		@Bean
		AgentBayConnectionDetails connectionDetails(LocalAgentBay runtime) {
			return new LocalAgentBayConnectionDetails(runtime);
		}

	}

}
