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

import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.session.AgentBayTemplate;
import io.agentbay.boot.session.ReactiveAgentBayTemplate;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AgentBayTemplateAutoConfiguration}.
 */
class AgentBayTemplateAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(AgentBayAutoConfiguration.class, AgentBayTemplateAutoConfiguration.class))
		.withPropertyValues("agentbay.api-key=akm-1");

	@Test
	void bothTemplatesAreThere() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(AgentBayTemplate.class)
			.hasSingleBean(ReactiveAgentBayTemplate.class));
	}

	@Test
	void templateOfTheApplicationFeedsTheBlockingOne() {
		this.contextRunner.withBean("own", ReactiveAgentBayTemplate.class, () -> new ReactiveAgentBayTemplate(client()))
			.run((context) -> assertThat(context).hasSingleBean(ReactiveAgentBayTemplate.class)
				.hasBean("own")
				.hasSingleBean(AgentBayTemplate.class));
	}

	@Test
	void severalClientsOfTheApplicationHaveNoTemplate() {
		this.contextRunner.withBean("one", ReactiveAgentBay.class, AgentBayTemplateAutoConfigurationTests::client)
			.withBean("two", ReactiveAgentBay.class, AgentBayTemplateAutoConfigurationTests::client)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(AgentBayTemplate.class)
				.doesNotHaveBean(ReactiveAgentBayTemplate.class));
	}

	@Test
	void backsOffWithoutTheClientOnTheClassPath() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(ReactiveAgentBay.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("agentBayTemplate"));
	}

	private static ReactiveAgentBay client() {
		return ReactiveAgentBay.builder().apiKey("akm-2").buildReactive();
	}

}
