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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import io.agentbay.ai.AgentBayToolContext;
import io.agentbay.ai.scope.ScopedSession;
import io.agentbay.ai.scope.SessionKey;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which session a conversation last worked in, to tell its model once when that
 * has become another one.
 */
final class LossNotes {

	private static final int MAX_CONVERSATIONS = 10_000;

	private final ReentrantLock lock = new ReentrantLock();

	private final Map<String, String> sessionIds = new LinkedHashMap<>(16, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
			return size() > MAX_CONVERSATIONS;
		}

	};

	/** A line, or nothing. */
	String note(SessionKey key, Map<String, Object> context, ScopedSession scoped) {
		Object conversation = context.get(AgentBayToolContext.CONVERSATION_ID);
		String previous = put(key.asText() + '\n' + conversation, scoped.session().id());
		boolean lost = (previous != null) ? !previous.equals(scoped.session().id())
				: scoped.created() && Boolean.TRUE.equals(context.get(SessionToolRunner.CONTINUED));
		if (!lost) {
			return "";
		}
		return "[The computer that was used so far has ended, and a new one has taken its place. Files, programs and variables "
				+ "of the old one are lost%s.]\n".formatted(scoped.contextPaths().isEmpty() ? ""
						: "; what was kept in " + String.join(", ", scoped.contextPaths()) + " is still there");
	}

	private @Nullable String put(String conversation, String sessionId) {
		this.lock.lock();
		try {
			return this.sessionIds.put(conversation, sessionId);
		}
		finally {
			this.lock.unlock();
		}
	}

}
