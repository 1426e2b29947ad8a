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
import io.agentbay.boot.pool.ReactiveSessionSource;
import io.agentbay.boot.template.AgentBayOperations;
import io.agentbay.boot.template.AgentBayTemplate;
import io.agentbay.boot.template.ReactiveAgentBayOperations;
import io.agentbay.boot.template.ReactiveAgentBayTemplate;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

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
	void sourceOfTheApplicationFeedsBothTemplates() {
		this.contextRunner
			.withBean("own", ReactiveSessionSource.class,
					() -> (options) -> Mono.error(new IllegalStateException("none here")))
			.run((context) -> {
				assertThat(context).hasSingleBean(ReactiveSessionSource.class);
				assertThatIllegalStateException()
					.isThrownBy(() -> context.getBean(AgentBayOperations.class).execute((session) -> session.id()))
					.withMessage("none here");
				assertThatIllegalStateException()
					.isThrownBy(() -> context.getBean(ReactiveAgentBayOperations.class)
						.execute((session) -> Mono.just(session.id()))
						.block())
					.withMessage("none here");
			});
	}

	@Test
	void operationsOfTheApplicationReplaceATemplate() {
		this.contextRunner
			.withBean("own", ReactiveAgentBayOperations.class, () -> new ReactiveAgentBayTemplate(client()))
			.withBean("ownBlocking", AgentBayOperations.class, () -> new AgentBayTemplate(client().blocking()))
			.run((context) -> assertThat(context).hasSingleBean(ReactiveAgentBayOperations.class)
				.hasSingleBean(AgentBayOperations.class));
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
