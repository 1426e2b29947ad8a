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

import io.agentbay.ReactiveAgentBay;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.ReactiveSession;
import reactor.core.publisher.Mono;

import org.springframework.lang.CheckReturnValue;

/**
 * Where sessions for a piece of work come from. {@link ReactiveSession#close()} gives a
 * session back: one of a pool returns to it, a new one is deleted. Implemented by
 * applications that have a source of their own: later methods have a default.
 *
 * @since 0.1.0
 */
@CheckReturnValue
@FunctionalInterface
public interface ReactiveSessionSource {

	/**
	 * Get a session of the default kind that nobody else uses.
	 * @return the session, see {@link #acquire(CreateSessionOptions)}
	 */
	default Mono<ReactiveSession> acquire() {
		return acquire(CreateSessionOptions.defaults());
	}

	/**
	 * Get a session that nobody else uses. Cancelling loses no session: one that arrives
	 * afterwards is given back.
	 * @param options what kind of session
	 * @return the session, to be closed after use
	 */
	Mono<ReactiveSession> acquire(CreateSessionOptions options);

	/**
	 * Return the blocking face of this.
	 * @return the blocking face
	 */
	default SessionSource blocking() {
		return new BlockingSessionSource(this);
	}

	/**
	 * Return a source of new sessions, each of which is deleted when it is closed.
	 * @param agentBay the client that creates them
	 * @return the source
	 */
	static ReactiveSessionSource newSessions(ReactiveAgentBay agentBay) {
		return new NewSessions(agentBay);
	}

}
