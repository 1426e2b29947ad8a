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

package io.agentbay.boot.keyed;

import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.ReactiveSession;
import reactor.core.publisher.Mono;

import org.springframework.lang.CheckReturnValue;

/**
 * Sessions by key: whoever asks for the session of a conversation, a user or a task gets
 * the same one each time, for as long as it lives, and a new one when it has ended. See
 * {@link AgentBaySessions}, whose exceptions are the errors here.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public interface ReactiveAgentBaySessions {

	/**
	 * Return the session of a key, and create one of the default kind if there is none or
	 * it has ended.
	 * @param key the key, not empty
	 * @return the session
	 */
	Mono<ReactiveSession> get(String key);

	/**
	 * Return the session of a key, and create one if there is none or it has ended.
	 * @param key the key, not empty
	 * @param options what kind of session to create; one that is alive is returned
	 * whatever its kind
	 * @return the session
	 */
	Mono<ReactiveSession> get(String key, CreateSessionOptions options);

	/**
	 * End the session of a key and forget it. A key that has none is a success.
	 * @param key the key, not empty
	 * @return completes when the key has no session
	 */
	Mono<Void> remove(String key);

	/**
	 * Return how many keys have a session, as far as is known.
	 * @return the number
	 */
	Mono<Long> count();

	/**
	 * Return the reactive face of sessions by key, which works on threads that may block.
	 * @param sessions the sessions
	 * @return the reactive face
	 */
	static ReactiveAgentBaySessions of(AgentBaySessions sessions) {
		return new OffloadedAgentBaySessions(sessions);
	}

}
