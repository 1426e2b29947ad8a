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
// Written by agentbay-face from ReactiveAgentBay. Change that, not this.

package io.agentbay;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.agentbay.connection.ConnectionFigures;
import io.agentbay.context.ContextService;
import io.agentbay.extension.ExtensionService;
import io.agentbay.mobile.MobileSimulateService;
import io.agentbay.network.NetworkService;
import io.agentbay.ownership.OwnedSession;
import io.agentbay.paging.Page;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.DeleteOption;
import io.agentbay.session.Session;
import io.agentbay.session.SessionDetails;
import io.agentbay.session.SessionQuery;
import io.agentbay.session.SessionState;
import io.agentbay.session.SessionSummary;
import io.agentbay.skill.SkillService;
import io.agentbay.volume.VolumeService;
import org.jspecify.annotations.Nullable;

/**
 * The client for AgentBay. It holds connections, so an application keeps one of it and
 * closes it at the end. Safe for use by several threads.
 * <p>
 * What was asked for is returned, what went wrong is an
 * {@link io.agentbay.error.AgentBayException}. Called by applications: new methods may be
 * added in minor releases.
 *
 * @since 0.1.0
 */
public interface AgentBay extends AutoCloseable {

	/**
	 * Start building a client.
	 * @return a builder with the defaults
	 */
	static AgentBayBuilder builder() {
		return new AgentBayBuilder();
	}

	/**
	 * Create a session of the default kind, by default of the default image: action
	 * {@code CreateMcpSession}.
	 * @return the session
	 */
	Session create();

	/**
	 * Return the default kind of session, which {@link #create()} creates.
	 * @return the kind that the client was built with
	 * @see AgentBayBuilder#defaultSession
	 */
	CreateSessionOptions defaultOptions();

	/**
	 * Create a session that differs from the default kind: action
	 * {@code CreateMcpSession}.
	 * @param options changes what kind of session, on a builder with what
	 * {@link #defaultOptions()} has
	 * @return the session, see {@link #create(CreateSessionOptions)}
	 * @throws IllegalArgumentException if an option is not usable
	 */
	default Session create(Consumer<CreateSessionOptions.Builder> options) {
		return create(defaultOptions().with(options));
	}

	/**
	 * Create a session: action {@code CreateMcpSession}. Exactly one: when the answer is
	 * lost, the session is looked up by a label of its own and returned. If that fails
	 * too, it is an {@link io.agentbay.error.OutcomeUnknownException}, and the client
	 * goes on looking in the background, to end a session that shows up later. It does
	 * the same when nobody waits any longer before the session is there.
	 * @param options exactly this kind of session: nothing of {@link #defaultOptions()}
	 * is added
	 * @return the session; {@link Session#warnings()} tells what is not as it was asked
	 * for
	 */
	Session create(CreateSessionOptions options);

	/**
	 * Get a session that is alive: action {@code GetSession}.
	 * @param sessionId the session
	 * @return the session; a {@link io.agentbay.error.SessionGoneException} if there is
	 * none
	 * @throws IllegalArgumentException if the id is blank
	 */
	Session get(String sessionId);

	/**
	 * Find a session that may have ended: action {@code GetSession}.
	 * @param sessionId the session
	 * @return the session, nothing if there is none
	 * @throws IllegalArgumentException if the id is blank
	 */
	Optional<Session> find(String sessionId);

	/**
	 * Take up a session that another process has told the state of. Sends nothing, so the
	 * session may have ended meanwhile.
	 * @param state the state, see {@link Session#state()}
	 * @return the session
	 * @throws IllegalArgumentException if the state is {@code null}
	 */
	Session restore(SessionState state);

	/**
	 * Read what the service knows of a session: action {@code GetSession}.
	 * @param sessionId the session
	 * @return the details
	 * @throws IllegalArgumentException if the id is blank
	 */
	SessionDetails fetchDetails(String sessionId);

	/**
	 * List all sessions that are alive: action {@code ListSession} for each page, when it
	 * is asked for.
	 * @return the sessions
	 */
	default Stream<SessionSummary> list() {
		return list(SessionQuery.all());
	}

	/**
	 * List sessions that are alive: action {@code ListSession} for each page, when it is
	 * asked for.
	 * @param query which sessions
	 * @return the sessions; a page that is refused ends them with an exception
	 */
	Stream<SessionSummary> list(SessionQuery query);

	/**
	 * List a page of the sessions that are alive: action {@code ListSession}.
	 * @param query which sessions, how many on the page, and which page
	 * @return the page, with the mark of the next one
	 */
	Page<SessionSummary> listPage(SessionQuery query);

	/**
	 * List all sessions that clients of an owner created and that are alive: actions
	 * {@code ListSession} and {@code GetLabel}.
	 * @param owner the name of the owner, see {@link AgentBayBuilder#owner}
	 * @return the sessions; a page that is refused ends them with an exception
	 * @throws IllegalArgumentException if the name is blank
	 */
	Stream<OwnedSession> listOwned(String owner);

	/**
	 * End a session of which only the id is known, and wait until it has ended: action
	 * {@code DeleteSessionAsync}. Ending a session that has ended already is a success.
	 * @param sessionId the session
	 * @param options what is done before
	 * @throws IllegalArgumentException if the id is blank
	 */
	void delete(String sessionId, DeleteOption... options);

	/**
	 * Return the region in which sessions are created.
	 * @return the region, {@code null} for the service's choice
	 */
	@Nullable String regionId();

	/**
	 * Return the contexts of the account.
	 * @return the service
	 */
	ContextService contexts();

	/**
	 * Return the networks that sessions can join.
	 * @return the service
	 */
	NetworkService networks();

	/**
	 * Return the skills that sessions can be given.
	 * @return the service
	 */
	SkillService skills();

	/**
	 * Return the volumes of the account.
	 * @return the service
	 */
	VolumeService volumes();

	/**
	 * Return the descriptions of phones that new phones can take over.
	 * @return the service
	 */
	MobileSimulateService mobileSimulate();

	/**
	 * Return a new service for extensions that are kept in a context of its own, which
	 * its cleanup deletes.
	 * @return the service
	 */
	ExtensionService newExtensions();

	/**
	 * Return a service for extensions that are kept in a context.
	 * @param contextName the name of the context
	 * @return the service
	 * @throws IllegalArgumentException if the name is blank
	 */
	ExtensionService extensions(String contextName);

	/**
	 * Return the sessions that this client created and that have, as far as it knows, not
	 * ended. Sends nothing.
	 * @return the sessions
	 */
	Collection<Session> cachedSessions();

	/**
	 * Tell how the connections of this client stand. Sends nothing.
	 * @return the figures
	 */
	ConnectionFigures connections();

	@Override
	void close();

	/**
	 * Return the reactive face of this: what one does, the other sees.
	 * @return the reactive face
	 */
	ReactiveAgentBay reactive();

}
