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

package io.agentbay.boot.template;

import io.agentbay.AgentBay;
import io.agentbay.boot.pool.SessionSource;
import io.agentbay.boot.waiting.Uninterruptibly;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.Assert;

/**
 * {@link AgentBayOperations} in the sessions of a {@link SessionSource}: new ones, which
 * are then deleted, or those of a pool. That a session could not be deleted is logged,
 * and does not turn the result of the work into a failure.
 *
 * @since 0.1.0
 */
public class AgentBayTemplate implements AgentBayOperations {

	private static final Logger logger = LoggerFactory.getLogger(AgentBayTemplate.class);

	private final SessionSource sessions;

	/**
	 * Create a template that works in new sessions.
	 * @param agentBay the client that creates them
	 */
	public AgentBayTemplate(AgentBay agentBay) {
		this(SessionSource.newSessions(agentBay));
	}

	/**
	 * Create a template.
	 * @param sessions where sessions come from
	 */
	public AgentBayTemplate(SessionSource sessions) {
		Assert.notNull(sessions, "'sessions' must not be null");
		this.sessions = sessions;
	}

	@Override
	public <T extends @Nullable Object, E extends Exception> T execute(SessionCallback<T, E> work) throws E {
		return execute(this.sessions.acquire(), work);
	}

	@Override
	public <T extends @Nullable Object, E extends Exception> T execute(CreateSessionOptions options,
			SessionCallback<T, E> work) throws E {
		return execute(this.sessions.acquire(options), work);
	}

	private static <T extends @Nullable Object, E extends Exception> T execute(Session session,
			SessionCallback<T, E> work) throws E {
		try {
			return work.doInSession(session);
		}
		finally {
			close(session);
		}
	}

	/** On a thread that is interrupted as well. Closing twice does no harm. */
	private static void close(Session session) {
		try {
			Uninterruptibly.run(session::close);
		}
		catch (RuntimeException ex) {
			logger.warn("Session {} could not be deleted after use: {}", session.id(), ex.getMessage());
		}
	}

}
