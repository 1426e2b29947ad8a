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

import org.jspecify.annotations.Nullable;

/**
 * Remembers which session belongs to which key. Each change says what it expects to find,
 * and does nothing when it finds something else, so that a key never has two sessions.
 * Keys are 64 hexadecimal digits: hashes, so that a store neither shows who uses the
 * application nor takes two keys for one. Safe for use by several threads; methods may
 * block, and throw what their storage throws.
 *
 * @since 0.1.0
 */
public interface SessionStore {

	/**
	 * Find the session of a key.
	 * @param key the key
	 * @return what was last stored, {@code null} if there is nothing
	 */
	@Nullable KeyedSession find(String key);

	/**
	 * Store the session of a key.
	 * @param expected what is stored so far, {@code null} for nothing
	 * @param session what to store, for the same key
	 * @return whether it is stored now; if not, something else than expected was found
	 */
	boolean replace(@Nullable KeyedSession expected, KeyedSession session);

	/**
	 * Forget the session of a key.
	 * @param expected what is stored
	 * @return whether it is forgotten; if not, something else than expected was found
	 */
	boolean remove(KeyedSession expected);

	/**
	 * Find the sessions that have not been used for some time. Those that are being ended
	 * are among them: their last use is the first moment of 1970.
	 * @param time the time up to which they were used
	 * @return the sessions
	 */
	Collection<KeyedSession> findUnusedSince(Instant time);

	/**
	 * Return how many keys have a session.
	 * @return the number
	 */
	long size();

	/**
	 * Return whether what is stored here outlives this instance of the application, and
	 * its sessions with it. They then have no owner: neither the end of the application
	 * nor a reaper ends them.
	 * @return whether it does; by default it does
	 */
	default boolean isShared() {
		return true;
	}

}
