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

package io.agentbay.boot.keyed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.agentbay.AgentBay;
import io.agentbay.boot.waiting.Uninterruptibly;
import io.agentbay.error.ServiceException;
import io.agentbay.error.SessionGoneException;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.LifecyclePolicy;
import io.agentbay.session.ReactiveSession;
import io.agentbay.session.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds, creates, replaces and ends the sessions of keys. The store decides which session
 * a key has: whoever wants to change that and finds something else looks again.
 *
 * <p>
 * A session that is given up is first marked in the store, then ended, then forgotten
 * there. The mark keeps it from being handed out, and one that was used meanwhile cannot
 * be marked. Whatever breaks off in between, this instance or a store that carries out
 * what it did not answer, the store still names the session, and any instance that looks
 * goes on. So an entry that is missing while its session lives tells that the store has
 * lost it.
 */
final class KeyedSessionKeeper {

	private static final Logger logger = LoggerFactory.getLogger(KeyedSessionKeeper.class);

	/** How much of the longest time of a session is not for those who ask for it anew. */
	private static final Duration LAST = Duration.ofMinutes(1);

	private static final String KEEP_DATA = "See that it keeps its data: a Redis must persist and must not evict, "
			+ "see docs/guide/keyed-sessions.md";

	private static final int ATTEMPTS = 20;

	private static final int PARALLEL_CALLS = 8;

	private final AgentBay client;

	private final Function<CreateSessionOptions, Session> source;

	private final SessionStore store;

	private final KeyedSessionSettings settings;

	private final Clock clock;

	private final Map<String, Held> held = new ConcurrentHashMap<>();

	/** Sessions that the store names no more and that may live, by their id. */
	private final Map<String, Stray> strays = new ConcurrentHashMap<>();

	/** Those put back into the store since the last look, to tell of them once. */
	private final Set<String> putBack = ConcurrentHashMap.newKeySet();

	KeyedSessionKeeper(AgentBay client, Function<CreateSessionOptions, Session> source, SessionStore store,
			KeyedSessionSettings settings, Clock clock) {
		this.client = client;
		this.source = source;
		this.store = store;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * The session of a key if this instance has checked it a short while ago.
	 */
	@Nullable Session recent(String key, CreateSessionOptions options) {
		Held held = this.held.get(key);
		if (held == null || held.session().isKnownToHaveEnded()
				|| since(held.checkedAt()).compareTo(this.settings.checkAfter()) >= 0) {
			return null;
		}
		KeyedSession entry = this.store.find(key);
		return (entry != null && held.isOf(entry) && !isOver(entry, options)) ? held.session() : null;
	}

	/**
	 * The session of a key, which is created if need be.
	 */
	Session establish(String key, CreateSessionOptions options) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			KeyedSession entry = this.store.find(key);
			if (entry == null) {
				entry = putBack(key);
			}
			Held held = (entry != null) ? reuse(entry, options) : create(key, options);
			if (held != null) {
				noteStray(key, this.held.put(key, held), held.session().id());
				return held.session();
			}
		}
		throw changesTooOften();
	}

	/**
	 * What the store has lost, unless the session has ended: those who use it keep it.
	 */
	private @Nullable KeyedSession putBack(String key) {
		Held held = this.held.get(key);
		if (held == null) {
			return null;
		}
		if (held.session().isKnownToHaveEnded() || !lives(held.session().id())) {
			this.held.remove(key, held);
			return null;
		}
		KeyedSession lost = new KeyedSession(key, held.session().id(), held.createdAt(), this.clock.instant());
		if (!this.store.replace(null, lost)) {
			return this.store.find(key);
		}
		this.putBack.add(lost.sessionId());
		return lost;
	}

	private boolean lives(String sessionId) {
		return this.client.find(sessionId).isPresent();
	}

	/** Nothing if it is over or has ended, or if another instance was faster. */
	private @Nullable Held reuse(KeyedSession entry, CreateSessionOptions options) {
		Session session = isOver(entry, options) ? null : findAlive(entry);
		if (session != null) {
			Instant now = this.clock.instant();
			return this.store.replace(entry, entry.withUsedAt(now)) ? new Held(session, entry.createdAt(), now) : null;
		}
		// Who asks for the key gets another session even if this one cannot be ended.
		if (mark(entry)) {
			if (!delete(entry.sessionId())) {
				this.strays.put(entry.sessionId(), new Stray(entry.key(), Instant.EPOCH, true));
			}
			this.store.remove(entry.ending());
		}
		return null;
	}

	/** Makes the idle time begin anew; only an answer that it is gone says it is. */
	private @Nullable Session findAlive(KeyedSession entry) {
		Held held = this.held.get(entry.key());
		Session session = (held != null && held.isOf(entry)) ? held.session()
				: this.client.find(entry.sessionId()).map(KeyedSessionKeeper::shared).orElse(null);
		return (session == null || session.isKnownToHaveEnded() || isGone(session)) ? null : session;
	}

	private static boolean isGone(Session session) {
		try {
			session.keepAlive();
			return false;
		}
		catch (ServiceException ex) {
			return ex instanceof SessionGoneException;
		}
	}

	private @Nullable Held create(String key, CreateSessionOptions options) {
		Session session = this.source.apply(options);
		Instant now = this.clock.instant();
		boolean kept = false;
		try {
			kept = this.store.replace(null, new KeyedSession(key, session.id(), now, now));
		}
		finally {
			if (!kept) {
				delete(session.id());
			}
		}
		if (kept && this.store.isShared()) {
			detach(session);
		}
		return kept ? new Held(shared(session), now, this.clock.instant()) : null;
	}

	/** That of a mock has no reactive face. */
	private static Session shared(Session session) {
		ReactiveSession reactive = session.reactive();
		return (reactive != null) ? new SharedSession(reactive).blocking() : session;
	}

	/**
	 * Only now, so that no crash leaves a session that neither the store nor a reaper
	 * knows.
	 */
	private static void detach(Session session) {
		try {
			Uninterruptibly.run(session::detach);
		}
		catch (RuntimeException ex) {
			logger.warn("Session {} ends with this instance, for its labels could not be changed: {}", session.id(),
					ex.getMessage());
		}
	}

	/** Nobody gets it from now on. */
	private boolean mark(KeyedSession entry) {
		if (!entry.isEnding() && !this.store.replace(entry, entry.ending())) {
			return false;
		}
		letGo(entry);
		return true;
	}

	/** The mark of one that cannot be ended stays, and the next look tries again. */
	private void giveUp(KeyedSession entry) {
		if (mark(entry) && delete(entry.sessionId())) {
			this.store.remove(entry.ending());
		}
	}

	/**
	 * End the session of a key.
	 * @return whether there was one
	 */
	boolean end(String key) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			KeyedSession entry = this.store.find(key);
			if (entry == null) {
				return endHeld(key);
			}
			this.client.delete(entry.sessionId());
			if (this.store.remove(entry)) {
				letGo(entry);
				return true;
			}
		}
		throw changesTooOften();
	}

	/** What the store does not know it may have lost. */
	private boolean endHeld(String key) {
		Held held = this.held.get(key);
		if (held == null) {
			return false;
		}
		this.client.delete(held.session().id());
		this.held.remove(key, held);
		return true;
	}

	private void letGo(KeyedSession entry) {
		this.held.computeIfPresent(entry.key(), (key, held) -> held.isOf(entry) ? null : held);
	}

	/** End the sessions that nobody asks for any more. */
	void endIdle() {
		this.store.findUnusedSince(this.clock.instant().minus(this.settings.maxIdle())).forEach(this::giveUp);
	}

	/**
	 * Let go of sessions that are not those of their keys any more, and put back those
	 * that live and have only been lost by the store.
	 */
	void forgetOld() {
		this.held.forEach((key, held) -> {
			KeyedSession entry = this.store.find(key);
			if (entry == null) {
				putBack(key);
			}
			else if (!held.isOf(entry) && this.held.remove(key, held)) {
				noteStray(key, held, entry.sessionId());
			}
		});
		Set<String> lost = new TreeSet<>(this.putBack);
		this.putBack.removeAll(lost);
		if (!lost.isEmpty()) {
			logger.warn("The store of keyed sessions had lost {} sessions that live, they were put back: {}. {}",
					lost.size(), lost, KEEP_DATA);
		}
	}

	private void noteStray(String key, @Nullable Held before, String sessionId) {
		if (before != null && !before.session().id().equals(sessionId) && !before.session().isKnownToHaveEnded()) {
			this.strays.put(before.session().id(), new Stray(key, this.clock.instant(), false));
		}
	}

	/**
	 * End the sessions that live although their keys have another one. Nobody gets them
	 * any more, but somebody may have one in use: they have the time of a session that
	 * nobody asks for.
	 */
	void endStrays() {
		Set<String> found = new TreeSet<>();
		this.strays.forEach((sessionId, stray) -> {
			KeyedSession entry = this.store.find(stray.key());
			if ((entry != null && entry.sessionId().equals(sessionId)) || (!stray.lives() && !lives(sessionId))) {
				this.strays.remove(sessionId);
			}
			else if (!stray.lives()) {
				this.strays.put(sessionId, new Stray(stray.key(), stray.since(), true));
				found.add(sessionId);
			}
			else if (since(stray.since()).compareTo(this.settings.maxIdle()) >= 0 && delete(sessionId)) {
				this.strays.remove(sessionId);
			}
		});
		if (!found.isEmpty()) {
			logger.warn("The store of keyed sessions has lost {} sessions that live while their keys have others, "
					+ "they end in {}: {}. {}", found.size(), this.settings.maxIdle(), found, KEEP_DATA);
		}
	}

	/** One that has ended is found out when it is asked for. */
	void keepAlive() {
		Flux.fromIterable(this.held.values())
			.flatMap((held) -> held.session().reactive().keepAlive().onErrorResume((ex) -> Mono.empty()),
					PARALLEL_CALLS)
			.blockLast();
	}

	/** On a thread that is interrupted as well: nobody else knows of the session. */
	private boolean delete(String sessionId) {
		try {
			Uninterruptibly.run(() -> this.client.delete(sessionId));
			return true;
		}
		catch (RuntimeException ex) {
			logger.warn("Session {} of a key could not be ended: {}", sessionId, ex.getMessage());
			return false;
		}
	}

	private boolean isOver(KeyedSession entry, CreateSessionOptions options) {
		Duration maxAge = maxAge(options);
		return entry.isEnding() || since(entry.usedAt()).compareTo(this.settings.maxIdle()) >= 0
				|| (maxAge != null && since(entry.createdAt()).compareTo(maxAge) >= 0);
	}

	/** A session that is about to be released is of no use to those who ask for it. */
	private @Nullable Duration maxAge(CreateSessionOptions options) {
		Duration maxAge = this.settings.maxAge();
		LifecyclePolicy policy = options.lifecyclePolicy();
		if (policy == null || policy.maxRuntime() == null) {
			return maxAge;
		}
		Duration tenth = policy.maxRuntime().dividedBy(10);
		Duration useful = policy.maxRuntime().minus((tenth.compareTo(LAST) < 0) ? tenth : LAST);
		return (maxAge != null && maxAge.compareTo(useful) < 0) ? maxAge : useful;
	}

	private Duration since(Instant time) {
		return Duration.between(time, this.clock.instant());
	}

	private static IllegalStateException changesTooOften() {
		return new IllegalStateException("Other instances change the session of a key all the time");
	}

	/** A session at hand, and when it was last known to be alive. */
	private record Held(Session session, Instant createdAt, Instant checkedAt) {

		boolean isOf(KeyedSession entry) {
			return this.session.id().equals(entry.sessionId());
		}

	}

	/** Since when nobody gets it any more, and whether it is known to live. */
	private record Stray(String key, Instant since, boolean lives) {

	}

}
