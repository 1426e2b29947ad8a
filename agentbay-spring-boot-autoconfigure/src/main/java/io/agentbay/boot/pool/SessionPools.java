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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.waiting.Uninterruptibly;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.ReactiveSession;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.Assert;

/**
 * The pools of an application, one for each kind of session. A kind that has no pool, and
 * any kind while the application is not running, gets a new session. The pools begin to
 * fill when the application starts, which does not wait for them, and are drained when it
 * stops, before the sessions that are left are deleted.
 *
 * @since 0.1.0
 */
public class SessionPools implements ReactiveSessionSource, SmartLifecycle, DisposableBean {

	/** After the web server has ended, which may still use sessions. */
	public static final int PHASE = 1025;

	private static final Logger logger = LoggerFactory.getLogger(SessionPools.class);

	/** For what is said when the time is over. */
	private static final Duration GRACE = Duration.ofSeconds(1);

	private final ReactiveAgentBay client;

	private final Collection<CreateSessionOptions> kinds;

	private final CreateSessionOptions defaultKind;

	private final PoolSettings settings;

	private final Duration drainTimeout;

	private final ReactiveSessionSource others;

	private final AcquireObserver observer;

	private volatile @Nullable Map<CreateSessionOptions, SessionPool> pools;

	/**
	 * Create pools.
	 * @param client creates the sessions
	 * @param kinds the kinds of sessions that are kept warm
	 * @param defaultKind the kind of session that is meant where none is asked for
	 * @param settings how each pool works
	 * @param drainTimeout the longest time for deleting idle sessions when the
	 * application stops
	 * @param observationRegistry where it is reported how long one waits for a session
	 */
	public SessionPools(ReactiveAgentBay client, Collection<CreateSessionOptions> kinds,
			CreateSessionOptions defaultKind, PoolSettings settings, Duration drainTimeout,
			ObservationRegistry observationRegistry) {
		this.client = client;
		this.kinds = List.copyOf(kinds);
		this.defaultKind = defaultKind;
		this.settings = settings;
		this.drainTimeout = drainTimeout;
		this.others = new NewSessions(client);
		this.observer = new AcquireObserver(observationRegistry);
	}

	@Override
	public Mono<ReactiveSession> acquire() {
		return acquire(this.defaultKind);
	}

	@Override
	public Mono<ReactiveSession> acquire(CreateSessionOptions options) {
		Assert.notNull(options, "'options' must not be null");
		return Mono.defer(() -> {
			SessionPool pool = running().get(options);
			return (pool != null) ? this.observer.observe(options, pool.acquire()) : this.others.acquire(options);
		});
	}

	/**
	 * Tell how the pools stand.
	 * @return the figures of each pool by the kind of its sessions; empty while the
	 * application is not running
	 */
	public Map<CreateSessionOptions, PoolFigures> figures() {
		Map<CreateSessionOptions, PoolFigures> figures = new LinkedHashMap<>();
		running().forEach((kind, pool) -> figures.put(kind, pool.figures()));
		return figures;
	}

	/**
	 * Return the kinds of sessions that are kept warm.
	 * @return the kinds
	 */
	public Collection<CreateSessionOptions> kinds() {
		return this.kinds;
	}

	/**
	 * Return whether a session waits in a pool.
	 * @param sessionId the session
	 * @return whether it is idle
	 */
	public boolean isIdle(String sessionId) {
		return running().values().stream().anyMatch((pool) -> pool.isIdle(sessionId));
	}

	private Map<CreateSessionOptions, SessionPool> running() {
		Map<CreateSessionOptions, SessionPool> running = this.pools;
		return (running != null) ? running : Map.of();
	}

	/**
	 * Return a source of sessions that belong to whoever gets them: one that is ready
	 * leaves its pool, which creates another one in its place; where none is ready, a new
	 * one is created at once. Closing such a session deletes it.
	 * @return the source
	 */
	public ReactiveSessionSource withoutReturn() {
		return new LeavingSessions(this::take, this.defaultKind);
	}

	private Mono<ReactiveSession> take(CreateSessionOptions options) {
		Mono<ReactiveSession> ready = Mono.defer(() -> {
			SessionPool pool = running().get(options);
			return (pool != null) ? pool.take() : Mono.empty();
		});
		return Handover.of(ready.switchIfEmpty(this.client.create(options)),
				(unwanted) -> NewSessions.delete(unwanted).subscribe());
	}

	@Override
	public synchronized void start() {
		if (this.pools != null) {
			return;
		}
		Map<CreateSessionOptions, SessionPool> started = new LinkedHashMap<>();
		this.kinds
			.forEach((kind) -> started.put(kind, new SessionPool(this.client, kind, this.settings, Clock.systemUTC())));
		started.values().forEach(SessionPool::start);
		this.pools = started;
	}

	/** On a thread that is interrupted as well. */
	@Override
	public void stop() {
		Uninterruptibly.await(drain(), this.drainTimeout.plus(GRACE));
	}

	@Override
	public void stop(Runnable callback) {
		drain().doFinally((signal) -> callback.run()).subscribe();
	}

	@Override
	public void destroy() {
		stop();
	}

	private synchronized Mono<Void> drain() {
		Map<CreateSessionOptions, SessionPool> stopped = running();
		this.pools = null;
		return Flux.fromIterable(stopped.values())
			.flatMap(SessionPool::stop)
			.then()
			.timeout(this.drainTimeout)
			.onErrorResume((ex) -> {
				logger.warn("The pools of sessions were not drained within {}: {}", this.drainTimeout, ex.getMessage());
				return Mono.empty();
			});
	}

	@Override
	public boolean isRunning() {
		return this.pools != null;
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

}
