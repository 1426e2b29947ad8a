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

package io.agentbay.boot.pool;

import java.time.Clock;
import java.time.Duration;

import io.agentbay.error.SessionGoneException;
import io.agentbay.session.ReactiveSession;
import reactor.core.publisher.Mono;

/**
 * A session of a pool, and what is known of its life.
 */
final class WarmSession {

	private final ReactiveSession session;

	private final Clock clock;

	private final long createdAt;

	private volatile long aliveAt;

	private volatile boolean lent;

	private volatile boolean dead;

	private volatile boolean taken;

	WarmSession(ReactiveSession session, Clock clock) {
		this.session = session;
		this.clock = clock;
		this.createdAt = clock.millis();
		this.aliveAt = this.createdAt;
	}

	ReactiveSession session() {
		return this.session;
	}

	boolean isLent() {
		return this.lent;
	}

	void setLent(boolean lent) {
		this.lent = lent;
	}

	boolean isDead() {
		return this.dead || this.session.isKnownToHaveEnded();
	}

	/** Before it was lent, so that nobody has used it. */
	boolean wasFoundDead() {
		return this.dead;
	}

	Duration age() {
		return Duration.ofMillis(this.clock.millis() - this.createdAt);
	}

	/** The time since the session was last known to be alive and its idle time began. */
	Duration sinceAlive() {
		return Duration.ofMillis(this.clock.millis() - this.aliveAt);
	}

	/** Whether it belongs to whoever has it now. */
	boolean isTaken() {
		return this.taken;
	}

	void setTaken() {
		this.taken = true;
	}

	void setDead() {
		this.dead = true;
	}

	/**
	 * Asks the service, which at the same time makes the idle time begin anew. Without an
	 * answer the session is not known to be dead either.
	 */
	Mono<Boolean> checkAlive() {
		return Mono.defer(() -> {
			long asked = this.clock.millis();
			return this.session.keepAlive()
				.doOnSuccess((nothing) -> this.aliveAt = asked)
				.thenReturn(true)
				.doOnError(SessionGoneException.class, (ex) -> this.dead = true)
				.onErrorReturn(false);
		});
	}

}
