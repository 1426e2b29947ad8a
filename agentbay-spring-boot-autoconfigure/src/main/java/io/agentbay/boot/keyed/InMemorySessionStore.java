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

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Remembers the sessions of keys in this instance only. They end with it.
 *
 * @since 0.1.0
 */
public final class InMemorySessionStore implements SessionStore {

	private final Map<String, KeyedSession> sessions = new ConcurrentHashMap<>();

	@Override
	public @Nullable KeyedSession find(String key) {
		return this.sessions.get(key);
	}

	@Override
	public boolean replace(@Nullable KeyedSession expected, KeyedSession session) {
		return (expected == null) ? this.sessions.putIfAbsent(session.key(), session) == null
				: this.sessions.replace(session.key(), expected, session);
	}

	@Override
	public boolean remove(KeyedSession expected) {
		return this.sessions.remove(expected.key(), expected);
	}

	@Override
	public Collection<KeyedSession> findUnusedSince(Instant time) {
		return this.sessions.values().stream().filter((session) -> !session.usedAt().isAfter(time)).toList();
	}

	@Override
	public long size() {
		return this.sessions.size();
	}

	@Override
	public boolean isShared() {
		return false;
	}

}
