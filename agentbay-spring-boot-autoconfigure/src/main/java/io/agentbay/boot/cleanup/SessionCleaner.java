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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.observation.Observed;
import io.agentbay.boot.observation.StarterObservation;
import io.agentbay.boot.observation.StarterObservation.HighCardinality;
import io.agentbay.boot.observation.StarterObservation.LowCardinality;
import io.agentbay.error.PartialFailureException;
import io.agentbay.session.DeleteOption;
import io.agentbay.session.ReactiveSession;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.SmartLifecycle;

/**
 * Deletes the sessions that the application created and left behind, when it stops: after
 * the web server and the task executors, which may still use them, and before the
 * connections that deleting needs. An application that fails before it has started is
 * cleaned up when its beans are destroyed, and so is one whose tasks still run when the
 * others have stopped.
 *
 * @since 0.1.0
 */
public class SessionCleaner implements SmartLifecycle {

	/**
	 * Below the web server and the task executors, above Spring's connector for Reactor
	 * Netty.
	 */
	public static final int PHASE = 1024;

	private static final Logger logger = LoggerFactory.getLogger(SessionCleaner.class);

	private final Collection<ReactiveAgentBay> clients = ConcurrentHashMap.newKeySet();

	private final Duration timeout;

	private final int parallelism;

	private final DeleteOption[] options;

	private final ObservationRegistry observationRegistry;

	private final BooleanSupplier tasksRun;

	private final AtomicReference<@Nullable Mono<Void>> cleaning = new AtomicReference<>();

	private volatile boolean running;

	/**
	 * Create a cleaner.
	 * @param timeout the longest time for deleting sessions
	 * @param parallelism how many sessions are deleted at once
	 * @param syncContexts whether their contexts are saved before
	 * @param observationRegistry where it is reported
	 * @param tasksRun tells whether tasks of the application still run, which may use
	 * sessions
	 */
	public SessionCleaner(Duration timeout, int parallelism, boolean syncContexts,
			ObservationRegistry observationRegistry, BooleanSupplier tasksRun) {
		this.tasksRun = tasksRun;
		this.observationRegistry = observationRegistry;
		this.options = syncContexts ? new DeleteOption[] { DeleteOption.SAVE_CONTEXTS } : new DeleteOption[0];
		this.timeout = timeout;
		this.parallelism = parallelism;
	}

	/**
	 * Look after the sessions of a client.
	 * @param client the client
	 */
	public void add(ReactiveAgentBay client) {
		this.clients.add(client);
	}

	@Override
	public void start() {
		this.cleaning.set(null);
		this.running = true;
	}

	@Override
	public void stop() {
		if (!leavesItToDestroy()) {
			clean().block();
		}
	}

	@Override
	public void stop(Runnable callback) {
		if (leavesItToDestroy()) {
			callback.run();
		}
		else {
			clean().doFinally((signal) -> callback.run()).subscribe();
		}
	}

	private boolean leavesItToDestroy() {
		boolean leaves = this.tasksRun.getAsBoolean();
		if (leaves) {
			logger.debug("Tasks still run; their sessions are deleted when their executors have ended");
			this.running = false;
		}
		return leaves;
	}

	/**
	 * Wait for the end of what {@link #stop} began, or do it now. On an event loop, begin
	 * it only.
	 */
	@PreDestroy
	public void destroy() {
		if (Schedulers.isInNonBlockingThread()) {
			clean().subscribe();
		}
		else {
			clean().block();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** A pause is no end: the application goes on with its sessions. */
	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	/** Once after each start, however often and from wherever it is asked for. */
	private Mono<Void> clean() {
		Mono<Void> cleaning = new Cleaning().run().doOnTerminate(() -> this.running = false).cache();
		Mono<Void> earlier = this.cleaning.compareAndExchange(null, cleaning);
		return (earlier != null) ? earlier : cleaning;
	}

	/**
	 * One run over the sessions.
	 */
	private final class Cleaning {

		private final Map<String, String> problems = new ConcurrentSkipListMap<>();

		private final Collection<String> seen = ConcurrentHashMap.newKeySet();

		private final AtomicInteger deleted = new AtomicInteger();

		Mono<Void> run() {
			Mono<Void> cleaning = deleteLeftOver().repeat(() -> !leftOver().isEmpty())
				.take(SessionCleaner.this.timeout)
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
			return SessionCleaner.this.clients.stream()
				.flatMap((client) -> client.cachedSessions().stream())
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
