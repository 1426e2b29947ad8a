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
import java.time.temporal.ChronoUnit;

import org.springframework.util.Assert;

/**
 * Which session belongs to a key. Holds nothing that gives access to the session.
 *
 * @param key the key, in the form that {@link SessionStore} describes
 * @param sessionId the session
 * @param createdAt when it was created, in whole milliseconds
 * @param usedAt when it was last asked for, about, in whole milliseconds; the first
 * moment of 1970 for a session that is being ended
 * @since 0.1.0
 */
public record KeyedSession(String key, String sessionId, Instant createdAt, Instant usedAt) {

	public KeyedSession {
		Assert.hasText(key, "'key' must not be empty");
		Assert.hasText(sessionId, "'sessionId' must not be empty");
		createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
		usedAt = usedAt.truncatedTo(ChronoUnit.MILLIS);
	}

	/** Found by every instance that looks for unused sessions, and handed out by none. */
	KeyedSession ending() {
		return withUsedAt(Instant.EPOCH);
	}

	boolean isEnding() {
		return this.usedAt.equals(Instant.EPOCH);
	}

	KeyedSession withUsedAt(Instant usedAt) {
		return new KeyedSession(this.key, this.sessionId, this.createdAt, usedAt);
	}

}
