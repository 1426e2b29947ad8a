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

package io.agentbay.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import io.agentbay.local.fault.Faults;
import io.agentbay.local.internal.action.Actions;
import io.agentbay.local.internal.catalogue.ToolCatalogue;
import io.agentbay.local.internal.context.ContextRefusedException;
import io.agentbay.local.internal.session.SessionNotFoundException;
import io.agentbay.local.journal.Journal;

/**
 * AgentBay on this machine: a server that speaks the service's protocol and really does
 * the work. It wants its key, and listens on the loopback address only unless it is told
 * otherwise.
 *
 * <pre class="code">
 * try (LocalAgentBay agentBay = LocalAgentBay.builder().start()) {
 *     // point a client at agentBay.endpoint() with agentBay.apiKey()
 * }
 * </pre>
 *
 * Closing it ends all sessions, their processes and their files. Should the JVM exit
 * without that, a shutdown hook does it.
 *
 * @since 0.1.0
 */
public final class LocalAgentBay implements AutoCloseable {

	private final Wiring parts;

	private final Thread shutdownHook;

	LocalAgentBay(Wiring parts, boolean hookShutdown, Consumer<LocalAgentBay> shutdown) {
		this.parts = parts;
		this.shutdownHook = new Thread(() -> shutdown.accept(this), "agentbay-local-shutdown");
		if (hookShutdown) {
			Runtime.getRuntime().addShutdownHook(this.shutdownHook);
		}
	}

	/**
	 * Begin to describe a runtime.
	 * @return a builder that holds the defaults
	 */
	public static LocalAgentBayBuilder builder() {
		return new LocalAgentBayBuilder();
	}

	/**
	 * The address at which clients reach it.
	 * @return a URI without path, e.g. {@code http://127.0.0.1:39021}
	 */
	public URI endpoint() {
		return this.parts.server.endpoint();
	}

	/**
	 * The address at which clients reach it by https.
	 * @return a URI without path, or nothing unless {@link LocalAgentBayBuilder#tlsPort}
	 * asked for it
	 */
	public Optional<URI> tlsEndpoint() {
		return this.parts.server.tlsEndpoint();
	}

	/**
	 * The port it listens on.
	 * @return the port
	 */
	public int port() {
		return this.parts.server.port();
	}

	/**
	 * The key that clients need.
	 * @return the key
	 */
	public String apiKey() {
		return this.parts.apiKey;
	}

	/**
	 * How its sessions are isolated.
	 * @return {@link Isolation#BUBBLEWRAP} or {@link Isolation#HOST}, never
	 * {@link Isolation#AUTO}
	 */
	public Isolation isolation() {
		return this.parts.sandboxes.isolation();
	}

	/**
	 * The sessions that live, those on their way down included.
	 * @return their ids, oldest first
	 */
	public List<String> liveSessionIds() {
		return this.parts.sessions.ids();
	}

	/**
	 * Let the browser of a session tell its user something, such as that there is a
	 * captcha: a browser here never does so by itself. What the user answers is in the
	 * journal, under the {@code action} of the answer.
	 * @param sessionId the session
	 * @param message the message: {@code type}, {@code id}, {@code code},
	 * {@code message}, {@code action} and {@code extraParams}
	 * @return how many clients are connected by a WebSocket and were told
	 * @throws IllegalArgumentException if there is no such session
	 */
	public int notifyBrowserUser(String sessionId, Map<String, ?> message) {
		try {
			return this.parts.channels.notifyOfBrowser(sessionId, message);
		}
		catch (SessionNotFoundException ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
	}

	/**
	 * The actions it offers.
	 */
	Actions actions() {
		return this.parts.actions;
	}

	/**
	 * The tools it offers.
	 */
	ToolCatalogue tools() {
		return this.parts.tools;
	}

	/**
	 * What arrived at the doors.
	 * @return the journal, which goes on growing
	 */
	public Journal journal() {
		return this.parts.journal;
	}

	/**
	 * What is to go wrong.
	 * @return the place to ask for faults
	 */
	public Faults faults() {
		return this.parts.faults;
	}

	/**
	 * The networks that sessions can join.
	 * @return the place to bind them
	 */
	public Networks networks() {
		return this.parts.networks;
	}

	/**
	 * Where the buckets of the object storage are: each folder in it is one, and each
	 * file in a bucket an object.
	 * @return a directory, which goes with the runtime unless it was given
	 */
	public Path ossDirectory() {
		return this.parts.ossDirectory;
	}

	/**
	 * Begin anew, as a test may want to: end all sessions and wait for it, delete all
	 * contexts, call off all faults and empty the journal. Takes some milliseconds.
	 * Settings, volumes, networks and the buckets of the object storage stay as they are.
	 * @throws IllegalStateException if a session does not end within 10 s, or a context
	 * cannot be deleted
	 */
	public void reset() {
		this.parts.faults.clear();
		this.parts.sessions.endAll();
		this.parts.sessions.forgetEnded();
		try {
			this.parts.contexts.deleteAll();
		}
		catch (IOException | ContextRefusedException ex) {
			throw new IllegalStateException("Not all contexts could be deleted", ex);
		}
		this.parts.journal.clear();
	}

	/**
	 * End everything: connections, sessions, their processes and files. Takes some
	 * milliseconds; at the worst, with processes that do not go, some 20 s. No effect
	 * when it is closed already.
	 */
	@Override
	public void close() {
		try {
			Runtime.getRuntime().removeShutdownHook(this.shutdownHook);
		}
		catch (IllegalStateException ex) {
			// The JVM is on its way down: the hook does the same, whoever comes first.
		}
		this.parts.close();
	}

}
