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

package io.agentbay.ai.scope;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import io.agentbay.AgentBay;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Sessions of one instance of an application, which are known until they are removed or
 * this is closed. A session that nobody uses is released by the service in its time.
 *
 * @since 0.1.0
 */
public final class InMemoryScopedSessions implements ScopedSessions, AutoCloseable {

	private final AgentBay client;

	private final CreateSessionOptions defaults;

	private final List<SessionCustomizer> customizers;

	private final Map<SessionKey, Slot> slots = new ConcurrentHashMap<>();

	/**
	 * Create sessions of the client's default kind.
	 * @param client creates and ends the sessions
	 */
	public InMemoryScopedSessions(AgentBay client) {
		this(client, CreateSessionOptions.defaults(), List.of());
	}

	/**
	 * Create sessions.
	 * @param client creates and ends the sessions
	 * @param defaults what kind of session to create
	 * @param customizers change that for each key, in this order
	 */
	public InMemoryScopedSessions(AgentBay client, CreateSessionOptions defaults, List<SessionCustomizer> customizers) {
		Assert.notNull(client, "'client' must not be null");
		Assert.notNull(defaults, "'defaults' must not be null");
		this.client = client;
		this.defaults = defaults;
		this.customizers = List.copyOf(customizers);
	}

	@Override
	public ScopedSession get(SessionKey key) {
		CreateSessionOptions options = this.defaults
			.with((builder) -> this.customizers.forEach((customizer) -> customizer.customize(key, builder)));
		ScopedSession session = null;
		while (session == null) {
			session = this.slots.computeIfAbsent(key, (absent) -> new Slot()).get(this.client, options);
		}
		return session;
	}

	@Override
	public void remove(SessionKey key) {
		Slot slot = this.slots.get(key);
		if (slot != null) {
			slot.end();
			this.slots.remove(key, slot);
		}
	}

	/**
	 * End all sessions.
	 */
	@Override
	public void close() {
		this.slots.keySet().forEach(this::remove);
	}

	/**
	 * The place of a session. One thread creates it while the others wait.
	 */
	private static final class Slot {

		private final ReentrantLock lock = new ReentrantLock();

		private @Nullable Session session;

		private boolean givenUp;

		/** Nothing if the place was given up meanwhile. */
		@Nullable ScopedSession get(AgentBay client, CreateSessionOptions options) {
			this.lock.lock();
			try {
				if (this.givenUp) {
					return null;
				}
				Session known = this.session;
				if (known != null && !known.isKnownToHaveEnded()) {
					return ScopedSession.of(known, false, options);
				}
				Session created = client.create(options);
				this.session = created;
				return ScopedSession.of(created, true, options);
			}
			finally {
				this.lock.unlock();
			}
		}

		void end() {
			this.lock.lock();
			try {
				if (this.session != null) {
					this.session.delete();
				}
				this.givenUp = true;
			}
			finally {
				this.lock.unlock();
			}
		}

	}

}
