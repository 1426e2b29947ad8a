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

import io.agentbay.AgentBay;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;

import org.springframework.util.Assert;

/**
 * Where sessions for a piece of work come from. {@link Session#close()} gives a session
 * back: one of a pool returns to it, a new one is deleted.
 *
 * <pre class="code">
 * try (Session session = sessions.acquire()) {
 *     session.command().run("make").requireSuccess();
 * }
 * </pre>
 *
 * @since 0.1.0
 */
public interface SessionSource {

	/**
	 * Get a session of the default kind that nobody else uses.
	 * @return the session, to be closed after use
	 */
	Session acquire();

	/**
	 * Get a session that nobody else uses.
	 * @param options what kind of session
	 * @return the session, to be closed after use
	 */
	Session acquire(CreateSessionOptions options);

	/**
	 * Return the blocking face of a source.
	 * @param source what is waited for
	 * @return the blocking face
	 */
	static SessionSource of(ReactiveSessionSource source) {
		Assert.notNull(source, "'source' must not be null");
		return new BlockingSessionSource(source);
	}

	/**
	 * Return a source of new sessions, each of which is deleted when it is closed.
	 * @param agentBay the client that creates them
	 * @return the source
	 */
	static SessionSource newSessions(AgentBay agentBay) {
		Assert.notNull(agentBay, "'agentBay' must not be null");
		return new SessionSource() {

			@Override
			public Session acquire() {
				return agentBay.create();
			}

			@Override
			public Session acquire(CreateSessionOptions options) {
				return agentBay.create(options);
			}

		};
	}

}
