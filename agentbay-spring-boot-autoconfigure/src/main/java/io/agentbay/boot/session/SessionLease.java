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

package io.agentbay.boot.session;

import io.agentbay.session.ReactiveSession;
import reactor.core.publisher.Mono;

/**
 * A session that was lent out.
 */
public final class SessionLease {

	private final ReactiveSession session;

	private final Mono<Void> release;

	/**
	 * Lend a session.
	 * @param session the session
	 * @param release what is to be done when it is given back
	 */
	public SessionLease(ReactiveSession session, Mono<Void> release) {
		this.session = session;
		this.release = release.cache();
	}

	/**
	 * Return the session.
	 * @return the session, not to be used after {@link #release()}
	 */
	public ReactiveSession session() {
		return this.session;
	}

	/**
	 * Give the session back. Only the first subscription does anything; cancelling it
	 * stops nothing.
	 * @return the end of it
	 */
	public Mono<Void> release() {
		return this.release;
	}

}
