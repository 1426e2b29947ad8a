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
import io.agentbay.ReactiveAgentBay;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.ReactiveSession;
import io.agentbay.session.Session;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;

import static io.agentbay.boot.test.assertj.AgentBayAssertions.assertThat;
import static io.agentbay.boot.test.assertj.AgentBayAssertions.assertThatException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

/**
 * Tests for {@link LocalAgentBayExtension}: runs test classes and looks at what they saw
 * and left.
 */
class LocalAgentBayExtensionTests {

	@Test
	void everyTestBeginsInOrder() {
		run(InOrderTestCase.class, 3);
	}

	@Test
	void theRuntimeEndsWithTheTestClass() {
		Seen.runtimes.clear();
		run(RegisteredTestCase.class, 1);
		assertThat(Seen.runtimes).hasSize(1);
		assertThatException().isThrownBy(() -> {
			try (AgentBay client = AgentBay.builder()
				.apiKey("akm-1")
				.endpoint(Seen.runtimes.get(0).endpoint().toString())
				.build()) {
				client.list().toList();
			}
		});
	}

	private static void run(Class<?> tests, int number) {
		EngineTestKit.engine("junit-jupiter")
			.selectors(selectClass(tests))
			.execute()
			.testEvents()
			.assertStatistics((events) -> events.succeeded(number).failed(0));
	}

	static final class Seen {

		static final List<LocalAgentBay> runtimes = new ArrayList<>();

		private Seen() {
		}

	}

	@ExtendWith(LocalAgentBayExtension.class)
	@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
	static class InOrderTestCase {

		@BeforeAll
		static void createSessionForAll(AgentBay agentBay) {
			agentBay.create();
		}

		@Test
		@Order(1)
		void sessionsAreGiven(Session one, ReactiveSession other, LocalAgentBay runtime) {
			assertThat(one.command().run("echo here")).succeeded();
			assertThat(one.id()).isNotEqualTo(other.id());
			assertThat(runtime).hasLiveSessions(3);
		}

		@Test
		@Order(2)
		void onlyOlderSessionsAreLeft(LocalAgentBay runtime, AgentBay agentBay, ReactiveAgentBay reactive) {
			assertThat(runtime).receivedNothing().hasLiveSessions(1);
			assertThat(agentBay.reactive()).isSameAs(reactive);
		}

		@Nested
		class InNestedClasses {

			@Test
			void theRuntimeIsTheSame(LocalAgentBay runtime) {
				assertThat(runtime).hasLiveSessions(1);
			}

		}

	}

	static class RegisteredTestCase {

		@RegisterExtension
		static final LocalAgentBayExtension agentBay = new LocalAgentBayExtension(
				(builder) -> builder.apiKey("akm-1").directLink(false));

		@Test
		void theRuntimeIsAsItWasAskedFor(LocalAgentBay runtime) {
			assertThat(runtime.apiKey()).isEqualTo("akm-1");
			Seen.runtimes.add(runtime);
		}

	}

}
