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

package io.agentbay.ai;

import org.jspecify.annotations.Nullable;

/**
 * Tells whoever governs a tool call which session the tool has worked in. Bound to the
 * thread that calls the tool.
 *
 * @since 0.1.0
 */
public final class UsedSession {

	private static final ThreadLocal<@Nullable UsedSession> current = new ThreadLocal<>();

	private @Nullable String id;

	private UsedSession() {
	}

	/**
	 * Tell that the tool that is called on this thread works in a session. Nothing
	 * happens if nobody wants to know.
	 * @param id the id of the session
	 */
	public static void report(String id) {
		UsedSession session = current.get();
		if (session != null) {
			session.id = id;
		}
	}

	/**
	 * Call a tool and listen to what it reports.
	 * @param tool calls the tool with the place where the report will be
	 * @param <T> what the tool answers
	 * @return what the tool answers
	 */
	public static <T> T listen(Tool<T> tool) {
		UsedSession outer = current.get();
		UsedSession session = new UsedSession();
		current.set(session);
		try {
			return tool.call(session);
		}
		finally {
			if (outer != null) {
				current.set(outer);
			}
			else {
				current.remove();
			}
		}
	}

	/**
	 * Return the session that was reported.
	 * @return its id, {@code null} if none was reported so far
	 */
	public @Nullable String id() {
		return this.id;
	}

	/**
	 * Calls a tool.
	 *
	 * @param <T> what the tool answers
	 */
	@FunctionalInterface
	public interface Tool<T> {

		/**
		 * Call the tool.
		 * @param session will have the session that the tool reports
		 * @return what the tool answers
		 */
		T call(UsedSession session);

	}

}
