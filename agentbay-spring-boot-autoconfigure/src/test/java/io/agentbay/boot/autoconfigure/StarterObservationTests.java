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

import io.agentbay.AgentBay;
import io.agentbay.boot.observation.StarterObservation;
import io.agentbay.boot.template.AgentBayTemplate;
import io.agentbay.boot.pool.PoolExhaustedException;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Fault;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link StarterObservation}.
 */
class StarterObservationTests {

	private static final String REFUSAL = "{\"Code\":\"InternalError\",\"Message\":\"not today\",\"RequestId\":\"R-1\"}";

	private final LocalAgentBay service = LocalAgentBay.builder().start();

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(AgentBayAutoConfiguration.class, AgentBayCleanupAutoConfiguration.class,
						AgentBayPoolAutoConfiguration.class, AgentBayTemplateAutoConfiguration.class))
		.withBean(ObservationRegistry.class, () -> this.registry)
		.withPropertyValues("agentbay.api-key=" + this.service.apiKey(), "agentbay.endpoint=" + this.service.endpoint(),
				"agentbay.retry.max-attempts=1");

	private final ApplicationContextRunner pooled = this.contextRunner.withPropertyValues("agentbay.pool.enabled=true",
			"agentbay.pool.min-idle=0", "agentbay.pool.max-size=1");

	@AfterEach
	void stopService() {
		this.service.close();
	}

	@Test
	void gettingASessionFromAPoolIsPartOfTheRequest() {
		this.pooled.run((context) -> {
			Observation request = Observation.start("request", this.registry);
			request.scoped(() -> context.getBean(AgentBayTemplate.class).execute((session) -> session.id()));
			assertThat(this.registry).hasObservationWithNameEqualTo("agentbay.pool.acquire")
				.that()
				.hasBeenStopped()
				.hasContextualNameEqualTo("agentbay acquire")
				.hasLowCardinalityKeyValue("image", "default")
				.hasLowCardinalityKeyValue("outcome", "SUCCESS")
				.hasLowCardinalityKeyValue("failure", "none")
				.hasParentObservationEqualTo(request);
		});
	}

	@Test
	void anExhaustedPoolIsTold() {
		this.pooled.withPropertyValues("agentbay.pool.acquire-timeout=100ms").run((context) -> {
			AgentBayTemplate template = context.getBean(AgentBayTemplate.class);
			template.execute((session) -> {
				this.registry.clear();
				assertThatExceptionOfType(PoolExhaustedException.class)
					.isThrownBy(() -> template.execute((other) -> other.id()));
				return session.id();
			});
			assertThat(this.registry).hasObservationWithNameEqualTo("agentbay.pool.acquire")
				.that()
				.hasError()
				.hasLowCardinalityKeyValue("outcome", "ERROR")
				.hasLowCardinalityKeyValue("failure", "PoolExhaustedException");
		});
	}

	@Test
	void cleaningUpIsTheParentOfItsDeletions() {
		this.contextRunner.run((context) -> {
			context.getBean(AgentBay.class).create();
			context.getBean(AgentBay.class).create();
			this.registry.clear();
		});
		assertThat(this.registry).hasObservationWithNameEqualTo("agentbay.cleanup")
			.that()
			.hasBeenStopped()
			.hasLowCardinalityKeyValue("outcome", "SUCCESS")
			.hasHighCardinalityKeyValue("agentbay.sessions.deleted", "2")
			.hasHighCardinalityKeyValue("agentbay.sessions.left", "0");
		assertThat(this.registry).hasObservationWithNameEqualTo("agentbay.api.call")
			.that()
			.hasParentObservationContextMatching((parent) -> "agentbay.cleanup".equals(parent.getName()));
	}

	@Test
	void anIncompleteCleanUpIsTold() {
		this.service.faults().onNext("DeleteSessionAsync", Fault.answer(500, REFUSAL));
		this.contextRunner.run((context) -> context.getBean(AgentBay.class).create());
		assertThat(this.registry).hasObservationWithNameEqualTo("agentbay.cleanup")
			.that()
			.hasLowCardinalityKeyValue("outcome", "INCOMPLETE")
			.hasHighCardinalityKeyValue("agentbay.sessions.deleted", "0")
			.hasHighCardinalityKeyValue("agentbay.sessions.left", "1");
	}

}
