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

package io.agentbay.local.internal.action;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.agentbay.local.internal.catalogue.ToolCatalogue;
import io.agentbay.local.internal.session.Session;
import io.agentbay.local.internal.session.SessionNotFoundException;
import io.agentbay.local.internal.session.SessionStatus;
import io.agentbay.local.internal.session.Sessions;
import io.agentbay.local.internal.tool.ToolResult;
import tools.jackson.databind.JsonNode;

/**
 * Tool calls, by whichever door they come.
 */
public final class ToolCalls {

	private final Sessions sessions;

	private final ToolCatalogue tools;

	/**
	 * Connect sessions and tools.
	 * @param sessions the sessions
	 * @param tools the tools
	 */
	public ToolCalls(Sessions sessions, ToolCatalogue tools) {
		this.sessions = sessions;
		this.tools = tools;
	}

	/**
	 * Call a tool in a session. A running call keeps the session from being released.
	 * @param sessionId the session
	 * @param tool the tool's name
	 * @param arguments its arguments, a JSON object
	 * @return what the tool says
	 * @throws InterruptedException if the runtime is being closed
	 * @throws SessionNotFoundException if there is none, or it has ended under the call
	 */
	public ToolResult call(String sessionId, String tool, JsonNode arguments) throws InterruptedException {
		Session session = this.sessions.getUsable(sessionId);
		ToolResult result = this.sessions.use(session,
				(used) -> this.tools.call(used.request().imageId(), used.sandbox(), tool, arguments));
		if (result.error() && session.status() == SessionStatus.DELETING) {
			// The end of the session is what went wrong, whatever the tool makes of it.
			throw new SessionNotFoundException(sessionId);
		}
		return result;
	}

	/**
	 * A tool's result as the protocol writes it.
	 * @param result the result
	 * @param endpoint the address by which the caller has found the runtime
	 * @return what becomes a JSON object
	 */
	public static Map<String, Object> describe(ToolResult result, URI endpoint) {
		return Map.of("isError", result.error(), "content",
				List.of(Map.of("type", "text", "text", result.text(endpoint))));
	}

}
