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

import java.util.concurrent.atomic.AtomicBoolean;

import io.agentbay.session.DelegatingReactiveSession;
import io.agentbay.session.ReactiveSession;
import reactor.core.publisher.Mono;

/**
 * A session of a pool in the hands of one user. Closing it gives the session back, once;
 * from then on it belongs to somebody else, and is refused here.
 */
final class PooledSession extends DelegatingReactiveSession {

	private final ReactiveSession pooled;

	private final Runnable giveBack;

	private final Mono<Void> leaving;

	private final AtomicBoolean closed = new AtomicBoolean();

	PooledSession(ReactiveSession pooled, Runnable giveBack, Mono<Void> leaving) {
		super(pooled);
		this.pooled = pooled;
		this.giveBack = giveBack;
		this.leaving = leaving;
	}

	/** The session without its pool, which nobody gives back any more. */
	Mono<ReactiveSession> leave() {
		return Mono.defer(() -> {
			if (!this.closed.compareAndSet(false, true)) {
				return Mono.error(new IllegalStateException("Session %s was given back to its pool".formatted(id())));
			}
			return this.leaving.thenReturn(this.pooled);
		});
	}

	@Override
	protected ReactiveSession delegate() {
		if (this.closed.get()) {
			throw new IllegalStateException("Session %s was given back to its pool".formatted(id()));
		}
		return super.delegate();
	}

	@Override
	public String id() {
		return this.pooled.id();
	}

	@Override
	public Mono<Void> close() {
		return Mono.fromRunnable(() -> {
			if (this.closed.compareAndSet(false, true)) {
				this.giveBack.run();
			}
		});
	}

}
