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

package io.agentbay.boot.autoconfigure.health;

import java.util.concurrent.CountDownLatch;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration;
import io.agentbay.boot.health.AgentBayHealthIndicator;
import io.agentbay.boot.keyed.SessionStore;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import org.mockito.Mockito;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.application.AvailabilityHealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AgentBayHealthContributorAutoConfiguration}.
 */
class AgentBayHealthContributorAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AgentBayAutoConfiguration.class,
				AgentBayHealthContributorAutoConfiguration.class, HealthContributorAutoConfiguration.class))
		.withPropertyValues("agentbay.api-key=akm-1", "agentbay.endpoint=localhost:1");

	@Test
	void contributesUnderTheNameAgentbay() {
		this.contextRunner.run((context) -> assertThat(context).getBean("agentbayHealthContributor")
			.isInstanceOf(AgentBayHealthIndicator.class));
	}

	@Test
	void severalClientsAreToldApart() {
		this.contextRunner.withUserConfiguration(TwoClients.class).run((context) -> {
			CompositeReactiveHealthContributor composite = context.getBean("agentbayHealthContributor",
					CompositeReactiveHealthContributor.class);
			assertThat(composite.stream().map((entry) -> entry.name())).containsExactlyInAnyOrder("first", "second");
		});
	}

	@Test
	void aStoreThatDoesNotAnswerIsNotWaitedForLongerThanConfigured() {
		CountDownLatch answer = new CountDownLatch(1);
		SessionStore store = Mockito.mock(SessionStore.class);
		BDDMockito.given(store.size()).willAnswer((call) -> {
			answer.await();
			return 1L;
		});
		this.contextRunner.withBean("store", SessionStore.class, () -> store)
			.withPropertyValues("agentbay.health.timeout=100ms")
			.run((context) -> {
				Health health = context.getBean("agentbayKeyedSessionsHealthContributor", HealthIndicator.class)
					.health();
				assertThat(health).isNotNull();
				assertThat(health.getStatus()).isEqualTo(Status.DOWN);
				assertThat(health.getDetails()).containsEntry("reason", "timeout")
					.containsEntry("error", "The store was not read within PT0.1S");
				answer.countDown();
			});
	}

	@Test
	void isPartOfReadinessOnlyWhenAskedFor() {
		ApplicationContextRunner probes = this.contextRunner
			.withConfiguration(AutoConfigurations.of(HealthContributorRegistryAutoConfiguration.class,
					ApplicationAvailabilityAutoConfiguration.class,
					AvailabilityHealthContributorAutoConfiguration.class, HealthEndpointAutoConfiguration.class,
					AvailabilityProbesAutoConfiguration.class))
			.withPropertyValues("management.endpoint.health.probes.enabled=true");
		probes.run((context) -> assertThat(readiness(context).isMember("agentbay")).isFalse());
		probes.withPropertyValues("management.endpoint.health.group.readiness.include=readinessState,agentbay")
			.run((context) -> assertThat(readiness(context).isMember("agentbay")).isTrue());
	}

	private static HealthEndpointGroup readiness(ApplicationContext context) {
		HealthEndpointGroup group = context.getBean(HealthEndpointGroups.class).get("readiness");
		assertThat(group).isNotNull();
		return group;
	}

	@Test
	void canBeSwitchedOff() {
		this.contextRunner.withPropertyValues("management.health.agentbay.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("agentbayHealthContributor"));
	}

	@Test
	void backsOffForAnIndicatorOfTheApplication() {
		this.contextRunner.withUserConfiguration(OwnIndicator.class)
			.run((context) -> assertThat(context).hasBean("agentbayHealthIndicator")
				.doesNotHaveBean("agentbayHealthContributor"));
	}

	@Test
	void backsOffWithoutAClient() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(AgentBayHealthContributorAutoConfiguration.class,
					HealthContributorAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("agentbayHealthContributor"));
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnIndicator {

		@Bean
		ReactiveHealthIndicator agentbayHealthIndicator() {
			return () -> Mono.just(Health.up().build());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoClients {

		@Bean
		ReactiveAgentBay first() {
			return ReactiveAgentBay.builder().apiKey("akm-1").buildReactive();
		}

		@Bean
		ReactiveAgentBay second() {
			return ReactiveAgentBay.builder().apiKey("akm-2").buildReactive();
		}

	}

}
