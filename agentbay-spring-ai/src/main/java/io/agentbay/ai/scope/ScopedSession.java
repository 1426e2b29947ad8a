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

import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;

import org.springframework.util.Assert;

/**
 * The session of a key as it was handed out.
 *
 * @param session the session; closing it must not end it for others
 * @param created whether it was created now, so that nothing of earlier work is in it
 * @param contextPaths the directories whose content outlives sessions
 * @since 0.1.0
 */
public record ScopedSession(Session session, boolean created, List<String> contextPaths) {

	public ScopedSession {
		Assert.notNull(session, "'session' must not be null");
		contextPaths = List.copyOf(contextPaths);
	}

	/**
	 * Return the session of a key.
	 * @param session the session
	 * @param created whether it was created now
	 * @param options what it was, or would have been, created with
	 * @return the session with the paths of its contexts
	 */
	public static ScopedSession of(Session session, boolean created, CreateSessionOptions options) {
		Assert.notNull(options, "'options' must not be null");
		return new ScopedSession(session, created, ContextPaths.of(options));
	}

}
