package io.agentbay;

import java.util.Collection;
import java.util.Map;

import io.agentbay.api.AgentBayApi;
import io.agentbay.context.ReactiveContextService;
import io.agentbay.observation.CallObserver;
import io.agentbay.result.OperationResult;
import io.agentbay.session.CreateSessionParams;
import io.agentbay.session.ReactiveSession;
import io.agentbay.session.ReactiveSessionResult;
import io.agentbay.session.SessionListResult;
import io.agentbay.session.SessionRecordResult;
import io.agentbay.session.SessionService;
import io.agentbay.session.SessionStatus;
import io.agentbay.session.SessionSummary;
import io.agentbay.settings.ClientSettings;
import io.agentbay.tool.ToolCaller;
import io.agentbay.transport.HttpTransport;
import io.agentbay.transport.ReliableCaller;
import io.agentbay.transport.TransportSettings;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * The reactive client of AgentBay. One instance serves a whole application: it is safe
 * for use by several threads and owns its connections, which {@link #close()} closes.
 *
 * <p>
 * Arguments are checked before anything is sent: a wrong one is an
 * {@link IllegalArgumentException} that names it. What the service refused is a failed
 * result. What prevented an answer is an error signal of type
 * {@link io.agentbay.error.AgentBayException}.
 */
public final class ReactiveAgentBay implements AutoCloseable {

	private static final int DEFAULT_PAGE_SIZE = 10;

	private final HttpTransport transport;

	private final SessionService sessions;

	private final ReactiveContextService context;

	private final CreateSessionParams defaultSession;

	ReactiveAgentBay(ClientSettings settings, CreateSessionParams defaultSession,
			ObservationRegistry observationRegistry) {
		this.defaultSession = defaultSession;
		TransportSettings travel = settings.transport();
		this.transport = new HttpTransport(travel);
		ReliableCaller caller = new ReliableCaller(this.transport, travel);
		CallObserver observer = new CallObserver(observationRegistry);
		AgentBayApi api = new AgentBayApi(caller, observer, settings.endpoint(), settings.apiKey(),
				travel.timeouts().response());
		this.sessions = new SessionService(api, new ToolCaller(api, caller, observer, travel), travel.timeouts(),
				settings.regionId(), ClientVersion.version(), settings.directLink());
		this.context = new ReactiveContextService(api.contexts(), settings.regionId());
	}

	/**
	 * Start building a client.
	 * @return a builder with the defaults
	 */
	public static AgentBayBuilder builder() {
		return new AgentBayBuilder();
	}

	/**
	 * Create a session of the default kind, by default of the default image: action
	 * {@code CreateMcpSession}.
	 * @return the session
	 */
	public Mono<ReactiveSessionResult> create() {
		return create(this.defaultSession);
	}

	/**
	 * Create a session: action {@code CreateMcpSession}. Exactly one: when the answer is
	 * lost, the session is looked up by a label of its own and returned. If that fails
	 * too, the call ends with an {@link io.agentbay.error.OutcomeUnknownException}.
	 * @param params what kind of session
	 * @return the session
	 */
	public Mono<ReactiveSessionResult> create(CreateSessionParams params) {
		return this.sessions.create(params);
	}

	/**
	 * Find a session that is alive: action {@code GetSession}.
	 * @param sessionId the session
	 * @return the session
	 * @throws IllegalArgumentException if the id is blank
	 */
	public Mono<ReactiveSessionResult> get(String sessionId) {
		return this.sessions.get(sessionId);
	}

	/**
	 * Read what the service knows of a session: action {@code GetSession}.
	 * @param sessionId the session
	 * @return the record
	 * @throws IllegalArgumentException if the id is blank
	 */
	public Mono<SessionRecordResult> getSession(String sessionId) {
		return this.sessions.getSession(sessionId);
	}

	/**
	 * List the first ten sessions that are alive: action {@code ListSession}.
	 * @return the first page
	 */
	public Mono<SessionListResult> list() {
		return list(Map.of(), 1, DEFAULT_PAGE_SIZE, null);
	}

	/**
	 * List the first ten sessions that are alive and carry labels: action
	 * {@code ListSession}.
	 * @param labels the labels that a session must carry, all of them
	 * @return the first page
	 * @throws IllegalArgumentException if a label is not usable
	 */
	public Mono<SessionListResult> list(Map<String, String> labels) {
		return list(labels, 1, DEFAULT_PAGE_SIZE, null);
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
	public Mono<SessionListResult> list(Map<String, String> labels, int page, int limit,
			@Nullable SessionStatus status) {
		return this.sessions.list(labels, page, limit, status);
	}

	/**
	 * List all sessions that are alive, reading page by page as they are asked for:
	 * action {@code ListSession}.
	 * @param labels the labels that a session must carry, all of them; empty for any
	 * @param status the state that a session must have, {@code null} for any
	 * @return the sessions; a page that is refused ends them with an error
	 * @throws IllegalArgumentException if a label is not usable
	 */
	public Flux<SessionSummary> listAll(Map<String, String> labels, @Nullable SessionStatus status) {
		return this.sessions.listAll(labels, status);
	}

	/**
	 * End a session and wait until it has ended: action {@code DeleteSessionAsync}.
	 * Ending a session that has ended already is a success.
	 * @param session the session
	 * @return whether it has ended
	 */
	public Mono<OperationResult> delete(ReactiveSession session) {
		return delete(session, false);
	}

	/**
	 * End a session and wait until it has ended: action {@code DeleteSessionAsync}.
	 * @param session the session
	 * @param syncContext whether to save the contexts of the session before. If that
	 * fails the session is ended all the same, and the result is a failure that says so
	 * @return whether it has ended, and its contexts were saved if asked for
	 */
	public Mono<OperationResult> delete(ReactiveSession session, boolean syncContext) {
		Assert.notNull(session, "'session' must not be null");
		return this.sessions.delete(session.id(), syncContext);
	}

	/**
	 * Return the contexts of the account.
	 * @return the service
	 */
	public ReactiveContextService context() {
		return this.context;
	}

	/**
	 * Return the sessions that this client created and that have, as far as it knows, not
	 * ended. Sends nothing.
	 * @return the sessions
	 */
	public Collection<ReactiveSession> cachedSessions() {
		return this.sessions.cached();
	}

	/**
	 * Close the connections. Sessions are not ended; calls that are running fail. Closing
	 * twice does nothing.
	 */
	@Override
	public void close() {
		this.transport.close();
	}

}
