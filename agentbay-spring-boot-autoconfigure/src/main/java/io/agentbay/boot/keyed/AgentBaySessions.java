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
import io.agentbay.session.Session;

/**
 * Sessions by key: whoever asks for the session of a conversation, a user or a task gets
 * the same one each time, for as long as it lives, and a new one when it has ended.
 *
 * <pre class="code">
 * Session session = sessions.get(conversationId);
 * session.command().run("ls").requireSuccess();
 * </pre>
 *
 * <p>
 * Ask for the session each time you use it, which is cheap, rather than keep it: that is
 * what tells that it is in use, and what notices that it has ended. Whether it has is
 * asked of the service from time to time only, see
 * {@link KeyedSessionSettings#checkAfter()}: one that has ended since then may be
 * returned, until a call of it has failed with a
 * {@link io.agentbay.error.SessionGoneException}. Closing it does nothing;
 * {@link #remove} ends it. Several callers may have the same session at the same time.
 * Safe for use by several threads.
 *
 * <p>
 * What a shared {@link SessionStore} throws is thrown as it is: Spring's
 * {@code DataAccessException}, for example.
 *
 * @since 0.1.0
 */
public interface AgentBaySessions {

	/**
	 * Return the session of a key, and create one of the default kind if there is none or
	 * it has ended.
	 * @param key the key, not empty
	 * @return the session
	 * @throws io.agentbay.error.AgentBayException if there is none and none could be
	 * created
	 * @throws IllegalStateException if it is not free within a minute because another
	 * instance works on it, or if called on an event loop
	 */
	Session get(String key);

	/**
	 * Return the session of a key, and create one if there is none or it has ended.
	 * @param key the key, not empty
	 * @param options what kind of session to create; one that is alive is returned
	 * whatever its kind
	 * @return the session
	 * @throws io.agentbay.error.AgentBayException if there is none and none could be
	 * created
	 * @throws IllegalStateException if it is not free within a minute because another
	 * instance works on it, or if called on an event loop
	 */
	Session get(String key, CreateSessionOptions options);

	/**
	 * End the session of a key and forget it. A key that has none is a success.
	 * @param key the key, not empty
	 * @throws io.agentbay.error.AgentBayException if it could not be ended; the key still
	 * has it
	 * @throws IllegalStateException if it is not free within a minute because another
	 * instance works on it, or if called on an event loop
	 */
	void remove(String key);

	/**
	 * Return how many keys have a session, as far as is known. Some may have ended
	 * meanwhile. Sends nothing to the service.
	 * @return the number
	 */
	long count();

}
