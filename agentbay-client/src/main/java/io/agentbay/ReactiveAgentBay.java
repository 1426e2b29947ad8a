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

package io.agentbay;

import java.util.Collection;
import java.util.function.Consumer;

import io.agentbay.connection.ConnectionFigures;
import io.agentbay.context.ReactiveContextService;
import io.agentbay.extension.ReactiveExtensionService;
import io.agentbay.internal.blocking.BlockingAgentBay;
import io.agentbay.internal.blocking.BlockingShape;
import io.agentbay.internal.blocking.BlockingShape.Kind;
import io.agentbay.mobile.ReactiveMobileSimulateService;
import io.agentbay.network.ReactiveNetworkService;
import io.agentbay.ownership.OwnedSession;
import io.agentbay.paging.Page;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.DeleteOption;
import io.agentbay.session.ReactiveSession;
import io.agentbay.session.SessionDetails;
import io.agentbay.session.SessionQuery;
import io.agentbay.session.SessionState;
import io.agentbay.session.SessionSummary;
import io.agentbay.skill.ReactiveSkillService;
import io.agentbay.volume.ReactiveVolumeService;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.lang.CheckReturnValue;

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
@CheckReturnValue
public interface ReactiveAgentBay extends AutoCloseable {

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
	Mono<ReactiveSession> create();

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
	default Mono<ReactiveSession> create(Consumer<CreateSessionOptions.Builder> options) {
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
	 * @return the session; {@link ReactiveSession#warnings()} tells what is not as it was
	 * asked for
	 */
	Mono<ReactiveSession> create(CreateSessionOptions options);

	/**
	 * Get a session that is alive: action {@code GetSession}.
	 * @param sessionId the session
	 * @return the session; a {@link io.agentbay.error.SessionGoneException} if there is
	 * none
	 * @throws IllegalArgumentException if the id is blank
	 */
	Mono<ReactiveSession> get(String sessionId);

	/**
	 * Find a session that may have ended: action {@code GetSession}.
	 * @param sessionId the session
	 * @return the session, nothing if there is none
	 * @throws IllegalArgumentException if the id is blank
	 */
	Mono<ReactiveSession> find(String sessionId);

	/**
	 * Take up a session that another process has told the state of. Sends nothing, so the
	 * session may have ended meanwhile.
	 * @param state the state, see {@link ReactiveSession#state()}
	 * @return the session
	 * @throws IllegalArgumentException if the state is {@code null}
	 */
	ReactiveSession restore(SessionState state);

	/**
	 * Read what the service knows of a session: action {@code GetSession}.
	 * @param sessionId the session
	 * @return the details
	 * @throws IllegalArgumentException if the id is blank
	 */
	Mono<SessionDetails> fetchDetails(String sessionId);

	/**
	 * List all sessions that are alive: action {@code ListSession} for each page, when it
	 * is asked for.
	 * @return the sessions
	 */
	@BlockingShape(Kind.PAGES)
	default Flux<SessionSummary> list() {
		return list(SessionQuery.all());
	}

	/**
	 * List sessions that are alive: action {@code ListSession} for each page, when it is
	 * asked for.
	 * @param query which sessions
	 * @return the sessions; a page that is refused ends them with an exception
	 */
	@BlockingShape(Kind.PAGES)
	Flux<SessionSummary> list(SessionQuery query);

	/**
	 * List a page of the sessions that are alive: action {@code ListSession}.
	 * @param query which sessions, how many on the page, and which page
	 * @return the page, with the mark of the next one
	 */
	Mono<Page<SessionSummary>> listPage(SessionQuery query);

	/**
	 * List all sessions that clients of an owner created and that are alive: actions
	 * {@code ListSession} and {@code GetLabel}.
	 * @param owner the name of the owner, see {@link AgentBayBuilder#owner}
	 * @return the sessions; a page that is refused ends them with an exception
	 * @throws IllegalArgumentException if the name is blank
	 */
	@BlockingShape(Kind.PAGES)
	Flux<OwnedSession> listOwned(String owner);

	/**
	 * End a session of which only the id is known, and wait until it has ended: action
	 * {@code DeleteSessionAsync}. Ending a session that has ended already is a success.
	 * @param sessionId the session
	 * @param options what is done before
	 * @return completes when it has ended
	 * @throws IllegalArgumentException if the id is blank
	 */
	Mono<Void> delete(String sessionId, DeleteOption... options);

	/**
	 * Return the region in which sessions are created.
	 * @return the region, {@code null} for the service's choice
	 */
	@Nullable String regionId();

	/**
	 * Return the contexts of the account.
	 * @return the service
	 */
	ReactiveContextService contexts();

	/**
	 * Return the networks that sessions can join.
	 * @return the service
	 */
	ReactiveNetworkService networks();

	/**
	 * Return the skills that sessions can be given.
	 * @return the service
	 */
	ReactiveSkillService skills();

	/**
	 * Return the volumes of the account.
	 * @return the service
	 */
	ReactiveVolumeService volumes();

	/**
	 * Return the descriptions of phones that new phones can take over.
	 * @return the service
	 */
	ReactiveMobileSimulateService mobileSimulate();

	/**
	 * Return a new service for extensions that are kept in a context of its own, which
	 * its cleanup deletes.
	 * @return the service
	 */
	ReactiveExtensionService newExtensions();

	/**
	 * Return a service for extensions that are kept in a context.
	 * @param contextName the name of the context
	 * @return the service
	 * @throws IllegalArgumentException if the name is blank
	 */
	ReactiveExtensionService extensions(String contextName);

	/**
	 * Return the sessions that this client created and that have, as far as it knows, not
	 * ended. Sends nothing.
	 * @return the sessions
	 */
	Collection<ReactiveSession> cachedSessions();

	/**
	 * Tell how the connections of this client stand. Sends nothing.
	 * @return the figures
	 */
	ConnectionFigures connections();

	/**
	 * Close the connections. Sessions are not ended; calls that are running fail. Closing
	 * twice does nothing.
	 */
	@Override
	void close();

	/**
	 * Return the blocking face of this.
	 * @return the blocking face
	 */
	default AgentBay blocking() {
		return new BlockingAgentBay(this);
	}

}
