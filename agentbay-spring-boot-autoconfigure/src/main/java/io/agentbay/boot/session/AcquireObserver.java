package io.agentbay.boot.session;

import java.util.Objects;

import io.agentbay.boot.observation.StarterObservation;
import io.agentbay.boot.observation.StarterObservation.LowCardinality;
import io.agentbay.observation.RunningObservation;
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
