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

import java.util.Objects;

import io.agentbay.boot.observation.Observed;
import io.agentbay.error.CallDetails;
import io.agentbay.error.CallInterruptedException;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.ReactiveSession;
import io.agentbay.session.Session;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/**
 * Waits for a {@link ReactiveSessionSource}.
 */
final class BlockingSessionSource implements SessionSource {

	private final ReactiveSessionSource reactive;

	BlockingSessionSource(ReactiveSessionSource reactive) {
		this.reactive = reactive;
	}

	@Override
	public Session acquire() {
		return await(this.reactive.acquire());
	}

	@Override
	public Session acquire(CreateSessionOptions options) {
		return await(this.reactive.acquire(options));
	}

	/** An interrupted thread loses no session, so nothing has happened. */
	private static Session await(Mono<ReactiveSession> acquisition) {
		if (Thread.currentThread().isInterrupted()) {
			throw interrupted(null);
		}
		try {
			return Objects.requireNonNull(acquisition.contextWrite(Observed::fromThread).block(), "no session")
				.blocking();
		}
		catch (RuntimeException ex) {
			if (Exceptions.unwrap(ex) instanceof InterruptedException interruption) {
				throw interrupted(interruption);
			}
			throw ex;
		}
	}

	private static CallInterruptedException interrupted(@Nullable Throwable cause) {
		return new CallInterruptedException("The thread that waited for a session was interrupted", CallDetails.none(),
				cause);
	}

}
