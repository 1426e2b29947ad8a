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
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import io.agentbay.ai.ToolCallbackDecorator;
import io.agentbay.ai.scope.ScopedSessions;
import io.agentbay.ai.scope.SessionKey;
import io.agentbay.ai.scope.SessionKeyResolver;
import io.agentbay.ai.scope.ToolScope;
import io.agentbay.error.SessionGoneException;
import io.agentbay.session.Session;
import io.agentbay.tool.McpTool;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.tool.ToolCallback;
import org.springframework.util.Assert;
import org.springframework.util.PatternMatchUtils;

/**
 * The tools that a session itself offers over MCP, with their own names and schemas. An
 * error of a tool is an answer for the model. Which tools there are depends on the image,
 * so the session is created to ask for them.
 *
 * @since 0.1.0
 */
public final class SessionMcpTools {

	private static final int MAX_SESSIONS = 1_000;

	private final ScopedSessions sessions;

	private final SessionKeyResolver keys;

	private final SessionToolRunner runner;

	private final ToolLimits limits;

	private final String[] include;

	private final String[] exclude;

	private final List<ToolCallbackDecorator> decorators;

	private final ReentrantLock lock = new ReentrantLock();

	private final Map<String, List<ToolCallback>> known = new LinkedHashMap<>(16, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, List<ToolCallback>> eldest) {
			return size() > MAX_SESSIONS;
		}

	};

	/**
	 * Create the tools of many sessions.
	 * @param sessions finds the session of a call
	 * @param keys finds out whose session a call works in
	 * @param limits how much a call may take and say
	 * @param include the names of tools that are offered; {@code *} stands for anything
	 * @param exclude the names of tools that are not offered all the same
	 * @param decorators what is put around each tool, the first the outermost
	 */
	public SessionMcpTools(ScopedSessions sessions, SessionKeyResolver keys, ToolLimits limits, List<String> include,
			List<String> exclude, List<? extends ToolCallbackDecorator> decorators) {
		Assert.notNull(limits, "'limits' must not be null");
		this.sessions = sessions;
		this.keys = keys;
		this.runner = new SessionToolRunner(sessions, keys);
		this.limits = limits;
		this.include = include.toArray(String[]::new);
		this.exclude = exclude.toArray(String[]::new);
		this.decorators = List.copyOf(decorators);
	}

	/**
	 * Return tools of a single session.
	 * @param session the session
	 * @param include the names of tools that are offered; {@code *} stands for anything
	 * @return the tools
	 */
	public static List<ToolCallback> list(Session session, String... include) {
		return new SessionMcpTools(ScopedSessions.of(session), SessionKeyResolver.of(ToolScope.APPLICATION),
				ToolLimits.defaults(), List.of(include), List.of(), List.of())
			.list(Map.of());
	}

	/**
	 * List the tools of the session that a tool context asks for.
	 * @param toolContext the values of the tool context
	 * @return the tools
	 * @throws io.agentbay.error.AgentBayException if the session or its list could not be
	 * got
	 */
	public List<ToolCallback> list(Map<String, Object> toolContext) {
		SessionKey key = this.keys.resolve(toolContext);
		Session session = this.sessions.get(key).session();
		try {
			return list(session);
		}
		catch (SessionGoneException ex) {
			Session next = this.sessions.get(key).session();
			if (next.id().equals(session.id())) {
				throw ex;
			}
			return list(next);
		}
	}

	private List<ToolCallback> list(Session session) {
		List<ToolCallback> tools = known(session.id());
		return (tools != null) ? tools : remember(session);
	}

	private @Nullable List<ToolCallback> known(String sessionId) {
		this.lock.lock();
		try {
			return this.known.get(sessionId);
		}
		finally {
			this.lock.unlock();
		}
	}

	private List<ToolCallback> remember(Session session) {
		List<ToolCallback> tools = session.listTools().stream().filter(this::isOffered).map(this::callback).toList();
		this.lock.lock();
		try {
			this.known.put(session.id(), tools);
			return tools;
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean isOffered(McpTool tool) {
		return PatternMatchUtils.simpleMatch(this.include, tool.name())
				&& !PatternMatchUtils.simpleMatch(this.exclude, tool.name());
	}

	private ToolCallback callback(McpTool tool) {
		return ToolCallbackDecorator.decorate(this.decorators, new McpToolCallback(this.runner, tool, this.limits));
	}

}
