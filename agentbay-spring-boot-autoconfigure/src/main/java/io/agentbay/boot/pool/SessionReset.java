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

import io.agentbay.session.ReactiveSession;
import reactor.core.publisher.Mono;

/**
 * Puts a used session into the state of a new one, so that it can serve somebody else. A
 * session holds whatever its user left: files, processes, logins. Only the application
 * knows what that may be. A reset that deletes files ends no program that runs in the
 * background: it goes on beside the next user, unless the reset ends it, by its process
 * id. To kill all processes is no way, as some are the service's own. Where users must
 * not meet, or in doubt, use each session once: {@code agentbay.pool.reuse=single-use},
 * the default. What a reset deletes where a context is mounted is gone from the context,
 * too: mount contexts outside of what it empties.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SessionReset {

	/**
	 * Reset a session.
	 * @param session the session
	 * @return the end of it; an error if the session must not be used again
	 */
	Mono<Void> reset(ReactiveSession session);

}
