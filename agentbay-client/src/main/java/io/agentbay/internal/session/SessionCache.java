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

package io.agentbay.internal.session;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.agentbay.internal.observe.Observability;
import io.agentbay.internal.observe.SessionLife;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * The sessions that a client created and that have, as far as it knows, not ended. Their
 * lives are observed.
 */
final class SessionCache {

	private final Observability observability;

	private final Map<String, Entry> entries = new ConcurrentHashMap<>();

	SessionCache(Observability observability) {
		this.observability = observability;
	}

	void add(DefaultReactiveSession session, ContextView caller) {
		SessionLife life = SessionLife.begin(session.id(), session.imageId(), this.observability, caller);
		this.entries.put(session.id(), new Entry(session, life));
	}

	@Nullable DefaultReactiveSession get(String sessionId) {
		Entry entry = this.entries.get(sessionId);
		return (entry != null) ? entry.session() : null;
	}

	Collection<DefaultReactiveSession> sessions() {
		return this.entries.values().stream().map(Entry::session).toList();
	}

	/** Forget a session that has ended in some way. */
	void remove(String sessionId, Consumer<SessionLife> ending) {
		Entry entry = this.entries.remove(sessionId);
		if (entry != null) {
			ending.accept(entry.life());
			entry.session().end();
		}
	}

	/** Leave a session to others. */
	void detach(String sessionId) {
		Entry entry = this.entries.remove(sessionId);
		if (entry != null) {
			entry.life().left();
		}
	}

	/** Look after the sessions no longer; they are remembered all the same. */
	void close() {
		this.entries.values().forEach((entry) -> entry.life().left());
	}

	private record Entry(DefaultReactiveSession session, SessionLife life) {

	}

}
