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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import io.agentbay.ai.governance.observation.GovernanceObservation;
import io.agentbay.boot.observation.StarterObservation;
import io.agentbay.boot.testing.GeneratedDocument;
import io.agentbay.observation.AgentBayObservation;
import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.docs.ObservationDocumentation;
import org.junit.jupiter.api.Test;

/**
 * Checks {@code docs/observability.md} against the enums that name observations and
 * meters.
 */
class ObservabilityDocumentTests {

	private static final String HEAD = """
			# Observability
			<!-- index: Reference 20: look up meters, tags and spans -->

			Written by `ObservabilityDocumentTests` from `AgentBayObservation`, `StarterObservation`,
			`GovernanceObservation` and `AgentBayMeter`.

			## Observations

			Each is a timer, a long task timer (with `.active` behind its name) and, where tracing is set up, a span. The
			tags belong to all three, the keys of spans to spans only. Micrometer adds a tag `error` to the timers: the
			simple name of the exception, or `none`. Waiting until a session is gone is no failure: a deletion counts
			as `SUCCESS`.

			Beans of the types `CallObservationConvention` and `SessionObservationConvention` replace the keys;
			`DefaultCallObservationConvention` and `DefaultSessionObservationConvention` are there to be extended. Leave
			`getName()` of the first alone: calls of actions and of tools have different tags, and one meter cannot have
			both.

			| observation | tags | keys of spans |
			| --- | --- | --- |
			""";

	private static final String ATTEMPTS = """

			## Attempts

			An observation tells of a call as a whole, with all its attempts. Beans of the type `CallListener` are told of each
			attempt: operation, session, request id, number, duration and outcome. The logger `io.agentbay.calls` writes the
			same at `DEBUG`.
			""";

	private static final String METERS = """

			## Meters

			An account goes by its name in `agentbay.clients`, and is `default` where it has none. A client that was not used
			yet counts as 0.

			| meter | type | unit | tags | what it measures |
			| --- | --- | --- | --- | --- |
			""";

	private static final String REST = """

			## Health, info and endpoint

			`agentbay` of `/actuator/health` asks the service for one session, at most every `agentbay.health.cache-for`.
			Where there are several accounts, each is a component by its name. A client that nobody has used yet is `UNKNOWN`
			with the reason `unused`: the check does not make one. With a shared store of keyed sessions there is
			`agentbayKeyedSessions` as well, which counts them.

			`/actuator/info` has the endpoint (host and port) and the accounts; `/actuator/agentbay`, when it is exposed, the
			sessions of this application, its pools, and its last failures, without their messages unless
			`agentbay.recent-errors.include-message=true`.

			[grafana-dashboard.json](grafana-dashboard.json) shows all of these meters.
			""";

	@Test
	void documentIsUpToDate() throws IOException {
		GeneratedDocument.check("observability.md", document());
	}

	private static String document() {
		StringBuilder document = new StringBuilder(HEAD);
		List<ObservationDocumentation> observations = new ArrayList<>(List.of(AgentBayObservation.values()));
		observations.addAll(List.of(StarterObservation.values()));
		observations.addAll(List.of(GovernanceObservation.values()));
		for (ObservationDocumentation observation : observations) {
			document.append("| `%s` | %s | %s |%n".formatted(observation.getName(),
					names(observation.getLowCardinalityKeyNames()) + ", `error`",
					names(observation.getHighCardinalityKeyNames())));
		}
		document.append(ATTEMPTS).append(METERS);
		for (AgentBayMeter meter : AgentBayMeter.values()) {
			document.append("| `%s` | %s | %s | %s | %s |%n".formatted(meter.getName(),
					meter.getType().name().toLowerCase(Locale.ROOT),
					Objects.requireNonNullElse(meter.getBaseUnit(), ""), names(meter.getKeyNames()),
					meter.getDescription()));
		}
		return document.append(REST).toString();
	}

	private static String names(KeyName[] keys) {
		return Arrays.stream(keys).map((key) -> "`" + key.asString() + "`").collect(Collectors.joining(", "));
	}

}
