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
import io.agentbay.boot.template.AgentBayTemplate;
import io.agentbay.local.LocalAgentBay;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AgentBayTest}.
 */
@AgentBayTest(properties = { "agentbay.clients.other.api-key=akm-of-the-cloud", "agentbay.api-key=akm-of-the-cloud" },
		classes = AgentBayTestTests.Application.class)
class AgentBayTestTests {

	@Autowired
	private AgentBayTemplate template;

	@Autowired
	@Qualifier("other")
	private AgentBay other;

	@Autowired
	private LocalAgentBay service;

	@Test
	void applicationWorksInSessionsOnThisMachine() {
		String output = this.template
			.execute((session) -> session.command().run("echo here").requireSuccess().stdout());
		assertThat(output).isEqualTo("here\n");
		assertThat(this.service.journal().calls("CreateMcpSession")).hasSize(1);
	}

	@Test
	void noAccountOfTheApplicationReachesTheCloud() {
		String id = this.other.create().id();
		assertThat(this.service.liveSessionIds()).contains(id);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
