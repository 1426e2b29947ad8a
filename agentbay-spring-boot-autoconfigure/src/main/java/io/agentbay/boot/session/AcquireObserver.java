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

package io.agentbay.boot.session;

import java.util.Objects;

import io.agentbay.boot.observation.StarterObservation;
import io.agentbay.boot.observation.StarterObservation.LowCardinality;
import io.agentbay.internal.observe.RunningObservation;
import io.agentbay.session.CreateSessionParams;
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

	Mono<SessionLease> observe(CreateSessionParams params, Mono<SessionLease> acquisition) {
		return Mono.deferContextual((caller) -> {
			Observation observation = StarterObservation.POOL_ACQUIRE.observation(this.registry)
				.lowCardinalityKeyValue(
						LowCardinality.IMAGE.withValue(Objects.requireNonNullElse(params.imageId(), "default")));
			note(observation, "UNKNOWN", "none");
			RunningObservation running = RunningObservation.start(observation, caller);
			return acquisition.doOnSuccess((lease) -> running.end(() -> note(observation, "SUCCESS", "none")))
				.doOnError((ex) -> {
					note(observation, "ERROR", ex.getClass().getSimpleName());
					running.fail(ex);
				})
				.doOnCancel(() -> running.end(() -> note(observation, "CANCELLED", "none")))
				.contextWrite(running::within);
		});
	}

	private static void note(Observation observation, String outcome, String failure) {
		observation.lowCardinalityKeyValue(LowCardinality.OUTCOME.withValue(outcome))
			.lowCardinalityKeyValue(LowCardinality.FAILURE.withValue(failure));
	}

}
