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

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.agentbay.AgentBay;
import io.agentbay.AgentBayBuilder;
import io.agentbay.boot.ownership.Ownership;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.observation.AttemptOutcome;
import io.agentbay.observation.CallAttempt;
import io.agentbay.observation.CallListener;
import io.agentbay.observation.CallObservationContext;
import io.agentbay.observation.CallObservationConvention;
import io.agentbay.observation.DefaultCallObservationConvention;
import io.agentbay.observation.DefaultSessionObservationConvention;
import io.agentbay.observation.SessionObservationContext;
import io.agentbay.observation.SessionObservationConvention;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ClientSetup}: what beans of an application contribute to its clients.
 */
@ExtendWith(OutputCaptureExtension.class)
class ClientSetupTests {

	private final LocalAgentBay service = LocalAgentBay.builder().start();

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AgentBayAutoConfiguration.class,
				AgentBayCleanupAutoConfiguration.class, AgentBayOwnershipAutoConfiguration.class))
		.withBean(ObservationRegistry.class, () -> this.registry)
		.withPropertyValues("agentbay.api-key=" + this.service.apiKey(), "agentbay.endpoint=" + this.service.endpoint(),
				"agentbay.clients.second.api-key=" + this.service.apiKey(),
				"agentbay.clients.second.endpoint=" + this.service.endpoint());

	@AfterEach
	void stopService() {
		this.service.close();
	}

	@Test
	void conventionsOfTheApplicationAreUsed() {
		this.contextRunner.withBean(CallObservationConvention.class, OwnCallConvention::new)
			.withBean(SessionObservationConvention.class, OwnSessionConvention::new)
			.run((context) -> context.getBean("agentBay", AgentBay.class).create().close());
		assertThat(this.registry).hasObservationWithNameEqualTo("agentbay.api.call")
			.that()
			.hasContextualNameEqualTo("ours CreateMcpSession");
		assertThat(this.registry).hasObservationWithNameEqualTo("agentbay.session")
			.that()
			.hasLowCardinalityKeyValue("team", "blue");
	}

	@Test
	void listenersOfTheApplicationHearOfEveryAttemptOfAllClients() {
		List<CallAttempt> attempts = new CopyOnWriteArrayList<>();
		CallListener listener = new CallListener() {

			@Override
			public void onAttempt(CallAttempt attempt) {
				attempts.add(attempt);
			}

		};
		this.contextRunner.withBean(CallListener.class, () -> listener).run((context) -> {
			context.getBean("agentBay", AgentBay.class).create();
			context.getBean("second", AgentBay.class).list().forEach((session) -> {
			});
		});
		assertThat(attempts).extracting(CallAttempt::operation)
			.containsSubsequence("CreateMcpSession", "ListSession", "DeleteSessionAsync");
		assertThat(attempts).allSatisfy((attempt) -> assertThat(attempt.requestId()).isNotBlank())
			.filteredOn((attempt) -> !"GetSessionDetail".equals(attempt.operation()))
			.allSatisfy((attempt) -> assertThat(attempt.outcome()).isEqualTo(AttemptOutcome.SUCCESS));
	}

	@Test
	void theLogTellsOfEveryAttemptWhenItIsAskedTo(CapturedOutput output) {
		LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
		logging.setLogLevel("io.agentbay.calls", LogLevel.DEBUG);
		try {
			this.contextRunner.run((context) -> context.getBean("agentBay", AgentBay.class).create());
		}
		finally {
			logging.setLogLevel("io.agentbay.calls", null);
		}
		assertThat(output)
			.containsPattern("CreateMcpSession, attempt 1: SUCCESS in \\d+ ms, request id [^,]+, session");
	}

	@Test
	void theBuilderIsANewOneEachTimeAndSetUpAsTheClientsAre(@TempDir Path directory) {
		this.contextRunner
			.withBean(AgentBayClientCustomizer.class, () -> (builder) -> builder.userAgentSuffix("shop/1"))
			.withPropertyValues("spring.application.name=shop", "agentbay.ownership.lock-directory=" + directory)
			.run((context) -> {
				AgentBayBuilder builder = context.getBean(AgentBayBuilder.class);
				assertThat(context.getBean(AgentBayBuilder.class)).isNotSameAs(builder);
				try (AgentBay own = builder.build()) {
					String id = own.create().id();
					assertThat(own.listOwned("shop")).singleElement().satisfies((session) -> {
						assertThat(session.sessionId()).isEqualTo(id);
						assertThat(session.instance())
							.isEqualTo(context.getBean(Ownership.class).instance().owner().instance());
					});
				}
				assertThat(this.registry).hasObservationWithNameEqualTo("agentbay.api.call");
			});
	}

	private static final class OwnCallConvention extends DefaultCallObservationConvention {

		@Override
		public String getContextualName(CallObservationContext context) {
			return "ours " + context.operation();
		}

	}

	private static final class OwnSessionConvention extends DefaultSessionObservationConvention {

		@Override
		public KeyValues getLowCardinalityKeyValues(SessionObservationContext context) {
			return super.getLowCardinalityKeyValues(context).and("team", "blue");
		}

	}

}
