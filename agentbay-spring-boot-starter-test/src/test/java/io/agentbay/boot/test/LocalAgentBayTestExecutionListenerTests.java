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

import java.util.ArrayList;
import java.util.List;

import io.agentbay.AgentBay;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Fault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.testkit.engine.EngineTestKit;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

/**
 * Tests for {@link LocalAgentBayTestExecutionListener}: runs test classes and looks at
 * what they saw and left.
 */
class LocalAgentBayTestExecutionListenerTests {

	@Test
	void everyTestBeginsInOrderAndOlderSessionsLiveAsLongAsWhatCreatedThem() {
		Observed.sessions.clear();
		EngineTestKit.engine("junit-jupiter")
			.selectors(selectClass(FirstTestCase.class), selectClass(SecondTestCase.class))
			.execute()
			.testEvents()
			.assertStatistics((events) -> events.succeeded(3).failed(0));
		int ofApplication = 1;
		int ofClass = 1;
		int ofMethod = 1;
		assertThat(Observed.sessions).containsExactly(ofApplication + ofClass + ofMethod,
				ofApplication + ofClass + ofMethod, ofApplication);
	}

	static class Observed {

		static final List<Integer> sessions = new ArrayList<>();

	}

	@SpringBootTest(classes = Application.class)
	@AutoConfigureLocalAgentBay
	@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
	static class FirstTestCase {

		@Autowired
		private LocalAgentBay runtime;

		@Autowired
		private AgentBay agentBay;

		@BeforeAll
		static void createSessionForAll(@Autowired AgentBay agentBay) {
			agentBay.create();
		}

		@BeforeEach
		void createSession() {
			this.agentBay.create();
		}

		@Test
		@Order(1)
		void leavesFaultsAndCallsBehind() {
			Observed.sessions.add(this.runtime.liveSessionIds().size());
			this.runtime.faults().onNext("ListSession", Fault.malformedBody());
			assertThat(this.runtime.journal().calls("CreateMcpSession")).hasSize(1);
		}

		@Test
		@Order(2)
		void findsNeither() {
			Observed.sessions.add(this.runtime.liveSessionIds().size());
			assertThat(this.runtime.faults().pending()).isFalse();
			assertThat(this.runtime.journal().calls("CreateMcpSession")).hasSize(1);
			assertThat(this.runtime.journal().calls("ListSession")).isEmpty();
		}

	}

	/** Ends the application, so that no other class of this JVM finds its session. */
	@SpringBootTest(classes = Application.class)
	@AutoConfigureLocalAgentBay
	@DirtiesContext
	static class SecondTestCase {

		@Autowired
		private LocalAgentBay runtime;

		@Test
		void findsTheApplicationWithItsSession() {
			Observed.sessions.add(this.runtime.liveSessionIds().size());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		InitializingBean createsSessionWhenItStarts(AgentBay agentBay) {
			return () -> agentBay.create();
		}

	}

}
