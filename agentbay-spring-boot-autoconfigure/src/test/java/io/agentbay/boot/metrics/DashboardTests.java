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

package io.agentbay.boot.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.pool.PoolSettings;
import io.agentbay.boot.pool.SessionPools;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.ReactiveSession;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The dashboard asks for meters and tags that there are.
 */
class DashboardTests {

	private static final Path DASHBOARD = Path.of("..", "docs", "grafana-dashboard.json");

	private static final Pattern METER = Pattern.compile("(?<!by \\()\\bagentbay_[a-z_]+(?=[\\[{)])");

	private static final Pattern TAG = Pattern.compile("(?<=\\{)[a-z_]+(?==|!=)|(?<=by \\()[a-z_, ]+(?=\\))");

	@Test
	void everyMeterAndTagOfTheDashboardExists() throws IOException {
		String scrape = scrape();
		List<String> queries = queries();
		assertThat(queries).hasSizeGreaterThan(10);
		Set<String> meters = found(METER, queries);
		assertThat(meters).hasSizeGreaterThan(10)
			.allSatisfy((meter) -> assertThat(scrape).containsPattern("(?m)^" + meter + "[ {]"));
		assertThat(found(TAG, queries)).contains("agentbay_action", "outcome", "failure", "image")
			.filteredOn((tag) -> !"instance".equals(tag))
			.allSatisfy((tag) -> assertThat(scrape).contains(tag + "=\""));
	}

	@Test
	void everyMeterIsOnTheDashboard() throws IOException {
		String queries = String.join("\n", queries());
		for (AgentBayMeter meter : AgentBayMeter.values()) {
			assertThat(queries).contains(meter.getName().replace('.', '_'));
		}
	}

	private static List<String> queries() throws IOException {
		JsonNode dashboard = new JsonMapper().readTree(Files.readString(DASHBOARD));
		return dashboard.findValues("expr").stream().map(JsonNode::asString).toList();
	}

	private static Set<String> found(Pattern pattern, List<String> queries) {
		return queries.stream()
			.flatMap((query) -> pattern.matcher(query).results())
			.map(MatchResult::group)
			.flatMap((names) -> List.of(names.split(", ")).stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** What Prometheus would read from an application that has used everything. */
	private static String scrape() {
		PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
		ObservationRegistry observations = ObservationRegistry.create();
		observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(registry));
		try (LocalAgentBay service = LocalAgentBay.builder().start();
				ReactiveAgentBay client = ReactiveAgentBay.builder()
					.apiKey(service.apiKey())
					.endpoint(service.endpoint().toString())
					.observationRegistry(observations)
					.buildReactive()) {
			CreateSessionOptions kind = CreateSessionOptions.defaults();
			SessionPools pools = new SessionPools(
					client, List.of(kind), kind, new PoolSettings(0, 2, 1, Duration.ofSeconds(30),
							Duration.ofMinutes(30), Duration.ofSeconds(30), Duration.ofSeconds(30), null),
					Duration.ofSeconds(20), observations);
			pools.start();
			new AgentBayMeters(Set.of("default"), (account) -> client, pools).bindTo(registry);
			pools.acquire().flatMap(ReactiveSession::close).block();
			ReactiveSession session = client.create().block();
			session.command().run("true").block();
			session.delete().block();
			String scrape = registry.scrape();
			pools.stop();
			return scrape;
		}
	}

}
