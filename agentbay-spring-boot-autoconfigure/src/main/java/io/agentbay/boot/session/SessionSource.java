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

import io.agentbay.ReactiveAgentBay;
import io.agentbay.session.CreateSessionParams;
import reactor.core.publisher.Mono;

/**
 * Where the templates get their sessions from.
 */
@FunctionalInterface
public interface SessionSource {

	/**
	 * Get a session that nobody else uses. Cancelling loses no session: one that arrives
	 * afterwards is released.
	 * @param params what kind of session
	 * @return the session, to be released after use; an error of type
	 * {@link io.agentbay.error.ServiceException} if the service refused to create one
	 */
	Mono<SessionLease> acquire(CreateSessionParams params);

	/**
	 * Return a source of new sessions, each of which is deleted after use.
	 * @param agentBay the client that creates them
	 * @return the source
	 */
	static SessionSource newSessions(ReactiveAgentBay agentBay) {
		return new NewSessions(agentBay);
	}

}
