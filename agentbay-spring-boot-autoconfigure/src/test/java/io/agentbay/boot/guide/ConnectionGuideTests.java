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

import java.time.Duration;

import io.agentbay.AgentBay;
import io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayProperties;
import io.agentbay.boot.template.AgentBayOperations;
import io.agentbay.boot.template.AgentBayTemplate;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * The examples of the page about proxy, TLS and accounts, and of the connections on that
 * about performance. That a proxy and a bundle are used is shown by
 * {@code ConnectionSettingsTests}.
 */
class ConnectionGuideTests {

	private static final GuidePage PAGE = GuidePage.of("connection");

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AgentBayAutoConfiguration.class, SslAutoConfiguration.class))
		.withPropertyValues("agentbay.api-key=akm-1");

	@Test
	void aProxyIsDescribed() {
		this.contextRunner.withPropertyValues(PAGE.properties("agentbay.connection.proxy.port=3128"))
			.withPropertyValues(PAGE.properties("agentbay.direct-link=false"))
			.run((context) -> {
				AgentBayProperties properties = context.getBean(AgentBayProperties.class);
				assertThat(properties.connection().proxy().host()).isEqualTo("proxy.example.com");
				assertThat(properties.connection().proxy().directHosts()).containsExactly("*.example.com", "localhost");
				assertThat(properties.directLink()).isFalse();
				assertThat(context.getBean(AgentBay.class)).isNotNull();
			});
	}

	@Test
	void aBundleIsNamed() {
		this.contextRunner.withPropertyValues(PAGE.properties("agentbay.connection.ssl.bundle=company"))
			.run((context) -> assertThatException().isThrownBy(() -> context.getBean(AgentBay.class))
				.havingRootCause()
				.withMessageContaining("/etc/ssl/company.pem"));
	}

	@Test
	void aRegionHasItsEndpoint() {
		this.contextRunner.withPropertyValues(PAGE.properties("agentbay.region-id=ap-southeast-1")).run((context) -> {
			assertThat(context.getBean(AgentBayProperties.class).regionId()).isEqualTo("ap-southeast-1");
			assertThat(context.getBean(AgentBay.class)).isNotNull();
		});
	}

	@Test
	void accountsAreToldApart() {
		try (LocalAgentBay main = LocalAgentBay.builder().apiKey("akm-main").start();
				LocalAgentBay other = LocalAgentBay.builder().apiKey("akm-batch").start()) {
			this.contextRunner.withPropertyValues(PAGE.properties("agentbay.clients.batch.api-key=akm-batch"))
				.withPropertyValues("agentbay.endpoint=" + main.endpoint(),
						"agentbay.clients.batch.endpoint=" + other.endpoint())
				.withBean(Reports.class)
				.run((context) -> {
					context.getBean(Reports.class).write();
					AgentBay batch = context.getBean("batch", AgentBay.class);
					AgentBayOperations operations = new AgentBayTemplate(batch);
					String image = operations.execute(Session::imageId);
					assertThat(image).isEqualTo("code_latest");
					assertThat(other.journal().calls("CreateMcpSession")).hasSize(2);
					assertThat(other.liveSessionIds()).isEmpty();
					assertThat(main.journal().calls()).isEmpty();
				});
		}
	}

	@Test
	void connectionsAreAsMany() {
		this.contextRunner
			.withPropertyValues(GuidePage.of("performance").properties("agentbay.connection.max-connections=200"))
			.run((context) -> {
				AgentBayProperties.Connection connection = context.getBean(AgentBayProperties.class).connection();
				assertThat(connection.maxConnections()).isEqualTo(200);
				assertThat(connection.idleTimeout()).isEqualTo(Duration.ofSeconds(30));
			});
	}

}
