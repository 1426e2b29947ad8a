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
import java.util.HexFormat;

import io.agentbay.AgentBay;
import io.agentbay.result.OperationResult;
import io.agentbay.session.CreateSessionParams;
import io.agentbay.session.Session;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.Assert;

/**
 * Sessions by key: whoever asks for the session of a conversation, a user or a task gets
 * the same one each time, for as long as it lives, and a new one when it has ended.
 *
 * <pre class="code">
 * Session session = sessions.get(conversationId);
 * session.command().run("ls").orElseThrow();
 * </pre>
 *
 * <p>
 * Ask for the session each time you use it, which is cheap, rather than keep it: that is
 * what tells that it is in use, and what notices that it has ended. Do not close it;
 * {@link #remove} ends it. Several callers may have the same session at the same time.
 *
 * <p>
 * A {@link SessionStore} remembers the sessions. With one that several instances of the
 * application share, all of them get the same session, which outlives each of them. Safe
 * for use by several threads.
 */
public final class AgentBaySessions implements AutoCloseable {

	private final CreateSessionParams defaults;

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
	public AgentBaySessions(AgentBay client, SessionStore store, @Nullable KeyLocks locks,
			KeyedSessionSettings settings, CreateSessionParams defaults) {
		this(client, store, locks, settings, defaults, Clock.systemUTC());
	}

	AgentBaySessions(AgentBay client, SessionStore store, @Nullable KeyLocks locks, KeyedSessionSettings settings,
			CreateSessionParams defaults, Clock clock) {
		Assert.notNull(client, "'client' must not be null");
		Assert.notNull(store, "'store' must not be null");
		Assert.notNull(settings, "'settings' must not be null");
		Assert.notNull(defaults, "'defaults' must not be null");
		this.defaults = defaults;
		this.store = store;
		this.keeper = new KeyedSessionKeeper(client, store, settings, clock);
		this.exclusively = new ExclusiveKeys(locks);
		this.upkeep = new KeyedSessionUpkeep(this.keeper, settings, defaults.idleReleaseTimeout());
	}

	/**
	 * Return the session of a key, and create one of the default kind if there is none or
	 * it has ended.
	 * @param key the key, not empty
	 * @return the session
	 * @throws io.agentbay.error.ServiceException if the service refused to create one
	 * @throws IllegalStateException if it is not free within a minute because another
	 * instance works on it, or if called on an event loop
	 */
	public Session get(String key) {
		return get(key, this.defaults);
	}

	/**
	 * Return the session of a key, and create one if there is none or it has ended.
	 * @param key the key, not empty
	 * @param params what kind of session to create; one that is alive is returned
	 * whatever its kind
	 * @return the session
	 * @throws io.agentbay.error.ServiceException if the service refused to create one
	 * @throws IllegalStateException if it is not free within a minute because another
	 * instance works on it, or if called on an event loop
	 */
	public Session get(String key, CreateSessionParams params) {
		String stored = check(key);
		Assert.notNull(params, "'params' must not be null");
		this.upkeep.begin();
		Session session = this.keeper.recent(stored);
		return (session != null) ? session : this.exclusively.run(stored, () -> this.keeper.recent(stored),
				() -> this.keeper.establish(stored, params));
	}

	/**
	 * End the session of a key and forget it.
	 * @param key the key, not empty
	 * @return whether the key has no session now; if not, it still has the one that could
	 * not be ended
	 * @throws IllegalStateException if it is not free within a minute because another
	 * instance works on it, or if called on an event loop
	 */
	public OperationResult remove(String key) {
		String stored = check(key);
		return this.exclusively.run(stored, () -> null, () -> this.keeper.end(stored));
	}

	/**
	 * Return how many keys have a session, as the store knows. Some may have ended
	 * meanwhile. Sends nothing to the service.
	 * @return the number
	 */
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
			throw new IllegalStateException("Thread '%s' is an event loop and must not wait: use the reactive twin"
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
