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

package io.agentbay.local.internal.channel;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import io.agentbay.local.clock.RuntimeClock;
import io.agentbay.local.fault.Faults;
import io.agentbay.local.internal.catalogue.ToolCatalogue;
import io.agentbay.local.internal.session.Session;
import io.agentbay.local.internal.session.SessionNotFoundException;
import io.agentbay.local.internal.session.Sessions;
import io.agentbay.local.journal.Journal;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens channels.
 */
public final class Channels {

	/** The code with which a channel closes whose session ends. */
	static final int SESSION_GONE = 4404;

	private final Tools tools;

	private final Map<Session, Set<Channel>> open = new ConcurrentHashMap<>();

	/**
	 * Describe the channels.
	 * @param mapper reads and writes frames
	 * @param sessions the sessions
	 * @param catalogue the tool servers that are called
	 * @param workers carry calls out
	 * @param journal where calls are written down
	 * @param faults what is to go wrong
	 * @param clock tells when
	 */
	public Channels(JsonMapper mapper, Sessions sessions, ToolCatalogue catalogue, Executor workers, Journal journal,
			Faults faults, RuntimeClock clock) {
		this.tools = new Tools(mapper, sessions, catalogue, workers, journal, faults, clock);
	}

	/**
	 * Open a channel. It closes the connection when its session ends.
	 * @param sessionId the session
	 * @param wire the connection
	 * @return the channel
	 * @throws SessionNotFoundException if the session has ended
	 */
	public Channel open(String sessionId, Wire wire) {
		Session session = this.tools.sessions().get(sessionId);
		Channel channel = new Channel(session, wire, this.tools);
		Set<Channel> present = this.open.computeIfAbsent(session, (key) -> ConcurrentHashMap.newKeySet());
		present.add(channel);
		Runnable farewell = session.atEnd(() -> {
			this.open.remove(session);
			channel.sessionEnds();
			wire.close(SESSION_GONE, "InvalidMcpSession.NotFound: Resource [McpSession] is not found.");
		});
		channel.closesWith(() -> {
			present.remove(channel);
			farewell.run();
		});
		channel.opened();
		return channel;
	}

	/**
	 * Tell all clients of a session something that they have not asked for, in the name
	 * of its browser.
	 * @param sessionId the session
	 * @param message what is told
	 * @return how many were told
	 * @throws SessionNotFoundException if the session has ended
	 */
	public int notifyOfBrowser(String sessionId, Map<String, ?> message) {
		Session session = this.tools.sessions().get(sessionId);
		return (int) this.open.getOrDefault(session, Set.of())
			.stream()
			.filter((channel) -> channel.trySend("push-" + UUID.randomUUID(), Channel.BROWSER, message))
			.count();
	}

	/**
	 * What channels work with.
	 */
	record Tools(JsonMapper mapper, Sessions sessions, ToolCatalogue catalogue, Executor workers, Journal journal,
			Faults faults, RuntimeClock clock) {
	}

}
