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

package io.agentbay.ai.tool;

import java.util.Map;

import io.agentbay.ai.UsedSession;
import io.agentbay.ai.scope.ScopedSession;
import io.agentbay.ai.scope.ScopedSessions;
import io.agentbay.ai.scope.SessionKey;
import io.agentbay.ai.scope.SessionKeyResolver;
import io.agentbay.error.SessionGoneException;
import io.agentbay.session.Session;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

import org.springframework.ai.chat.model.ToolContext;
import org.springframework.util.Assert;

/**
 * Calls tools in the session that the context of the call asks for. A session that has
 * ended is replaced at the same call, and the model is told what was lost. What a model
 * can repair becomes text; anything else is thrown.
 *
 * @since 0.1.0
 */
public final class SessionToolRunner {

	/**
	 * The name of a value in the tool context that is {@code true} when the prompt holds
	 * earlier turns of its conversation: if its session is new, something was lost.
	 */
	public static final String CONTINUED = "agentbay.continued";

	private final ScopedSessions sessions;

	private final SessionKeyResolver keys;

	private final LossNotes notes = new LossNotes();

	/**
	 * Create a runner.
	 * @param sessions finds sessions
	 * @param keys finds out whose session a call works in
	 */
	public SessionToolRunner(ScopedSessions sessions, SessionKeyResolver keys) {
		Assert.notNull(sessions, "'sessions' must not be null");
		Assert.notNull(keys, "'keys' must not be null");
		this.sessions = sessions;
		this.keys = keys;
	}

	/**
	 * Call a tool.
	 * @param context the context of the call, {@code null} for none
	 * @param work does it
	 * @return the answer for the model
	 * @throws IllegalStateException if the context does not tell whose session it is, or
	 * if called on an event loop
	 * @throws io.agentbay.error.AgentBayException if the model can do nothing about it
	 */
	public String run(@Nullable ToolContext context, SessionWork work) {
		Map<String, Object> values = (context != null) ? context.getContext() : Map.of();
		SessionKey key = this.keys.resolve(values);
		if (Schedulers.isInNonBlockingThread()) {
			throw new IllegalStateException(
					"Tools wait for what they do, and thread '%s' is an event loop: prompt with stream(), or with call() on another thread"
						.formatted(Thread.currentThread().getName()));
		}
		ScopedSession scoped = this.sessions.get(key);
		try {
			return this.notes.note(key, values, scoped) + attempt(scoped.session(), key, work);
		}
		catch (SessionGoneException ex) {
			ScopedSession next = this.sessions.get(key);
			if (next.session().id().equals(scoped.session().id())) {
				throw ex;
			}
			String note = this.notes.note(key, values, next);
			return note + (ex.mayHaveTakenEffect()
					? "The old one ended during this call, which was therefore not repeated: do again what is needed."
					: attempt(next.session(), key, work));
		}
	}

	private static String attempt(Session session, SessionKey key, SessionWork work) {
		UsedSession.report(session.id());
		try {
			return work.run(session, key);
		}
		catch (SessionGoneException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			String words = ToolFailures.words(ex);
			if (words == null) {
				throw ex;
			}
			return words;
		}
	}

	/**
	 * What a tool does in a session.
	 */
	@FunctionalInterface
	public interface SessionWork {

		/**
		 * Do it.
		 * @param session the session, which is not to be closed
		 * @param key whose it is
		 * @return the answer for the model
		 */
		String run(Session session, SessionKey key);

	}

}
