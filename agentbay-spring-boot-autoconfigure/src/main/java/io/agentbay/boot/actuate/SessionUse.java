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

package io.agentbay.boot.actuate;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.agentbay.observation.CallObservationContext;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.jspecify.annotations.Nullable;

/**
 * Remembers when sessions were used. Of those that nobody uses any more it forgets the
 * oldest, so it needs no news of their end.
 *
 * @since 0.1.0
 */
public final class SessionUse implements ObservationHandler<CallObservationContext> {

	private static final int LIMIT = 10_000;

	private final Map<String, Use> uses = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Use> eldest) {
			return size() > LIMIT;
		}

	};

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof CallObservationContext;
	}

	@Override
	public void onStop(CallObservationContext context) {
		String sessionId = context.sessionId();
		if (sessionId != null) {
			used(sessionId, Instant.now());
		}
	}

	private synchronized void used(String sessionId, Instant now) {
		this.uses.merge(sessionId, new Use(now, now), (before, first) -> new Use(before.first(), now));
	}

	/**
	 * Return when a session was first used.
	 * @param sessionId the session
	 * @return when its first call ended, {@code null} if that is not known
	 */
	public synchronized @Nullable Instant firstUse(String sessionId) {
		Use use = this.uses.get(sessionId);
		return (use != null) ? use.first() : null;
	}

	/**
	 * Return when a session was last used.
	 * @param sessionId the session
	 * @return when its last call ended, {@code null} if that is not known
	 */
	public synchronized @Nullable Instant lastUse(String sessionId) {
		Use use = this.uses.get(sessionId);
		return (use != null) ? use.last() : null;
	}

	/** From when to when. */
	private record Use(Instant first, Instant last) {
	}

}
