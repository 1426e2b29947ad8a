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
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AutoConfigureLocalAgentBay}, as an application's tests would use it.
 */
@SpringBootTest(classes = AutoConfigureLocalAgentBayTests.Application.class,
		properties = "agentbay.api-key=akm-of-the-account")
@AutoConfigureLocalAgentBay
class AutoConfigureLocalAgentBayTests {

	@Autowired
	private AgentBay agentBay;

	@Autowired
	private LocalAgentBay runtime;

	@Test
	void applicationWorksInSessionsOfTheSharedRuntime() {
		Session session = this.agentBay.create();
		assertThat(session.command().run("echo real").requireSuccess().stdout()).isEqualTo("real\n");
		assertThat(this.runtime).isSameAs(SharedLocalAgentBay.get().runtime());
		assertThat(this.runtime.liveSessionIds()).contains(session.id());
	}

	@Nested
	@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
	class InNestedClasses {

		@Test
		@Order(1)
		void sessionsCanBeLeft() {
			AutoConfigureLocalAgentBayTests.this.agentBay.create();
			assertThat(AutoConfigureLocalAgentBayTests.this.runtime.liveSessionIds()).hasSize(1);
		}

		@Test
		@Order(2)
		void sessionsThatWereLeftAreGone() {
			assertThat(AutoConfigureLocalAgentBayTests.this.runtime.liveSessionIds()).isEmpty();
			assertThat(AutoConfigureLocalAgentBayTests.this.agentBay.cachedSessions()).isEmpty();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
