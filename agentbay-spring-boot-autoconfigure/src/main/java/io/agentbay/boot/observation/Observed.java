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

package io.agentbay.boot.observation;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Observes something reactive: the observation has its place in the Reactor context
 * rather than on a thread, and ends once, before whoever waits goes on.
 *
 * @since 0.1.0
 */
public final class Observed {

	/** What is current on a thread is the same for all registries. */
	private static final ObservationRegistry ANY = ObservationRegistry.create();

	private Observed() {
	}

	/**
	 * Observe work. The parent of its observation is the one in the Reactor context, else
	 * the one current on the subscribing thread.
	 * @param observation makes the observation, not started, for each subscription
	 * @param work what is observed
	 * @param notes notes down how it ended
	 * @param <T> what comes of the work
	 * @return the observed work
	 */
	public static <T> Mono<T> by(Supplier<Observation> observation, Mono<T> work, Notes notes) {
		return Mono.deferContextual((caller) -> {
			Observation started = observation.get();
			if (caller.hasKey(ObservationThreadLocalAccessor.KEY)) {
				started.parentObservation(caller.get(ObservationThreadLocalAccessor.KEY));
			}
			started.start();
			AtomicBoolean running = new AtomicBoolean(true);
			return work.doOnSuccess((value) -> end(running, started, () -> notes.ended(started, "SUCCESS", "none")))
				.doOnError((ex) -> end(running, started, () -> {
					notes.ended(started, "ERROR", ex.getClass().getSimpleName());
					started.error(ex);
				}))
				.doOnCancel(() -> end(running, started, () -> notes.ended(started, "CANCELLED", "none")))
				.contextWrite((context) -> context.put(ObservationThreadLocalAccessor.KEY, started));
		});
	}

	private static void end(AtomicBoolean running, Observation observation, Runnable note) {
		if (running.compareAndSet(true, false)) {
			note.run();
			observation.stop();
		}
	}

	/**
	 * Bring the observation that is current on this thread into a Reactor context that
	 * has none.
	 * @param context the context
	 * @return the context with the observation, if there is one
	 */
	public static Context fromThread(Context context) {
		Observation current = ANY.getCurrentObservation();
		return (current != null && !context.hasKey(ObservationThreadLocalAccessor.KEY))
				? context.put(ObservationThreadLocalAccessor.KEY, current) : context;
	}

	/**
	 * Notes down how work ended.
	 */
	@FunctionalInterface
	public interface Notes {

		/**
		 * The work has ended.
		 * @param observation its observation, which is about to stop
		 * @param outcome {@code SUCCESS}, {@code ERROR} or {@code CANCELLED}
		 * @param failure the simple name of an exception, or {@code none}
		 */
		void ended(Observation observation, String outcome, String failure);

	}

}
