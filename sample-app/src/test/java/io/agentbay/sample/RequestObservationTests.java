package io.agentbay.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.agentbay.boot.test.AutoConfigureLocalAgentBay;
import io.agentbay.observation.CallObservationContext;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationView;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What one request of the sample leads to belongs to that request: spans are made of
 * these observations. With virtual threads where Java has them, with platform threads
 * where it has not.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.threads.virtual.enabled=true")
@AutoConfigureLocalAgentBay
@AutoConfigureRestTestClient
class RequestObservationTests {

	private static final String REQUEST = "http.server.requests";

	@Autowired
	private RestTestClient http;

	@Autowired
	private Observed observed;

	@BeforeEach
	void forget() {
		this.observed.paths.clear();
	}

	@Test
	void theCallsOfARequestAreItsChildren() {
		this.http.post().uri("/sessions").exchange().expectStatus().isCreated();
		String id = this.http.get()
			.uri("/sessions")
			.exchange()
			.expectBody(SessionController.ListedSession[].class)
			.returnResult()
			.getResponseBody()[0].id();
		Awaitility.await().untilAsserted(() -> assertThat(this.observed.paths).filteredOn(REQUEST::equals).hasSize(2));
		assertThat(this.observed.paths).containsOnlyOnce("http.server.requests > agentbay.api.call CreateMcpSession");
		this.observed.paths.clear();
		this.http.post()
			.uri("/sessions/{id}/commands", id)
			.body(new SessionController.CommandInput("true"))
			.exchange()
			.expectStatus()
			.isOk();
		Awaitility.await().untilAsserted(() -> assertThat(this.observed.paths).filteredOn(REQUEST::equals).hasSize(1));
		assertThat(this.observed.paths)
			.anySatisfy((path) -> assertThat(path).startsWith("http.server.requests > agentbay.tool.call shell"))
			.allSatisfy((path) -> assertThat(path).startsWith("http.server.requests"));
		assertThat(this.observed.virtual).isEqualTo(Runtime.version().feature() >= 21);
	}

	/** Remembers where each observation of the application stands in its tree. */
	static class Observed implements ObservationHandler<Observation.Context> {

		private final List<String> paths = new CopyOnWriteArrayList<>();

		private volatile boolean virtual;

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

		@Override
		public void onStop(Observation.Context context) {
			List<String> path = new ArrayList<>();
			ObservationView parent = context.getParentObservation();
			while (parent != null) {
				path.add(0, String.valueOf(parent.getContextView().getName()));
				parent = parent.getContextView().getParentObservation();
			}
			String name = String.valueOf(context.getName());
			if (!name.startsWith("agentbay.") && !REQUEST.equals(name)) {
				return;
			}
			path.add((context instanceof CallObservationContext call) ? name + " " + call.operation() : name);
			if (REQUEST.equals(name)) {
				this.virtual = Thread.currentThread().toString().startsWith("VirtualThread");
			}
			this.paths.add(String.join(" > ", path));
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Configuration {

		@Bean
		Observed observed() {
			return new Observed();
		}

	}

}
