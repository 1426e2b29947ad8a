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

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.LifecyclePolicy;
import io.agentbay.session.ReactiveSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolAcquireTimeoutException;
import reactor.pool.PoolBuilder;
import reactor.pool.PoolShutdownException;
import reactor.pool.PooledRef;

import org.springframework.util.Assert;

/**
 * Sessions of one kind that are ready before somebody asks for them. While it runs, idle
 * sessions are kept from being released by the service, and those that are too old or
 * dead are replaced.
 */
final class SessionPool {

	private static final Logger logger = LoggerFactory.getLogger(SessionPool.class);

	private static final Duration DEFAULT_IDLE_RELEASE = Duration.ofMinutes(5);

	/** Longer than any session is kept in a pool. */
	private static final Duration NEVER = Duration.ofDays(3650);

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

	private final ReactiveAgentBay client;

	private final CreateSessionOptions kind;

	private final PoolSettings settings;

	private final Clock clock;

	private final Duration idleRelease;

	private final @Nullable Duration maxRuntime;

	private final Collection<WarmSession> all = ConcurrentHashMap.newKeySet();

	private final AtomicLong created = new AtomicLong();

	private final AtomicLong discarded = new AtomicLong();

	private final AtomicInteger refills = new AtomicInteger();

	private final WarmAllocation allocation;

	private final InstrumentedPool<WarmSession> pool;

	private final BackgroundWork background = new BackgroundWork();

	private final Disposable.Swap upkeep = Disposables.swap();

	private volatile Duration pause = FIRST_PAUSE;

	private volatile long pauseEnds;

	SessionPool(ReactiveAgentBay client, CreateSessionOptions kind, PoolSettings settings, Clock clock) {
		this.client = client;
		this.kind = kind;
		this.settings = settings;
		this.clock = clock;
		LifecyclePolicy policy = kind.lifecyclePolicy();
		this.maxRuntime = (policy != null) ? policy.maxRuntime() : null;
		Assert.isTrue(this.maxRuntime == null || this.maxRuntime.compareTo(settings.minRemainingLife()) > 0,
				"'minRemainingLife' must be shorter than the longest time of a session, 'maxRuntime'");
		this.idleRelease = idleRelease(kind);
		this.allocation = new WarmAllocation(settings.minIdle(), settings.maxSize());
		this.pool = PoolBuilder.from(Mono.defer(this::create))
			.allocationStrategy(this.allocation)
			.maxPendingAcquireUnbounded()
			.evictionPredicate((session, metadata) -> isUnfit(session))
			.destroyHandler(this::destroy)
			.clock(clock)
			.evictInBackground(upkeepPeriod())
			.buildPool();
	}

	/** Begin to create sessions; does not wait for them. */
	void start() {
		this.upkeep.update(Flux.interval(Duration.ZERO, upkeepPeriod()).onBackpressureDrop().concatMap((tick) -> {
			refill();
			return keepIdleOnesAlive();
		}).subscribe());
	}

	/**
	 * Delete the idle sessions, and those that are on their way into the pool or back.
	 * Those that are lent are deleted when given back.
	 */
	Mono<Void> stop() {
		this.upkeep.dispose();
		return this.pool.disposeLater().then(this.background.end());
	}

	Mono<ReactiveSession> acquire() {
		return Mono.defer(() -> acquireUntil(this.clock.millis() + this.settings.acquireTimeout().toMillis()));
	}

	private Mono<ReactiveSession> acquireUntil(long end) {
		Duration left = Duration.ofMillis(Math.max(1, end - this.clock.millis()));
		return this.pool.acquire(left)
			.onErrorMap(PoolAcquireTimeoutException.class, this::exhausted)
			.flatMap((ref) -> Handover.of(lend(ref), (unwanted) -> giveBack(unwanted, ref)))
			.switchIfEmpty(Mono.defer(() -> acquireUntil(end)));
	}

	/** Empty if the session turned out to be dead. */
	private Mono<ReactiveSession> lend(PooledRef<WarmSession> ref) {
		WarmSession session = ref.poolable();
		session.setLent(true);
		refill();
		if (session.sinceAlive().compareTo(this.settings.checkAfter()) < 0) {
			return Mono.just(view(ref));
		}
		return session.checkAlive().flatMap((alive) -> {
			if (alive) {
				return Mono.just(view(ref));
			}
			session.setDead();
			discard(ref);
			return Mono.empty();
		});
	}

	private ReactiveSession view(PooledRef<WarmSession> ref) {
		return new PooledSession(ref.poolable().session(), () -> release(ref), Mono.defer(() -> {
			ref.poolable().setTaken();
			return ref.invalidate();
		}));
	}

	/**
	 * A session that leaves the pool for good, so that its place is free for another one.
	 * Empty if none is ready.
	 */
	Mono<ReactiveSession> take() {
		return Mono.defer(() -> (idle() > 0) ? acquire() : Mono.empty())
			.cast(PooledSession.class)
			.flatMap(PooledSession::leave)
			.onErrorResume(PoolExhaustedException.class, (ex) -> Mono.empty());
	}

	/**
	 * Goes on by itself: the user of the session, who may have ended it, need not wait.
	 */
	private void release(PooledRef<WarmSession> ref) {
		SessionReset reset = this.settings.reset();
		Mono<Void> end = (reset == null || ref.poolable().isDead()) ? ref.invalidate()
				: Mono.defer(() -> reset.reset(ref.poolable().session())).then(Mono.defer(() -> {
					ref.poolable().setLent(false);
					return ref.release();
				})).onErrorResume((ex) -> {
					logger.warn("Session {} could not be reset and is deleted: {}", ref.poolable().session().id(),
							ex.getMessage());
					return ref.invalidate();
				});
		this.background.begin(end.doOnSuccess((nothing) -> refill()),
				(ex) -> logger.warn("A session was not given back to its pool", ex));
	}

	/** Nobody has used it. */
	private void giveBack(ReactiveSession unwanted, PooledRef<WarmSession> ref) {
		ref.poolable().setLent(false);
		this.background.begin(ref.release(), (ex) -> logger.warn("Session {} was not given back", unwanted.id(), ex));
	}

	private void discard(PooledRef<WarmSession> ref) {
		this.background.begin(ref.invalidate(),
				(ex) -> logger.warn("A dead session was not removed from its pool", ex));
	}

	/** One that arrives after the pool was stopped would find no place in it. */
	private Mono<WarmSession> create() {
		return this.client.create(this.kind).flatMap((session) -> {
			this.created.incrementAndGet();
			if (this.upkeep.isDisposed()) {
				return NewSessions.delete(session).then(Mono.error(new PoolShutdownException()));
			}
			WarmSession warm = new WarmSession(session, this.clock);
			this.all.add(warm);
			return Mono.just(warm);
		});
	}

	private Mono<Void> destroy(WarmSession warm) {
		this.allocation.retake();
		this.all.remove(warm);
		if (!warm.isLent() || warm.wasFoundDead()) {
			this.discarded.incrementAndGet();
		}
		Mono<Void> end = warm.isTaken() ? Mono.empty() : NewSessions.delete(warm.session());
		return end.doFinally((signal) -> {
			this.allocation.returnPermits(1);
			serveWaiting();
			refill();
		});
	}

	/** The pool looks after those who wait when somebody comes or goes, and only then. */
	private void serveWaiting() {
		if (this.pool.metrics().pendingAcquireSize() > 0) {
			this.pool.acquire().flatMap(PooledRef::release).subscribe(null, (ex) -> {
			}).dispose();
		}
	}

	private static Duration idleRelease(CreateSessionOptions kind) {
		LifecyclePolicy policy = kind.lifecyclePolicy();
		if (policy != null && policy.isManualRelease()) {
			return NEVER;
		}
		Duration idle = (policy != null) ? policy.idleReleaseTimeout() : kind.idleReleaseTimeout();
		return (idle != null) ? idle : DEFAULT_IDLE_RELEASE;
	}

	private boolean isUnfit(WarmSession session) {
		Duration left = this.idleRelease.minus(session.sinceAlive());
		if (this.maxRuntime != null && this.maxRuntime.minus(session.age()).compareTo(left) < 0) {
			left = this.maxRuntime.minus(session.age());
		}
		return session.isDead() || session.age().compareTo(this.settings.maxAge()) >= 0
				|| left.compareTo(this.settings.minRemainingLife()) < 0;
	}

	private Mono<Void> keepIdleOnesAlive() {
		return Flux.fromIterable(this.all)
			.filter((session) -> !session.isLent() && !isUnfit(session))
			.filter((session) -> session.sinceAlive().multipliedBy(2).compareTo(this.idleRelease) > 0)
			.flatMap(WarmSession::checkAlive, this.settings.refillBatch())
			.then();
	}

	/** Several times before an idle session comes too near to its end. */
	private Duration upkeepPeriod() {
		long millis = this.idleRelease.minus(this.settings.minRemainingLife()).dividedBy(8).toMillis();
		return Duration.ofMillis(Math.max(100, Math.min(millis, 5000)));
	}

	private void refill() {
		int running = this.refills.get();
		while (isRefillDue(running)) {
			if (this.refills.compareAndSet(running, running + 1)) {
				this.background.begin(
						this.pool.warmup().doOnTerminate(this.refills::decrementAndGet).doOnNext(this::refilled),
						this::refillFailed);
			}
			running = this.refills.get();
		}
	}

	private boolean isRefillDue(int running) {
		return running < this.settings.refillBatch() && idle() + running < this.settings.minIdle()
				&& this.allocation.estimatePermitCount() > 0 && !this.upkeep.isDisposed()
				&& this.clock.millis() >= this.pauseEnds;
	}

	private void refilled(int number) {
		if (number > 0) {
			this.pause = FIRST_PAUSE;
			serveWaiting();
			refill();
		}
	}

	private void refillFailed(Throwable ex) {
		if (this.upkeep.isDisposed()) {
			return;
		}
		Duration next = this.pause.multipliedBy(2);
		this.pauseEnds = this.clock.millis() + this.pause.toMillis();
		logger.warn("The pool of warm sessions could not be refilled, next try in {}: {}", this.pause, ex.getMessage());
		this.pause = (next.compareTo(LONGEST_PAUSE) > 0) ? LONGEST_PAUSE : next;
	}

	private PoolExhaustedException exhausted(Throwable ex) {
		return new PoolExhaustedException(("No session became free within %s ms (agentbay.pool.acquire-timeout); "
				+ "%s of at most %s are in use (agentbay.pool.max-size)")
			.formatted(this.settings.acquireTimeout().toMillis(), this.pool.metrics().acquiredSize(),
					this.settings.maxSize()),
				ex);
	}

	private int idle() {
		return this.pool.metrics().idleSize();
	}

	PoolFigures figures() {
		InstrumentedPool.PoolMetrics metrics = this.pool.metrics();
		return new PoolFigures(metrics.idleSize(), metrics.acquiredSize(), metrics.pendingAcquireSize(),
				this.settings.maxSize(), this.created.get(), this.discarded.get());
	}

	boolean isIdle(String sessionId) {
		return this.all.stream().anyMatch((warm) -> !warm.isLent() && warm.session().id().equals(sessionId));
	}

}
