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

package io.agentbay.local.internal.session;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.agentbay.local.clock.RuntimeClock;
import io.agentbay.local.clock.RuntimeClock.Alarm;
import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.sandbox.Sandboxes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All sessions that have not ended.
 */
public final class Sessions implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Sessions.class);

	private static final long CLOSE_SECONDS = 10;

	private static final Duration REMEMBERED = Duration.ofHours(1);

	private static final int MAX_REMEMBERED = 1000;

	private final ConcurrentSkipListMap<Long, Session> byNumber = new ConcurrentSkipListMap<>();

	private final ConcurrentMap<String, Session> byId = new ConcurrentHashMap<>();

	private final Map<String, EndedSession> ended = new LinkedHashMap<>();

	private final AtomicLong numbers = new AtomicLong();

	private final Sandboxes sandboxes;

	private final RuntimeClock clock;

	private final ConcurrentMap<Session, Alarm> alarms = new ConcurrentHashMap<>();

	private final Executor cleaners;

	private final Consumer<Session> farewell;

	private final @Nullable Duration maxAge;

	private final ConcurrentMap<Session, Alarm> ends = new ConcurrentHashMap<>();

	/**
	 * Begin without any session.
	 * @param sandboxes makes the sessions' sandboxes
	 * @param clock tells when a session has been idle for too long
	 * @param cleaners takes sessions down, puts them to sleep and wakes them
	 * @param farewell what is to be done with a session that ends, between the end of its
	 * processes and that of its files
	 * @param maxAge how old a session can become however much it is used, {@code null}
	 * for any age
	 */
	public Sessions(Sandboxes sandboxes, RuntimeClock clock, Executor cleaners, Consumer<Session> farewell,
			@Nullable Duration maxAge) {
		this.maxAge = maxAge;
		this.sandboxes = sandboxes;
		this.clock = clock;
		this.cleaners = cleaners;
		this.farewell = farewell;
	}

	/**
	 * Make an id for a session.
	 * @return an id that no session has
	 */
	public static String newId() {
		return RandomIds.next("session-", 17);
	}

	/**
	 * Start a session.
	 * @param request what it is to be like
	 * @return the session, running
	 * @throws IOException if its directories cannot be made
	 */
	public Session create(SessionRequest request) throws IOException {
		Sandbox sandbox = this.sandboxes.create();
		Session session = new Session(this.numbers.incrementAndGet(), request, sandbox, this.clock.now());
		this.byId.put(session.id(), session);
		this.byNumber.put(session.number(), session);
		if (request.idleRelease() != null) {
			watch(session, request.idleRelease(), request.idleRelease());
		}
		Duration longest = longest(request);
		if (longest != null) {
			this.ends.put(session, this.clock.schedule(longest, () -> {
				logger.info("Session {} ends: it is as old as it can become", session.id());
				delete(session);
			}));
		}
		return session;
	}

	private @Nullable Duration longest(SessionRequest request) {
		Duration asked = request.maxRuntime();
		return (asked == null || (this.maxAge != null && this.maxAge.compareTo(asked) < 0)) ? this.maxAge : asked;
	}

	/**
	 * Find a session.
	 * @param id its id
	 * @return the session, maybe on its way down
	 * @throws SessionNotFoundException if there is none
	 */
	public Session get(String id) {
		Session session = this.byId.get(id);
		if (session == null) {
			throw new SessionNotFoundException(id);
		}
		return session;
	}

	/**
	 * Find what is remembered of a session that has ended, for an hour and for the last
	 * thousand of them.
	 * @param id its id
	 * @return what is remembered, nothing if it lives, or never did
	 */
	public Optional<EndedSession> findEnded(String id) {
		synchronized (this.ended) {
			return Optional.ofNullable(this.ended.get(id))
				.filter((session) -> this.clock.now().isBefore(session.ended().plus(REMEMBERED)));
		}
	}

	/**
	 * Forget the sessions that have ended.
	 */
	public void forgetEnded() {
		synchronized (this.ended) {
			this.ended.clear();
		}
	}

	private void remember(Session session) {
		synchronized (this.ended) {
			this.ended.put(session.id(),
					new EndedSession(session.number(), session.appInstanceId(), session.request(), this.clock.now()));
			if (this.ended.size() > MAX_REMEMBERED) {
				this.ended.remove(this.ended.keySet().iterator().next());
			}
		}
	}

	/**
	 * Find a session that can be used.
	 * @param id its id
	 * @return the session
	 * @throws SessionNotFoundException if there is none or it is on its way down
	 * @throws SessionStatusException if it is paused, or on the way there or back
	 */
	public Session getUsable(String id) {
		Session session = get(id);
		session.begin(SessionStatus.RUNNING, SessionStatus.RUNNING);
		return session;
	}

	/**
	 * Put a session to sleep. When this returns its status has changed; its processes
	 * stand still when the status is {@link SessionStatus#PAUSED}.
	 * @param session the session
	 * @throws SessionNotFoundException if it is on its way down
	 * @throws SessionStatusException if it is not running
	 */
	public void pause(Session session) {
		change(session, SessionStatus.RUNNING, SessionStatus.PAUSING, SessionStatus.PAUSED, Sandbox::pause);
	}

	/**
	 * Wake a session. When this returns its status has changed; its processes run on when
	 * the status is {@link SessionStatus#RUNNING}.
	 * @param session the session
	 * @throws SessionNotFoundException if it is on its way down
	 * @throws SessionStatusException if it is not paused
	 */
	public void resume(Session session) {
		change(session, SessionStatus.PAUSED, SessionStatus.RESUMING, SessionStatus.RUNNING, Sandbox::resume);
	}

	/**
	 * Restart the time after which a session ends unused.
	 * @param session the session
	 */
	public void touch(Session session) {
		session.used(this.clock.now());
	}

	/**
	 * Use a session. It does not end for lack of use while the use goes on, and its time
	 * then starts anew.
	 * @param <R> what comes of it
	 * @param session the session
	 * @param use what is done with it
	 * @return what comes of it
	 * @throws InterruptedException if the use is interrupted
	 */
	public <R> R use(Session session, Use<R> use) throws InterruptedException {
		session.useBegins(this.clock.now());
		try {
			return use.apply(session);
		}
		finally {
			session.useEnds(this.clock.now());
		}
	}

	/**
	 * List sessions in the order of their creation.
	 * @param filter which ones
	 * @param after the number of the last session of the page before, 0 for the first
	 * page
	 * @param max how many at most
	 * @return the page
	 */
	public SessionPage list(Predicate<Session> filter, long after, int max) {
		List<Session> matching = this.byNumber.values().stream().filter(filter).toList();
		List<Session> rest = matching.stream().filter((session) -> session.number() > after).toList();
		return new SessionPage(rest.stream().limit(max).toList(), matching.size(), rest.size() <= max);
	}

	/**
	 * End a session. When this returns its status has changed; it disappears from the
	 * list when its processes and files are gone.
	 * @param session the session
	 */
	public void delete(Session session) {
		if (session.beginEnd()) {
			this.cleaners.execute(() -> takeDown(session));
		}
	}

	/**
	 * End the sessions that there are and wait until they are gone.
	 * @throws IllegalStateException if that takes longer than a while
	 */
	public void endAll() {
		List<Session> remaining = List.copyOf(this.byNumber.values());
		remaining.forEach(this::delete);
		try {
			CompletableFuture.allOf(remaining.stream().map(Session::gone).toArray(CompletableFuture<?>[]::new))
				.get(CLOSE_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while sessions were taken down", ex);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IllegalStateException("These sessions could not be taken down: " + ids(), ex);
		}
	}

	/**
	 * The ids of all sessions, oldest first.
	 * @return the ids
	 */
	public List<String> ids() {
		return this.byNumber.values().stream().map(Session::id).toList();
	}

	/**
	 * End all sessions and wait for it, for a bounded time.
	 */
	@Override
	public void close() {
		Collection<Session> remaining = List.copyOf(this.byNumber.values());
		CountDownLatch latch = new CountDownLatch(remaining.size());
		remaining.forEach((session) -> {
			session.beginEnd();
			this.cleaners.execute(() -> {
				takeDown(session);
				latch.countDown();
			});
		});
		try {
			if (!latch.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
				logger.warn("These sessions could not be taken down in {} s: {}", CLOSE_SECONDS, ids());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void change(Session session, SessionStatus from, SessionStatus through, SessionStatus to, Change change) {
		session.begin(from, through);
		this.cleaners.execute(() -> {
			SessionStatus reached = from;
			try {
				change.make(session.sandbox());
				reached = to;
			}
			catch (IOException ex) {
				logger.warn("Session {} stays {}: {}", session.id(), from, ex.getMessage());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			finally {
				session.arrive(through, reached, this.clock.now());
			}
		});
	}

	private void watch(Session session, Duration idleRelease, Duration delay) {
		this.alarms.put(session, this.clock.schedule(delay, () -> {
			Duration left = session.idleTimeLeft(this.clock.now(), idleRelease);
			SessionStatus status = session.status();
			if (status == SessionStatus.DELETING) {
				return;
			}
			if (status != SessionStatus.RUNNING) {
				// A session that sleeps is not idle. Its time starts anew when it wakes.
				watch(session, idleRelease, idleRelease);
				return;
			}
			if (left.isNegative() || left.isZero()) {
				logger.info("Session {} ends: it was not used for {} s", session.id(), idleRelease.toSeconds());
				delete(session);
				return;
			}
			watch(session, idleRelease, left);
		}));
	}

	private void takeDown(Session session) {
		try {
			session.sandbox().close(() -> this.farewell.accept(session));
		}
		catch (RuntimeException ex) {
			logger.warn("Session {} could not be taken down completely: {}", session.id(),
					Objects.requireNonNullElse(ex.getCause(), ex).toString());
		}
		finally {
			cancel(this.alarms.remove(session));
			cancel(this.ends.remove(session));
			// Who is told that it is gone must not find it in a list any more.
			this.byNumber.remove(session.number());
			remember(session);
			this.byId.remove(session.id());
			session.gone().complete(null);
		}
	}

	private static void cancel(@Nullable Alarm alarm) {
		if (alarm != null) {
			alarm.cancel();
		}
	}

	/**
	 * Something done to all processes of a session.
	 */
	@FunctionalInterface
	private interface Change {

		void make(Sandbox sandbox) throws IOException, InterruptedException;

	}

	/**
	 * Something done with a session.
	 *
	 * @param <R> what comes of it
	 */
	@FunctionalInterface
	public interface Use<R> {

		/**
		 * Do it.
		 * @param session the session
		 * @return what comes of it
		 * @throws InterruptedException if it is interrupted
		 */
		R apply(Session session) throws InterruptedException;

	}

}
