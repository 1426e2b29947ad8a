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

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Function;

import io.agentbay.AgentBay;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.LifecyclePolicy;
import io.agentbay.session.Session;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.Assert;

/**
 * {@link AgentBaySessions} that a {@link SessionStore} remembers. With one that several
 * instances of the application share, all of them get the same session, which outlives
 * each of them.
 *
 * @since 0.1.0
 */
public class StoredAgentBaySessions implements AgentBaySessions, AutoCloseable {

	private final CreateSessionOptions defaults;

	private final SessionStore store;

	private final KeyedSessionKeeper keeper;

	private final ExclusiveKeys exclusively;

	private final KeyedSessionUpkeep upkeep;

	/**
	 * Create sessions by key.
	 * @param client creates and ends the sessions
	 * @param store remembers them
	 * @param locks keep other instances from creating a session at the same time,
	 * {@code null} for none: then two may be created, one of which is ended at once
	 * @param settings how long sessions live
	 * @param defaults what kind of session to create where none is asked for
	 */
	public StoredAgentBaySessions(AgentBay client, SessionStore store, @Nullable KeyLocks locks,
			KeyedSessionSettings settings, CreateSessionOptions defaults) {
		this(client, creation(client), store, locks, settings, defaults, Clock.systemUTC());
	}

	/**
	 * Create sessions by key that come from somewhere else, such as a pool.
	 * @param client finds and ends the sessions
	 * @param source creates a session of a kind, or has one that belongs to nobody
	 * @param store remembers them
	 * @param locks keep other instances from creating a session at the same time,
	 * {@code null} for none: then two may be created, one of which is ended at once
	 * @param settings how long sessions live
	 * @param defaults what kind of session to create where none is asked for
	 */
	public StoredAgentBaySessions(AgentBay client, Function<CreateSessionOptions, Session> source, SessionStore store,
			@Nullable KeyLocks locks, KeyedSessionSettings settings, CreateSessionOptions defaults) {
		this(client, source, store, locks, settings, defaults, Clock.systemUTC());
	}

	StoredAgentBaySessions(AgentBay client, SessionStore store, @Nullable KeyLocks locks, KeyedSessionSettings settings,
			CreateSessionOptions defaults, Clock clock) {
		this(client, creation(client), store, locks, settings, defaults, clock);
	}

	private StoredAgentBaySessions(AgentBay client, Function<CreateSessionOptions, Session> source, SessionStore store,
			@Nullable KeyLocks locks, KeyedSessionSettings settings, CreateSessionOptions defaults, Clock clock) {
		Assert.notNull(client, "'client' must not be null");
		Assert.notNull(source, "'source' must not be null");
		Assert.notNull(store, "'store' must not be null");
		Assert.notNull(settings, "'settings' must not be null");
		Assert.notNull(defaults, "'defaults' must not be null");
		this.defaults = defaults;
		this.store = store;
		this.keeper = new KeyedSessionKeeper(client, source, store, settings, clock);
		this.exclusively = new ExclusiveKeys(locks);
		this.upkeep = new KeyedSessionUpkeep(this.keeper, settings, idleRelease(defaults));
	}

	private static @Nullable Duration idleRelease(CreateSessionOptions options) {
		LifecyclePolicy policy = options.lifecyclePolicy();
		return (policy != null) ? policy.idleReleaseTimeout() : options.idleReleaseTimeout();
	}

	private static Function<CreateSessionOptions, Session> creation(AgentBay client) {
		Assert.notNull(client, "'client' must not be null");
		return client::create;
	}

	@Override
	public Session get(String key) {
		return get(key, this.defaults);
	}

	@Override
	public Session get(String key, CreateSessionOptions options) {
		String stored = check(key);
		Assert.notNull(options, "'options' must not be null");
		this.upkeep.begin();
		Session session = this.keeper.recent(stored, options);
		return (session != null) ? session : this.exclusively.run(stored, () -> this.keeper.recent(stored, options),
				() -> this.keeper.establish(stored, options));
	}

	@Override
	public void remove(String key) {
		String stored = check(key);
		this.exclusively.run(stored, () -> null, () -> this.keeper.end(stored));
	}

	@Override
	public long count() {
		return this.store.size();
	}

	/**
	 * Stop looking after the sessions, without ending any.
	 */
	@Override
	public void close() {
		this.upkeep.close();
	}

	/** The hash under which a key is stored. */
	private static String check(String key) {
		Assert.hasText(key, "'key' must not be empty");
		if (Schedulers.isInNonBlockingThread()) {
			throw new IllegalStateException(("Thread '%s' is an event loop and must not wait: use the reactive twin, "
					+ "ReactiveAgentBaySessions")
				.formatted(Thread.currentThread().getName()));
		}
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
