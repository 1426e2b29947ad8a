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

package io.agentbay.boot.autoconfigure.actuate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.agentbay.AgentBay;
import io.agentbay.AgentBayBuilder;
import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.actuate.AgentBayEndpoint;
import io.agentbay.boot.actuate.AgentBayInfoContributor;
import io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayCleanupAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayClientCustomizer;
import io.agentbay.boot.autoconfigure.AgentBayKeyedSessionsAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayOwnershipAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayPoolAutoConfiguration;
import io.agentbay.boot.autoconfigure.health.AgentBayHealthContributorAutoConfiguration;
import io.agentbay.boot.autoconfigure.metrics.AgentBayMetricsAutoConfiguration;
import io.agentbay.boot.keyed.AgentBaySessions;
import io.agentbay.boot.metrics.AgentBayMeter;
import io.agentbay.boot.metrics.AgentBayMeters;
import io.agentbay.error.AgentBayException;
import io.agentbay.error.ServiceException;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Fault;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link AgentBayEndpointAutoConfiguration} and
 * {@link AgentBayMetricsAutoConfiguration}.
 */
class AgentBayActuatorTests {

	private static final String REFUSAL = "{\"Code\":\"InternalError\",\"Message\":\"a secret\",\"RequestId\":\"R-9\"}";

	private final LocalAgentBay service = LocalAgentBay.builder().start();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AgentBayAutoConfiguration.class,
				AgentBayCleanupAutoConfiguration.class, AgentBayPoolAutoConfiguration.class,
				AgentBayEndpointAutoConfiguration.class, AgentBayMetricsAutoConfiguration.class,
				ObservationAutoConfiguration.class, MetricsAutoConfiguration.class))
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
		.withPropertyValues("agentbay.api-key=" + this.service.apiKey(), "agentbay.endpoint=" + this.service.endpoint(),
				"management.endpoints.web.exposure.include=agentbay");

	@AfterEach
	void stopService() {
		this.service.close();
	}

	@Test
	void endpointIsThereWhenItIsExposedAndMayBeRead() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(AgentBayEndpoint.class));
		this.contextRunner.withPropertyValues("management.endpoints.web.exposure.include=health")
			.run((context) -> assertThat(context).doesNotHaveBean(AgentBayEndpoint.class));
		this.contextRunner.withPropertyValues("management.endpoint.agentbay.access=NONE")
			.run((context) -> assertThat(context).doesNotHaveBean(AgentBayEndpoint.class));
	}

	@Test
	void endpointShowsSessionsWithoutAskingTheService() {
		this.contextRunner.run((context) -> {
			Session session = context.getBean(AgentBay.class)
				.create(CreateSessionOptions.builder().imageId("code_latest").label("team", "blue").build());
			this.service.journal().clear();
			AgentBayEndpoint.SessionDescriptor shown = sole(context.getBean(AgentBayEndpoint.class));
			assertThat(shown.id()).isEqualTo(session.id());
			assertThat(shown.imageId()).isEqualTo("code_latest");
			assertThat(shown.client()).isEqualTo("default");
			assertThat(shown.idle()).isFalse();
			assertThat(shown.createdAt()).isEqualTo(session.createdAt()).isNotNull();
			assertThat(shown.ageInSeconds()).isNotNegative();
			assertThat(shown.firstUse()).isNull();
			assertThat(shown.lastUse()).isNull();
			assertThat(shown.labels()).isEqualTo(Map.of("team", "blue"));
			assertThat(this.service.journal().calls()).isEmpty();
		});
	}

	@Test
	void endpointHidesLabelsThatMayBeSecret() {
		SanitizingFunction ofTheApplication = (data) -> data.getKey().equals("customer") ? data.withValue("hidden")
				: data;
		this.contextRunner.withBean(SanitizingFunction.class, () -> ofTheApplication).run((context) -> {
			context.getBean(AgentBay.class)
				.create(CreateSessionOptions.builder()
					.label("db-password", "akm-a")
					.label("customer", "akm-b")
					.label("team", "blue")
					.build());
			assertThat(sole(context.getBean(AgentBayEndpoint.class)).labels())
				.isEqualTo(Map.of("db-password", "******", "customer", "hidden", "team", "blue"));
		});
	}

	@Test
	void endpointCountsTheSessionsOfKeys() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(AgentBayKeyedSessionsAutoConfiguration.class))
			.run((context) -> {
				context.getBean(AgentBaySessions.class).get("a");
				assertThat(context.getBean(AgentBayEndpoint.class).agentBay().keyedSessions()).isEqualTo(1);
			});
		this.contextRunner
			.run((context) -> assertThat(context.getBean(AgentBayEndpoint.class).agentBay().keyedSessions()).isNull());
	}

	@Test
	void endpointEndsSessionsOfTheApplicationOnly() {
		this.contextRunner.run((context) -> {
			AgentBayEndpoint endpoint = context.getBean(AgentBayEndpoint.class);
			Session session = context.getBean(AgentBay.class).create();
			assertThat(status(endpoint, "session-of-others")).isEqualTo(404);
			assertThat(status(endpoint, session.id())).isEqualTo(204);
			assertThat(this.service.liveSessionIds()).isEmpty();
		});
	}

	@Test
	void endpointShowsWhenASessionWasUsed() {
		this.contextRunner.run((context) -> {
			Session session = context.getBean(AgentBay.class).create();
			session.command().run("true").requireSuccess();
			var first = sole(context.getBean(AgentBayEndpoint.class));
			session.command().run("true").requireSuccess();
			var second = sole(context.getBean(AgentBayEndpoint.class));
			assertThat(first.firstUse()).isNotNull().isEqualTo(second.firstUse());
			assertThat(second.lastUse()).isNotNull().isAfter(first.lastUse());
		});
	}

	private static AgentBayEndpoint.SessionDescriptor sole(AgentBayEndpoint endpoint) {
		assertThat(endpoint.agentBay().sessions()).hasSize(1);
		return endpoint.agentBay().sessions().iterator().next();
	}

	@Test
	void endpointShowsWhoseSessionsTheseAreAndWhatTheReaperFound(@TempDir Path directory) {
		this.contextRunner.withConfiguration(AutoConfigurations.of(AgentBayOwnershipAutoConfiguration.class))
			.withPropertyValues("agentbay.ownership.owner=shop", "agentbay.ownership.lock-directory=" + directory)
			.run((context) -> {
				AgentBayEndpoint endpoint = context.getBean(AgentBayEndpoint.class);
				context.getBean(AgentBay.class).create();
				Awaitility.await()
					.untilAsserted(
							() -> assertThat(endpoint.agentBay().ownership()).isNotNull().satisfies((ownership) -> {
								assertThat(ownership.owner()).isEqualTo("shop");
								assertThat(ownership.lockHeld()).isTrue();
								assertThat(ownership.reaper()).isNotNull();
								assertThat(ownership.reaper().lastRun()).isNotNull();
								assertThat(ownership.reaper().deleted()).isZero();
							}));
			});
		this.contextRunner
			.run((context) -> assertThat(context.getBean(AgentBayEndpoint.class).agentBay().ownership()).isNull());
	}

	@Test
	void infoTellsWhereTheServiceIsWithoutSecrets() {
		ApplicationContextRunner runner = this.contextRunner
			.withConfiguration(AutoConfigurations.of(AgentBayInfoContributorAutoConfiguration.class));
		runner
			.withPropertyValues("agentbay.endpoint=https://akm-user:akm-word@agentbay.test:8443/path?token=akm-token",
					"agentbay.region-id=cn-hangzhou")
			.withAllowBeanDefinitionOverriding(true)
			.withBean("reactiveAgentBay", ReactiveAgentBay.class,
					() -> ReactiveAgentBay.builder().apiKey("akm-1").endpoint("localhost:1").buildReactive())
			.run((context) -> {
				Info.Builder info = new Info.Builder();
				context.getBean(AgentBayInfoContributor.class).contribute(info);
				assertThat(info.build().get("agentbay")).asInstanceOf(InstanceOfAssertFactories.MAP)
					.containsEntry("endpoint", "agentbay.test:8443")
					.containsEntry("region", "cn-hangzhou")
					.containsEntry("accounts", List.of("default"))
					.containsEntry("pool", false);
				assertThat(info.build().toString()).doesNotContain("akm-");
			});
		runner.withPropertyValues("management.info.agentbay.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(AgentBayInfoContributor.class));
	}

	@Test
	void infoTellsTheEndpointThatIsUsedWhereNoneIsSet() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(AgentBayInfoContributorAutoConfiguration.class))
			.withPropertyValues("agentbay.endpoint=", "agentbay.clients.billing.api-key=akm-1")
			.run((context) -> {
				Info.Builder info = new Info.Builder();
				context.getBean(AgentBayInfoContributor.class).contribute(info);
				assertThat(info.build().get("agentbay")).asInstanceOf(InstanceOfAssertFactories.MAP)
					.containsEntry("endpoint", AgentBayBuilder.DEFAULT_ENDPOINT)
					.hasEntrySatisfying("accounts",
							(accounts) -> assertThat(accounts)
								.asInstanceOf(InstanceOfAssertFactories.list(String.class))
								.containsExactlyInAnyOrder("default", "billing"));
			});
	}

	@Test
	void deletionsAreNoFailures() {
		this.contextRunner.run((context) -> {
			AgentBay agentBay = context.getBean(AgentBay.class);
			for (int i = 0; i < 3; i++) {
				agentBay.create().delete();
			}
			assertThat(context.getBean(AgentBayEndpoint.class).agentBay().recentErrors()).isEmpty();
			assertThat(context.getBean(MeterRegistry.class).find("agentbay.api.call").timers()).isNotEmpty()
				.allMatch((timer) -> "none".equals(timer.getId().getTag("failure")));
		});
	}

	@Test
	void neitherEndpointNorMetersMakeAClient() {
		this.contextRunner
			.withConfiguration(AutoConfigurations.of(AgentBayKeyedSessionsAutoConfiguration.class,
					AgentBayHealthContributorAutoConfiguration.class, AgentBayInfoContributorAutoConfiguration.class,
					AgentBayOwnershipAutoConfiguration.class))
			.withPropertyValues("agentbay.api-key=", "spring.application.name=shop")
			.withBean(AgentBayClientCustomizer.class, () -> (builder) -> {
				throw new AssertionError("A client is made");
			})
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(AgentBayEndpoint.class).agentBay().sessions()).isEmpty();
				assertThat(context.getBean(MeterRegistry.class).get("agentbay.sessions").gauge().value()).isZero();
				assertThat(context.getBean("agentbayHealthContributor", ReactiveHealthIndicator.class)
					.health(true)
					.block()).isEqualTo(Health.unknown().withDetail("reason", "unused").build());
				assertThat(context.getSourceApplicationContext().getBeanFactory().getSingletonNames())
					.doesNotContain("reactiveAgentBay", "agentBay");
			});
	}

	@Test
	void refusedEndOfASessionIsTold() {
		this.contextRunner.run((context) -> {
			Session session = context.getBean(AgentBay.class).create();
			this.service.faults().onNext("DeleteSessionAsync", Fault.answer(400, REFUSAL));
			assertThat(status(context.getBean(AgentBayEndpoint.class), session.id())).isEqualTo(502);
		});
	}

	@Test
	void lastFailuresAreShownWithoutTheirMessages() {
		this.contextRunner.run((context) -> {
			for (int i = 0; i < 25; i++) {
				this.service.faults().onNext("ListSession", Fault.answer(400, REFUSAL));
				assertThatExceptionOfType(ServiceException.class)
					.isThrownBy(() -> context.getBean(AgentBay.class).list().toList());
			}
			assertThat(context.getBean(AgentBayEndpoint.class).agentBay().recentErrors()).hasSize(20)
				.allSatisfy((error) -> {
					assertThat(error.operation()).isEqualTo("ListSession");
					assertThat(error.requestId()).isEqualTo("R-9");
					assertThat(error.toString()).doesNotContain("a secret");
				});
		});
	}

	@Test
	void lastFailuresAreShownWithTheirMessagesWhereTheyAreWanted() {
		this.contextRunner.withPropertyValues("agentbay.recent-errors.include-message=true").run((context) -> {
			AgentBay agentBay = context.getBean(AgentBay.class);
			this.service.faults().onNext("ListSession", Fault.answer(400, REFUSAL));
			assertThatExceptionOfType(ServiceException.class).isThrownBy(() -> agentBay.list().toList());
			this.service.faults().onNext("ListSession", Fault.malformedBody());
			assertThatExceptionOfType(AgentBayException.class).isThrownBy(() -> agentBay.list().toList());
			assertThat(context.getBean(AgentBayEndpoint.class).agentBay().recentErrors()).hasSize(2)
				.satisfies((errors) -> {
					assertThat(errors.get(0).message()).isNotBlank();
					assertThat(errors.get(1).message()).contains("a secret");
				});
		});
	}

	@Test
	void sessionsAndPoolsAreMeasured() {
		this.contextRunner.withPropertyValues("agentbay.pool.enabled=true", "agentbay.pool.min-idle=2")
			.run((context) -> {
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				Awaitility.await()
					.atMost(Duration.ofSeconds(20))
					.until(() -> registry.get("agentbay.pool.idle").tag("image", "default").gauge().value() == 2);
				assertThat(registry.get("agentbay.sessions").gauge().value()).isEqualTo(2);
				assertThat(registry.get("agentbay.pool.created").functionCounter().count()).isEqualTo(2);
				assertThat(AgentBayMeter.values())
					.allSatisfy((meter) -> assertThat(registry.get(meter.getName()).meter().getId().getType())
						.isEqualTo(meter.getType()));
				assertThat(context.getBean(AgentBayEndpoint.class).agentBay().pools()).singleElement()
					.satisfies((pool) -> assertThat(pool.figures().idle()).isEqualTo(2));
				assertThat(context.getBean(AgentBayEndpoint.class).agentBay().sessions()).hasSize(2)
					.allMatch(AgentBayEndpoint.SessionDescriptor::idle);
			});
	}

	@Test
	void accountsAreMeasuredByTheirNames() {
		this.contextRunner
			.withPropertyValues("agentbay.clients.billing.api-key=" + this.service.apiKey(),
					"agentbay.clients.billing.endpoint=" + this.service.endpoint())
			.run((context) -> {
				context.getBean("billing", AgentBay.class).create();
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(registry.get("agentbay.sessions").tag("account", "billing").gauge().value()).isOne();
				assertThat(registry.get("agentbay.sessions").tag("account", "default").gauge().value()).isZero();
				assertThat(sole(context.getBean(AgentBayEndpoint.class)).client()).isEqualTo("billing");
			});
	}

	@Test
	void everyMeterTellsWhatItMeasuresAndNoneSaysAWordTwice() {
		PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
		this.contextRunner.withPropertyValues("agentbay.pool.enabled=true", "agentbay.pool.min-idle=0")
			.run((context) -> context.getBean(AgentBayMeters.class).bindTo(registry));
		List<String> help = registry.scrape().lines().filter((line) -> line.startsWith("# HELP agentbay_")).toList();
		assertThat(help).hasSameSizeAs(AgentBayMeter.values()).allSatisfy((line) -> {
			List<String> words = List.of(line.split(" ", 4));
			assertThat(words).as(line).hasSize(4);
			assertThat(words.get(2).split("_")).as(line).doesNotHaveDuplicates();
		});
	}

	private static int status(AgentBayEndpoint endpoint, String sessionId) {
		WebEndpointResponse<?> response = Objects.requireNonNull(endpoint.delete(sessionId).block());
		return response.getStatus();
	}

}
