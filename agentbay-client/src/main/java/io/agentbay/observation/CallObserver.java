package io.agentbay.observation;

import java.util.concurrent.atomic.AtomicBoolean;

import io.agentbay.result.Result;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Wraps each call in an observation.
 */
public final class CallObserver {

	private static final CallObservationConvention DEFAULT_CONVENTION = new DefaultCallObservationConvention();

	private final ObservationRegistry registry;

	/**
	 * Create an observer.
	 * @param registry where observations are reported
	 */
	public CallObserver(ObservationRegistry registry) {
		this.registry = registry;
	}

	/**
	 * Observe a call. Its parent is the observation in the Reactor context, else the one
	 * current on the subscribing thread.
	 * @param type what is observed
	 * @param operation the action or tool
	 * @param sessionId the session, or {@code null} if the call is for none
	 * @param call the call
	 * @param <R> what it answers
	 * @return the observed call
	 */
	public <R extends Result<R>> Mono<R> observe(AgentBayObservation type, String operation, @Nullable String sessionId,
			Mono<R> call) {
		return Mono.deferContextual((view) -> {
			CallObservationContext context = new CallObservationContext(type, operation, sessionId);
			Observation observation = type.observation(null, DEFAULT_CONVENTION, () -> context, this.registry);
			if (view.hasKey(ObservationThreadLocalAccessor.KEY)) {
				observation.parentObservation(view.get(ObservationThreadLocalAccessor.KEY));
			}
			observation.start();
			AtomicBoolean running = new AtomicBoolean(true);
			return call.doOnSuccess((result) -> end(observation, running, () -> context.ended(result)))
				.doOnError((error) -> end(observation, running, () -> observation.error(error)))
				.doOnCancel(() -> end(observation, running, context::cancelled))
				.contextWrite((inner) -> inner.put(ObservationThreadLocalAccessor.KEY, observation));
		});
	}

	/**
	 * Before the caller goes on, so that what it then reads of its meters is complete.
	 */
	private static void end(Observation observation, AtomicBoolean running, Runnable note) {
		if (running.compareAndSet(true, false)) {
			note.run();
			observation.stop();
		}
	}

}
