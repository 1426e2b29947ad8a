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

package io.agentbay.boot.ai;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

import io.agentbay.ai.scope.ScopedSession;
import io.agentbay.ai.scope.ScopedSessions;
import io.agentbay.ai.scope.SessionCustomizer;
import io.agentbay.ai.scope.SessionKey;
import io.agentbay.boot.keyed.AgentBaySessions;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;

import org.springframework.util.Assert;

/**
 * The sessions of conversations and users as keyed sessions, in memory, a database or
 * Redis.
 *
 * @since 0.1.0
 */
public class KeyedScopedSessions implements ScopedSessions {

	private final Supplier<AgentBaySessions> sessions;

	private final Supplier<CreateSessionOptions> defaults;

	private final List<SessionCustomizer> customizers;

	private final Clock clock = Clock.systemUTC();

	/**
	 * Create sessions.
	 * @param sessions keyed sessions, asked for when the first session is wanted
	 * @param defaults what kind of session to create
	 * @param customizers change that for each key, in this order
	 */
	public KeyedScopedSessions(Supplier<AgentBaySessions> sessions, Supplier<CreateSessionOptions> defaults,
			List<SessionCustomizer> customizers) {
		Assert.notNull(sessions, "'sessions' must not be null");
		Assert.notNull(defaults, "'defaults' must not be null");
		this.sessions = sessions;
		this.defaults = defaults;
		this.customizers = List.copyOf(customizers);
	}

	@Override
	public ScopedSession get(SessionKey key) {
		CreateSessionOptions options = this.defaults.get()
			.with((builder) -> this.customizers.forEach((customizer) -> customizer.customize(key, builder)));
		Instant before = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		Session session = this.sessions.get().get(key.asText(), options);
		Instant created = session.createdAt();
		return ScopedSession.of(session, created != null && !created.isBefore(before), options);
	}

	@Override
	public void remove(SessionKey key) {
		this.sessions.get().remove(key.asText());
	}

}
