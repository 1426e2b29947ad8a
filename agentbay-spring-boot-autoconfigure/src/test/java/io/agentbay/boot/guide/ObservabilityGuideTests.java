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
package io.agentbay.boot.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.agentbay.boot.autoconfigure.AgentBayAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayCleanupAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayPoolAutoConfiguration;
import io.agentbay.boot.autoconfigure.AgentBayTemplateAutoConfiguration;
import io.agentbay.boot.metrics.AgentBayMeter;
import io.agentbay.boot.observation.StarterObservation;
import io.agentbay.boot.pool.PoolExhaustedException;
import io.agentbay.boot.template.AgentBayOperations;
import io.agentbay.error.FailureKind;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.observation.AgentBayObservation;
import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.docs.ObservationDocumentation;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The recipes of the page about observability.
 */
class ObservabilityGuideTests {

	private static final GuidePage PAGE = GuidePage.of("observability");

	private static final Pattern SERIES = Pattern
		.compile("(agentbay(?:_[a-z]+)+?)(?:_seconds_(?:count|bucket))?(?:\\{([^}]*)})?(?=[\\[ )]|$)");

	private static final Pattern TAG = Pattern.compile("([a-z_]+)(?:=|!=)\"([^\"]*)\"");

	@Test
	void percentilesCanBeAskedFor() {
		try (LocalAgentBay service = LocalAgentBay.builder().start()) {
			new ApplicationContextRunner()
				.withConfiguration(AutoConfigurations.of(AgentBayAutoConfiguration.class,
						AgentBayCleanupAutoConfiguration.class, AgentBayPoolAutoConfiguration.class,
						AgentBayTemplateAutoConfiguration.class, ObservationAutoConfiguration.class,
						MetricsAutoConfiguration.class, PrometheusMetricsExportAutoConfiguration.class))
				.withPropertyValues("agentbay.api-key=" + service.apiKey(), "agentbay.endpoint=" + service.endpoint(),
						"agentbay.pool.enabled=true")
				.withPropertyValues(PAGE
					.properties("management.metrics.distribution.percentiles-histogram.agentbay.tool.call=true"))
				.run((context) -> {
					context.getBean(AgentBayOperations.class)
						.executeWithoutResult((session) -> session.command().run("true").requireSuccess());
					String scrape = context.getBean(PrometheusMeterRegistry.class).scrape();
					assertThat(scrape)
						.containsPattern("agentbay_tool_call_seconds_bucket\\{.*agentbay_tool=\"shell\".*le=\"0.*}")
						.containsPattern("agentbay_pool_acquire_seconds_bucket\\{.*le=\"0.1\"}");
				});
		}
	}

	@Test
	void queriesAndAlertsAskForWhatThereIs() {
		List<String> queries = new ArrayList<>(PAGE.blocks("promql"));
		queries.addAll(expressions());
		assertThat(queries).hasSizeGreaterThan(5);
		Map<String, Set<String>> tags = tags();
		for (String query : queries) {
			List<MatchResult> series = SERIES.matcher(query).results().filter((found) -> !isTag(query, found)).toList();
			assertThat(series).as(query).isNotEmpty();
			for (MatchResult one : series) {
				assertThat(tags).as(query).containsKey(one.group(1));
				checkTags(String.valueOf(one.group(2)), tags.get(one.group(1)));
			}
		}
	}

	/** Within the braces of another. */
	private static boolean isTag(String query, MatchResult found) {
		return query.lastIndexOf('{', found.start()) > query.lastIndexOf('}', found.start());
	}

	private static void checkTags(String selector, Set<String> known) {
		Matcher tag = TAG.matcher(selector);
		while (tag.find()) {
			assertThat(known).contains(tag.group(1));
			switch (tag.group(1)) {
				case "outcome" -> assertThat(tag.group(2)).isEqualTo("SUCCESS");
				case "failure" -> assertThat(failures()).contains(tag.group(2));
				default -> assertThat(tag.group(2)).isEqualTo("shell");
			}
		}
	}

	private static Set<String> failures() {
		Set<String> failures = Arrays.stream(FailureKind.values())
			.map(Enum::name)
			.collect(Collectors.toCollection(TreeSet::new));
		failures.add(PoolExhaustedException.class.getSimpleName());
		return failures;
	}

	@SuppressWarnings("unchecked")
	private static List<String> expressions() {
		Map<String, List<Map<String, Object>>> alerts = new Yaml(new SafeConstructor(new LoaderOptions()))
			.load(PAGE.blocks("yaml").get(0));
		return ((List<Map<String, Object>>) alerts.get("groups").get(0).get("rules")).stream()
			.peek((rule) -> assertThat(rule).containsKey("alert"))
			.map((rule) -> String.valueOf(rule.get("expr")))
			.toList();
	}

	/** The names of all series, as Prometheus writes them, with their tags. */
	private static Map<String, Set<String>> tags() {
		Map<String, Set<String>> tags = new HashMap<>();
		List<ObservationDocumentation> observations = new ArrayList<>(List.of(AgentBayObservation.values()));
		observations.addAll(List.of(StarterObservation.values()));
		observations.forEach((observation) -> tags.put(written(String.valueOf(observation.getName())),
				names(observation.getLowCardinalityKeyNames())));
		for (AgentBayMeter meter : AgentBayMeter.values()) {
			tags.put(written(meter.getName()), names(meter.getKeyNames()));
		}
		return tags;
	}

	private static Set<String> names(KeyName[] keys) {
		return Arrays.stream(keys).map((key) -> written(key.asString())).collect(Collectors.toSet());
	}

	private static String written(String name) {
		return name.replace('.', '_').toLowerCase(Locale.ROOT);
	}

}
