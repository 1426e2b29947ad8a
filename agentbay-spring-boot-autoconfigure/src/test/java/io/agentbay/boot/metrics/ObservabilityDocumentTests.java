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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.agentbay.boot.observation.StarterObservation;
import io.agentbay.observation.AgentBayObservation;
import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.docs.ObservationDocumentation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writes {@code docs/observability.md} from the enums that name observations and meters,
 * and fails when it was out of date.
 */
class ObservabilityDocumentTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "observability.md");

	private static final String HEAD = """
			# Observability

			Written by `ObservabilityDocumentTests` from `AgentBayObservation`, `StarterObservation` and
			`AgentBayMeter`.

			## Observations

			Each is a timer, a long task timer (with `.active` behind its name) and, where tracing is set up, a span. The
			tags belong to all three, the keys of spans to spans only.

			Beans of the types `CallObservationConvention` and `SessionObservationConvention` replace these names and keys;
			`DefaultCallObservationConvention` and `DefaultSessionObservationConvention` are there to be extended.

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

			| meter | type | unit | tags |
			| --- | --- | --- | --- |
			""";

	@Test
	void documentIsUpToDate() throws IOException {
		String expected = document();
		String found = Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "";
		Files.writeString(DOCUMENT, expected);
		assertThat(found).as("docs/observability.md was out of date and has been rewritten: commit it")
			.isEqualTo(expected);
	}

	private static String document() {
		StringBuilder document = new StringBuilder(HEAD);
		List<ObservationDocumentation> observations = new ArrayList<>(List.of(AgentBayObservation.values()));
		observations.addAll(List.of(StarterObservation.values()));
		for (ObservationDocumentation observation : observations) {
			document.append("| `%s` | %s | %s |%n".formatted(observation.getName(),
					names(observation.getLowCardinalityKeyNames()), names(observation.getHighCardinalityKeyNames())));
		}
		document.append(ATTEMPTS).append(METERS);
		for (AgentBayMeter meter : AgentBayMeter.values()) {
			document.append("| `%s` | %s | %s | %s |%n".formatted(meter.getName(),
					meter.getType().name().toLowerCase(Locale.ROOT), meter.getBaseUnit(), names(meter.getKeyNames())));
		}
		return document.toString();
	}

	private static String names(KeyName[] keys) {
		return Arrays.stream(keys).map((key) -> "`" + key.asString() + "`").collect(Collectors.joining(", "));
	}

}
