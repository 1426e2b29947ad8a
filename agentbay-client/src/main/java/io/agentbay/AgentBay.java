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
import java.util.List;
import java.util.Map;

import io.agentbay.connection.ConnectionFigures;
import io.agentbay.context.ContextService;
import io.agentbay.extension.ExtensionService;
import io.agentbay.internal.blocking.Blocking;
import io.agentbay.mobile.MobileSimulateService;
import io.agentbay.network.NetworkService;
import io.agentbay.ownership.OwnedSession;
import io.agentbay.result.OperationResult;
import io.agentbay.session.CreateSessionParams;
import io.agentbay.session.ReactiveSessionResult;
import io.agentbay.session.Session;
import io.agentbay.session.SessionListResult;
import io.agentbay.session.SessionRecordResult;
import io.agentbay.session.SessionResult;
import io.agentbay.session.SessionState;
import io.agentbay.session.SessionStatus;
import io.agentbay.session.SessionSummary;
import io.agentbay.skill.SkillService;
import io.agentbay.volume.VolumeService;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * The blocking client of AgentBay. One instance serves a whole application: it is safe
 * for use by several threads, platform or virtual, and owns its connections, which
 * {@link #close()} closes. The blocking twin of {@link ReactiveAgentBay}.
 *
 * <p>
 * Arguments are checked before anything is sent: a wrong one is an
 * {@link IllegalArgumentException} that names it. What the service refused is a failed
 * result. What prevented an answer is an exception of type
 * {@link io.agentbay.error.AgentBayException}.
 */
public final class AgentBay implements AutoCloseable {

	private final ReactiveAgentBay reactive;

	private final ContextService context;

	private final NetworkService network;

	private final SkillService skills;

	private final VolumeService volumes;

	private final MobileSimulateService mobileSimulate;

	/**
	 * Create the blocking twin.
	 * @param reactive the client
	 */
	public AgentBay(ReactiveAgentBay reactive) {
		this.reactive = reactive;
		this.context = new ContextService(reactive.context());
		this.network = new NetworkService(reactive.network());
		this.skills = new SkillService(reactive.skills());
		this.volumes = new VolumeService(reactive.volumes());
		this.mobileSimulate = new MobileSimulateService(reactive.mobileSimulate());
	}

	/**
	 * Start building a client.
	 * @return a builder with the defaults
	 */
	public static AgentBayBuilder builder() {
		return new AgentBayBuilder();
	}

	/**
	 * Return the reactive twin.
	 * @return the same client
	 */
	public ReactiveAgentBay reactive() {
		return this.reactive;
	}

	/**
	 * Create a session of the default kind, by default of the default image: action
	 * {@code CreateMcpSession}.
	 * @return the session
	 */
	public SessionResult create() {
		return Blocking.await(blocking(this.reactive.create()));
	}

	/**
	 * Create a session: action {@code CreateMcpSession}. Exactly one: when the answer is
	 * lost, the session is looked up by a label of its own and returned. If that fails
	 * too, the call ends with an {@link io.agentbay.error.OutcomeUnknownException}.
	 * @param params what kind of session
	 * @return the session
	 */
	public SessionResult create(CreateSessionParams params) {
		return Blocking.await(blocking(this.reactive.create(params)));
	}

	/**
	 * Find a session that is alive: action {@code GetSession}.
	 * @param sessionId the session
	 * @return the session
	 * @throws IllegalArgumentException if the id is blank
	 */
	public SessionResult get(String sessionId) {
		return Blocking.await(blocking(this.reactive.get(sessionId)));
	}

	/**
	 * Take up a session that another process has dumped. Sends nothing, so the session
	 * may have ended meanwhile.
	 * @param state the state
	 * @return the session
	 * @throws IllegalArgumentException if the state is {@code null}
	 */
	public Session restore(SessionState state) {
		return new Session(this.reactive.restore(state));
	}

	/**
	 * Read what the service knows of a session: action {@code GetSession}.
	 * @param sessionId the session
	 * @return the record
	 * @throws IllegalArgumentException if the id is blank
	 */
	public SessionRecordResult getSession(String sessionId) {
		return Blocking.await(this.reactive.getSession(sessionId));
	}

	/**
	 * List the first ten sessions that are alive: action {@code ListSession}.
	 * @return the first page
	 */
	public SessionListResult list() {
		return Blocking.await(this.reactive.list());
	}

	/**
	 * List the first ten sessions that are alive and carry labels: action
	 * {@code ListSession}.
	 * @param labels the labels that a session must carry, all of them
	 * @return the first page
	 * @throws IllegalArgumentException if a label is not usable
	 */
	public SessionListResult list(Map<String, String> labels) {
		return Blocking.await(this.reactive.list(labels));
	}

	/**
	 * List a page of the sessions that are alive: action {@code ListSession}. The service
	 * only knows the way to the next page, so page n costs n requests; to read them all,
	 * use {@link #listAll}.
	 * @param labels the labels that a session must carry, all of them; empty for any
	 * @param page the page, from 1. A page past the end is a failed result
	 * @param limit the size of a page, at least 1
	 * @param status the state that a session must have, {@code null} for any
	 * @return the page
	 * @throws IllegalArgumentException if an argument is not usable
	 */
	public SessionListResult list(Map<String, String> labels, int page, int limit, @Nullable SessionStatus status) {
		return Blocking.await(this.reactive.list(labels, page, limit, status));
	}

	/**
	 * List all sessions that are alive, reading page by page as they are asked for:
	 * action {@code ListSession}.
	 * @param labels the labels that a session must carry, all of them; empty for any
	 * @param status the state that a session must have, {@code null} for any
	 * @return the sessions; a page that is refused ends them with an error
	 * @throws IllegalArgumentException if a label is not usable
	 */
	public List<SessionSummary> listAll(Map<String, String> labels, @Nullable SessionStatus status) {
		return Blocking.await(this.reactive.listAll(labels, status).collectList());
	}

	/**
	 * List all sessions that clients of an owner created and that are alive: actions
	 * {@code ListSession} and {@code GetLabel}.
	 * @param owner the name of the owner, see {@link AgentBayBuilder#owner}
	 * @return the sessions
	 * @throws IllegalArgumentException if the name is blank
	 */
	public List<OwnedSession> listOwned(String owner) {
		return Blocking.await(this.reactive.listOwned(owner).collectList());
	}

	/**
	 * End a session and wait until it has ended: action {@code DeleteSessionAsync}.
	 * Ending a session that has ended already is a success.
	 * @param session the session
	 * @return whether it has ended
	 */
	public OperationResult delete(Session session) {
		Assert.notNull(session, "'session' must not be null");
		return Blocking.await(this.reactive.delete(session.reactive()));
	}

	/**
	 * End a session and wait until it has ended: action {@code DeleteSessionAsync}.
	 * @param session the session
	 * @param syncContext whether to save the contexts of the session before. If that
	 * fails the session is ended all the same, and the result is a failure that says so
	 * @return whether it has ended, and its contexts were saved if asked for
	 */
	public OperationResult delete(Session session, boolean syncContext) {
		Assert.notNull(session, "'session' must not be null");
		return Blocking.await(this.reactive.delete(session.reactive(), syncContext));
	}

	/**
	 * End a session of which only the id is known: action {@code DeleteSessionAsync}.
	 * @param sessionId the session
	 * @param syncContext whether to save the contexts of the session before
	 * @return whether it has ended, and its contexts were saved if asked for
	 * @throws IllegalArgumentException if the id is blank
	 */
	public OperationResult delete(String sessionId, boolean syncContext) {
		return Blocking.await(this.reactive.delete(sessionId, syncContext));
	}

	/**
	 * Return the region in which sessions are created.
	 * @return the region, {@code null} for the service's choice
	 */
	public @Nullable String regionId() {
		return this.reactive.regionId();
	}

	/**
	 * Return the key to the service, in clear. For handing it to another client; keep it
	 * out of logs.
	 * @return the key
	 */
	public String apiKey() {
		return this.reactive.apiKey();
	}

	/**
	 * Return the contexts of the account.
	 * @return the service
	 */
	public ContextService context() {
		return this.context;
	}

	/**
	 * Return the networks that sessions can join.
	 * @return the service
	 */
	public NetworkService network() {
		return this.network;
	}

	/**
	 * Return the skills that sessions can be given.
	 * @return the service
	 */
	public SkillService skills() {
		return this.skills;
	}

	/**
	 * Return the volumes of the account.
	 * @return the service
	 */
	public VolumeService volumes() {
		return this.volumes;
	}

	/**
	 * Return the descriptions of phones that new phones can take over.
	 * @return the service
	 */
	public MobileSimulateService mobileSimulate() {
		return this.mobileSimulate;
	}

	/**
	 * Return a service for extensions that are kept in a context.
	 * @param contextName the name of the context; {@code null} for one of the service's
	 * own, which its cleanup deletes
	 * @return the service
	 */
	public ExtensionService extensions(@Nullable String contextName) {
		return new ExtensionService(this.reactive.extensions(contextName));
	}

	/**
	 * Return the sessions that this client created and that have, as far as it knows, not
	 * ended. Sends nothing.
	 * @return the sessions
	 */
	public Collection<Session> cachedSessions() {
		return this.reactive.cachedSessions().stream().map(Session::new).toList();
	}

	/**
	 * Tell how the connections of this client stand. Sends nothing.
	 * @return the figures
	 */
	public ConnectionFigures connections() {
		return this.reactive.connections();
	}

	/**
	 * Close the connections. Sessions are not ended; calls that are running fail. Closing
	 * twice does nothing.
	 */
	@Override
	public void close() {
		this.reactive.close();
	}

	private static Mono<SessionResult> blocking(Mono<ReactiveSessionResult> found) {
		return found.map((result) -> new SessionResult(result.outcome(),
				(result.sessionOrNull() != null) ? new Session(result.sessionOrNull()) : null, result.warnings()));
	}

}
