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

package io.agentbay.boot.ownership;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.ownership.ReapResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.SmartLifecycle;

/**
 * Looks for sessions of instances that died, begun on a thread of its own: first when the
 * application makes use of sessions, or after a while if it does not, and then from time
 * to time. An application that is only started opens no connection.
 *
 * @since 0.1.0
 */
public class PeriodicReaper implements SmartLifecycle {

	/** Ends before the pools are drained, their phase being 1025. */
	public static final int PHASE = 1026;

	private static final Logger logger = LoggerFactory.getLogger(PeriodicReaper.class);

	private static final Duration FIRST_USE_NOTICED_WITHIN = Duration.ofMillis(250);

	private final Ownership ownership;

	private final Supplier<Map<String, ReactiveAgentBay>> clients;

	private final Duration period;

	private @Nullable Run run;

	private volatile State state = new State(null, null, 0, Map.of(), List.of(), 0);

	/**
	 * Create a reaper.
	 * @param ownership tells which sessions are those of instances that died
	 * @param clients tells the clients whose accounts are looked into
	 * @param period how often
	 */
	public PeriodicReaper(Ownership ownership, Supplier<Map<String, ReactiveAgentBay>> clients, Duration period) {
		this.ownership = ownership;
		this.clients = clients;
		this.period = period;
	}

	@Override
	public synchronized void start() {
		if (this.run == null) {
			Scheduler thread = Schedulers.newSingle("agentbay-reaper", true);
			Disposable work = firstUse(thread).thenMany(Flux.interval(Duration.ZERO, this.period, thread))
				.onBackpressureDrop()
				.concatMap((tick) -> look(), 1)
				.subscribe();
			this.run = new Run(work, thread);
		}
	}

	private Mono<Void> firstUse(Scheduler thread) {
		return Flux.interval(FIRST_USE_NOTICED_WITHIN, thread)
			.onBackpressureDrop()
			.takeUntil((tick) -> isInUse())
			.take(this.period, thread)
			.then();
	}

	private boolean isInUse() {
		return this.clients.get().values().stream().anyMatch((client) -> !client.cachedSessions().isEmpty());
	}

	private Mono<Void> look() {
		return Flux.defer(() -> Flux.fromIterable(this.clients.get().values()))
			.concatMap(this.ownership::reap)
			.collectList()
			.doOnNext((results) -> this.state = this.state.after(results))
			.onErrorResume((ex) -> {
				logger.warn("Sessions of instances that had died could not be looked for, the next try follows: {}",
						ex.getMessage());
				this.state = this.state.failed(ex);
				return Mono.empty();
			})
			.then();
	}

	/**
	 * Tell how it stands.
	 * @return the state
	 */
	public State state() {
		return this.state;
	}

	/** A look that is under way ends, and lets go of the locks that it took. */
	@Override
	public synchronized void stop() {
		if (this.run != null) {
			this.run.work().dispose();
			this.run.thread().dispose();
			this.run = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.run != null;
	}

	/** A pause is no end: the instance lives on. */
	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	/** From a start to the stop that follows. */
	private record Run(Disposable work, Scheduler thread) {
	}

	/**
	 * What came of looking.
	 *
	 * @param lastRun when the last look came to its end, {@code null} if none has yet
	 * @param lastProblem why the last look failed: the name of an exception, {@code null}
	 * if it did not
	 * @param deleted how many sessions of dead instances were ended in all
	 * @param failed the sessions that could not be ended at the last look, with the
	 * reason
	 * @param unattributed the sessions of which nobody could tell at the last look
	 * whether they are still in use
	 * @param alive how many sessions of instances that are alive there were at the last
	 * look
	 */
	public record State(@Nullable Instant lastRun, @Nullable String lastProblem, long deleted,
			Map<String, String> failed, List<String> unattributed, int alive) {

		State after(List<ReapResult> results) {
			Map<String, String> failed = new TreeMap<>();
			List<String> unattributed = new ArrayList<>();
			long deleted = this.deleted;
			int alive = 0;
			for (ReapResult result : results) {
				failed.putAll(result.failed());
				unattributed.addAll(result.unattributed());
				deleted += result.deleted().size();
				alive += result.alive();
			}
			return new State(Instant.now(), null, deleted, Map.copyOf(failed), List.copyOf(unattributed), alive);
		}

		State failed(Throwable problem) {
			return new State(this.lastRun, problem.getClass().getSimpleName(), this.deleted, this.failed,
					this.unattributed, this.alive);
		}

	}

}
