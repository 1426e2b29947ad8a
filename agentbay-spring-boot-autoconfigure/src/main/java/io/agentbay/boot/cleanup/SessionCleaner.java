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

package io.agentbay.boot.cleanup;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.observation.Observed;
import io.agentbay.boot.observation.StarterObservation;
import io.agentbay.boot.observation.StarterObservation.HighCardinality;
import io.agentbay.boot.observation.StarterObservation.LowCardinality;
import io.agentbay.boot.waiting.Uninterruptibly;
import io.agentbay.error.PartialFailureException;
import io.agentbay.session.DeleteOption;
import io.agentbay.session.ReactiveSession;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.DisposableBean;

/**
 * Deletes the sessions that clients have left when the application ends. All clients
 * together have one time-out.
 *
 * @since 0.1.0
 */
public class SessionCleaner implements DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(SessionCleaner.class);

	/** For what is said when the time is over, on whichever thread that is. */
	private static final Duration GRACE = Duration.ofSeconds(1);

	private final Duration timeout;

	private final int parallelism;

	private final DeleteOption[] options;

	private final ObservationRegistry observationRegistry;

	private final AtomicLong left;

	/** Clients that may never be destroyed, because their scope does not tell its end. */
	private final Set<ReactiveAgentBay> unmanaged = Collections
		.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

	/**
	 * Create a cleaner.
	 * @param timeout the longest time for deleting sessions
	 * @param parallelism how many sessions are deleted at once
	 * @param syncContexts whether their contexts are saved before
	 * @param observationRegistry where it is reported
	 */
	public SessionCleaner(Duration timeout, int parallelism, boolean syncContexts,
			ObservationRegistry observationRegistry) {
		this.observationRegistry = observationRegistry;
		this.options = syncContexts ? new DeleteOption[] { DeleteOption.SAVE_CONTEXTS } : new DeleteOption[0];
		this.timeout = timeout;
		this.left = new AtomicLong(timeout.toNanos());
		this.parallelism = parallelism;
	}

	/**
	 * Look after the sessions of a client that nobody may destroy.
	 * @param client the client
	 */
	public void add(ReactiveAgentBay client) {
		this.unmanaged.add(client);
	}

	@Override
	public void destroy() {
		List.copyOf(this.unmanaged).forEach((client) -> clean(client, true));
	}

	/**
	 * Delete the sessions of a client that are left, and wait for it: on a thread that is
	 * interrupted as well, and even on an event loop, for the client is closed next.
	 * Nothing is thrown: what could not be deleted is logged.
	 * @param client the client
	 * @param forGood whether the application ends, rather than the scope of the client
	 */
	public void clean(ReactiveAgentBay client, boolean forGood) {
		this.unmanaged.remove(client);
		Duration time = forGood ? Duration.ofNanos(Math.max(0, this.left.get())) : this.timeout;
		long begin = System.nanoTime();
		try {
			Uninterruptibly.await(new Cleaning(client, time).run(), time.plus(GRACE));
		}
		catch (RuntimeException ex) {
			logger.warn("AgentBay sessions that were left could not be deleted", ex);
		}
		finally {
			if (forGood) {
				this.left.addAndGet(begin - System.nanoTime());
			}
		}
	}

	/**
	 * One run over the sessions.
	 */
	private final class Cleaning {

		private final ReactiveAgentBay client;

		private final Duration time;

		private final Map<String, String> problems = new ConcurrentSkipListMap<>();

		private final Collection<String> seen = ConcurrentHashMap.newKeySet();

		private final AtomicInteger deleted = new AtomicInteger();

		Cleaning(ReactiveAgentBay client, Duration time) {
			this.client = client;
			this.time = time;
		}

		Mono<Void> run() {
			Mono<Void> cleaning = deleteLeftOver().repeat(() -> !leftOver().isEmpty())
				.take(this.time)
				.then(Mono.fromRunnable(this::report));
			return Observed.by(this::begin, cleaning, (observation, outcome, failure) -> note(observation));
		}

		private Observation begin() {
			return StarterObservation.CLEANUP.observation(SessionCleaner.this.observationRegistry)
				.lowCardinalityKeyValue(LowCardinality.OUTCOME.withValue("UNKNOWN"));
		}

		private void note(Observation observation) {
			observation
				.lowCardinalityKeyValue(
						LowCardinality.OUTCOME.withValue(this.problems.isEmpty() ? "SUCCESS" : "INCOMPLETE"))
				.highCardinalityKeyValue(HighCardinality.DELETED.withValue(String.valueOf(this.deleted.get())))
				.highCardinalityKeyValue(HighCardinality.LEFT.withValue(String.valueOf(this.problems.size())));
		}

		private Flux<Void> deleteLeftOver() {
			return Flux.defer(() -> Flux.fromIterable(leftOver()))
				.flatMap(this::delete, SessionCleaner.this.parallelism);
		}

		/**
		 * Those not tried yet: a call that was on its way may have created another one.
		 */
		private List<ReactiveSession> leftOver() {
			return this.client.cachedSessions()
				.stream()
				.filter((session) -> !this.seen.contains(session.id()))
				.toList();
		}

		private Mono<Void> delete(ReactiveSession session) {
			String id = session.id();
			this.seen.add(id);
			this.problems.put(id, "not done within " + SessionCleaner.this.timeout);
			return session.delete(SessionCleaner.this.options)
				.onErrorResume(PartialFailureException.class, this::endedAllTheSame)
				.doOnSuccess((nothing) -> {
					this.problems.remove(id);
					this.deleted.incrementAndGet();
				})
				.onErrorResume((ex) -> {
					this.problems.put(id, String.valueOf(ex.getMessage()));
					return Mono.empty();
				});
		}

		private Mono<Void> endedAllTheSame(PartialFailureException ex) {
			logger.warn("{}", ex.getMessage());
			return Mono.empty();
		}

		private void report() {
			leftOver().forEach((session) -> this.problems.put(session.id(), "not tried"));
			if (this.deleted.get() > 0) {
				logger.info("Deleted {} AgentBay session(s) that were left", this.deleted.get());
			}
			if (!this.problems.isEmpty()) {
				logger.warn("Could not delete {} AgentBay session(s), the service will release them when idle: {}",
						this.problems.size(), this.problems);
			}
		}

	}

}
