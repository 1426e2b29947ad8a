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

package io.agentbay.ai.scope;

import java.util.List;

import io.agentbay.session.Session;

import org.springframework.util.Assert;

/**
 * Finds the session of a key, and creates it when there is none or it has ended. With the
 * Spring Boot starter it is a bean on top of the keyed sessions; without, there is
 * {@link InMemoryScopedSessions}. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public interface ScopedSessions {

	/**
	 * Return the session of a key. One that is known to have ended is replaced.
	 * @param key whose session it is
	 * @return the session
	 * @throws io.agentbay.error.AgentBayException if there is none and none could be
	 * created
	 */
	ScopedSession get(SessionKey key);

	/**
	 * End the session of a key and forget it, for example when its conversation is over.
	 * A key that has none is a success.
	 * @param key whose session it is
	 */
	void remove(SessionKey key);

	/**
	 * Return the same session for every key. It is not replaced when it ends, and not
	 * ended when a key is removed: that is up to who created it.
	 * @param session the session
	 * @return the session for all
	 */
	static ScopedSessions of(Session session) {
		Assert.notNull(session, "'session' must not be null");
		ScopedSession scoped = new ScopedSession(session, false, List.of());
		return new ScopedSessions() {

			@Override
			public ScopedSession get(SessionKey key) {
				return scoped;
			}

			@Override
			public void remove(SessionKey key) {
			}

		};
	}

}
