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

package io.agentbay.boot.test;

import io.agentbay.AgentBay;
import io.agentbay.boot.template.AgentBayOperations;
import io.agentbay.local.LocalAgentBay;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

import static io.agentbay.boot.test.assertj.AgentBayAssertions.assertThat;
import static io.agentbay.boot.test.assertj.AgentBayAssertions.times;

/**
 * Tests for {@link AgentBayTest}.
 */
@AgentBayTest(properties = { "agentbay.clients.other.api-key=akm-of-the-cloud", "agentbay.api-key=akm-of-the-cloud" })
@Import(AgentBayTestTests.Greeter.class)
class AgentBayTestTests {

	@Autowired
	private Greeter greeter;

	@Autowired
	@Qualifier("other")
	private AgentBay other;

	@Autowired
	private LocalAgentBay runtime;

	@Autowired
	private ApplicationContext context;

	@Test
	void whatIsImportedWorksInSessionsOnThisMachine() {
		assertThat(this.greeter.greet()).isEqualTo("here\n");
		assertThat(this.runtime).received("CreateMcpSession", times(1)).receivedToolCall("shell");
	}

	@Test
	void noAccountOfTheApplicationReachesTheCloud() {
		String id = this.other.create().id();
		assertThat(this.runtime.liveSessionIds()).contains(id);
	}

	@Test
	void nothingElseOfTheApplicationIsThere() {
		assertThat(this.context.getBeanProvider(Other.class).stream()).isEmpty();
		assertThat(this.context.getBeanProvider(TaskExecutionAutoConfiguration.class).stream()).isEmpty();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ComponentScan(basePackageClasses = AgentBayTestTests.class, useDefaultFilters = false,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Other.class),
			excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
	static class Application {

	}

	@Component
	static class Other {

	}

	@Service
	static class Greeter {

		private final AgentBayOperations agentBay;

		Greeter(AgentBayOperations agentBay) {
			this.agentBay = agentBay;
		}

		String greet() {
			return this.agentBay.execute((session) -> session.command().run("echo here").requireSuccess().stdout());
		}

	}

}
