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

package io.agentbay.boot.pool;

import java.util.Objects;

import io.agentbay.boot.observation.Observed;
import io.agentbay.boot.observation.StarterObservation;
import io.agentbay.boot.observation.StarterObservation.LowCardinality;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.ReactiveSession;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import reactor.core.publisher.Mono;

/**
 * Observes how long it takes to get a session from a pool.
 */
final class AcquireObserver {

	private final ObservationRegistry registry;

	AcquireObserver(ObservationRegistry registry) {
		this.registry = registry;
	}

	Mono<ReactiveSession> observe(CreateSessionOptions kind, Mono<ReactiveSession> acquisition) {
		return Observed.by(() -> begin(kind), acquisition, AcquireObserver::note);
	}

	private Observation begin(CreateSessionOptions kind) {
		Observation observation = StarterObservation.POOL_ACQUIRE.observation(this.registry)
			.lowCardinalityKeyValue(
					LowCardinality.IMAGE.withValue(Objects.requireNonNullElse(kind.imageId(), "default")));
		note(observation, "UNKNOWN", "none");
		return observation;
	}

	private static void note(Observation observation, String outcome, String failure) {
		observation.lowCardinalityKeyValue(LowCardinality.OUTCOME.withValue(outcome))
			.lowCardinalityKeyValue(LowCardinality.FAILURE.withValue(failure));
	}

}
