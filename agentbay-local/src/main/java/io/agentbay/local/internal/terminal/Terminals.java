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

package io.agentbay.local.internal.terminal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.agentbay.local.internal.sandbox.Companion;
import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.sandbox.TerminalRequest;

/**
 * The terminals of one session, and the connections of its clients.
 */
public final class Terminals implements Companion {

	private static final int MAX_OPEN = 128;

	/** For clients that come back and want to know how it ended. */
	private static final int MAX_ENDED = 16;

	private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();

	private final Map<String, Terminal> open = new LinkedHashMap<>();

	private final Deque<Terminal> ended = new ArrayDeque<>();

	private int opening;

	private long last;

	/**
	 * The terminals of a session.
	 * @param sandbox its sandbox
	 * @return always the same
	 */
	public static Terminals of(Sandbox sandbox) {
		return sandbox.companion(Terminals.class, Terminals::new);
	}

	/**
	 * Show a client what happens, unasked.
	 * @param viewer the client
	 */
	public void join(Viewer viewer) {
		this.viewers.add(viewer);
	}

	/**
	 * A client has gone.
	 * @param viewer the client
	 */
	public void leave(Viewer viewer) {
		this.viewers.remove(viewer);
	}

	Collection<Viewer> viewers() {
		return this.viewers;
	}

	/**
	 * Open a terminal. It is not shown before it is announced.
	 * @param sandbox the session's sandbox
	 * @param request what it is to be like
	 * @param used is told whenever it is used
	 * @return the terminal
	 * @throws IOException if it cannot be opened
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	public Terminal open(Sandbox sandbox, TerminalRequest request, Runnable used)
			throws IOException, InterruptedException {
		Terminal terminal = reserve(used);
		boolean opened = false;
		try {
			terminal.opened(sandbox.open(request, terminal));
			opened = true;
			return terminal;
		}
		finally {
			settle(terminal, opened);
		}
	}

	private synchronized Terminal reserve(Runnable used) throws IOException {
		if (this.open.size() + this.opening >= MAX_OPEN) {
			throw new IOException("The session has %s terminals already".formatted(Integer.toString(MAX_OPEN)));
		}
		this.opening++;
		this.last++;
		return new Terminal("pty-" + this.last, this, used);
	}

	private synchronized void settle(Terminal terminal, boolean opened) {
		this.opening--;
		if (opened && !terminal.hasEnded()) {
			this.open.put(terminal.id(), terminal);
		}
	}

	/**
	 * The ids of those whose program runs.
	 * @return the ids, oldest first
	 */
	public synchronized List<String> ids() {
		return List.copyOf(this.open.keySet());
	}

	/**
	 * Find a terminal.
	 * @param id its id
	 * @return the terminal, which may have ended not long ago
	 */
	public synchronized Optional<Terminal> find(String id) {
		Terminal present = this.open.get(id);
		return (present != null) ? Optional.of(present)
				: this.ended.stream().filter((terminal) -> terminal.id().equals(id)).findFirst();
	}

	synchronized void ended(Terminal terminal) {
		this.open.remove(terminal.id());
		this.ended.addLast(terminal);
		if (this.ended.size() > MAX_ENDED) {
			this.ended.removeFirst();
		}
	}

	/**
	 * Tell a client that all terminals end, as the session does.
	 * @param viewer the client
	 */
	public void sessionEnds(Viewer viewer) {
		all().forEach((terminal) -> terminal.lost(viewer));
	}

	private synchronized List<Terminal> all() {
		return new ArrayList<>(this.open.values());
	}

	/** What holds the terminals is outside the walls, and ends when nobody is inside. */
	@Override
	public void afterEnd() {
		all().forEach(Terminal::kill);
	}

}
