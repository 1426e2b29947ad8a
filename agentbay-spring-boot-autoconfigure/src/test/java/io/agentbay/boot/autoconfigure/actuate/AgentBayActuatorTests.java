package io.agentbay.boot.autoconfigure.actuate;

import java.time.Duration;
import java.util.Objects;

import io.agentbay.AgentBay;
import io.agentbay.boot.actuate.AgentBayEndpoint;
import io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayCleanupAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayPoolAutoConfiguration;
import io.agentbay.boot.autoconfigure.metrics.AgentBayMetricsAutoConfiguration;
import io.agentbay.boot.metrics.AgentBayMeter;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Fault;
import io.agentbay.session.Session;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

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
			Session session = context.getBean(AgentBay.class).create().session();
			this.service.journal().clear();
			assertThat(context.getBean(AgentBayEndpoint.class).agentBay().sessions())
				.containsExactly(new AgentBayEndpoint.SessionDescriptor(session.id(), null, "reactiveAgentBay", false));
			assertThat(this.service.journal().calls()).isEmpty();
		});
	}

	@Test
	void endpointEndsSessionsOfTheApplicationOnly() {
		this.contextRunner.run((context) -> {
			AgentBayEndpoint endpoint = context.getBean(AgentBayEndpoint.class);
			Session session = context.getBean(AgentBay.class).create().session();
			assertThat(status(endpoint, "session-of-others")).isEqualTo(404);
			assertThat(status(endpoint, session.id())).isEqualTo(204);
			assertThat(this.service.liveSessionIds()).isEmpty();
		});
	}

	@Test
	void refusedEndOfASessionIsTold() {
		this.contextRunner.run((context) -> {
			Session session = context.getBean(AgentBay.class).create().session();
			this.service.faults().onNext("DeleteSessionAsync", Fault.answer(400, REFUSAL));
			assertThat(status(context.getBean(AgentBayEndpoint.class), session.id())).isEqualTo(502);
		});
	}

	@Test
	void lastFailuresAreShownWithoutTheirMessages() {
		this.contextRunner.run((context) -> {
			for (int i = 0; i < 25; i++) {
				this.service.faults().onNext("ListSession", Fault.answer(400, REFUSAL));
				context.getBean(AgentBay.class).list();
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

	private static int status(AgentBayEndpoint endpoint, String sessionId) {
		WebEndpointResponse<?> response = Objects.requireNonNull(endpoint.delete(sessionId).block());
		return response.getStatus();
	}

}
