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

package io.agentbay.internal.session;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import io.agentbay.error.FailureKind;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.error.PartialFailureException;
import io.agentbay.internal.answer.Outcome;
import io.agentbay.internal.api.AgentBayApi;
import io.agentbay.internal.api.SessionData;
import io.agentbay.internal.file.FileExchange;
import io.agentbay.internal.http.Effects;
import io.agentbay.internal.http.Timeouts;
import io.agentbay.internal.http.WebSockets;
import io.agentbay.internal.observe.Observability;
import io.agentbay.internal.observe.RunningObservation;
import io.agentbay.internal.observe.SessionLife;
import io.agentbay.internal.settings.ClientSettings;
import io.agentbay.internal.tool.ToolCaller;
import io.agentbay.ownership.OwnedSession;
import io.agentbay.ownership.SessionOwner;
import io.agentbay.paging.Page;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.DeleteOption;
import io.agentbay.session.ReactiveSession;
import io.agentbay.session.SessionDetails;
import io.agentbay.session.SessionQuery;
import io.agentbay.session.SessionState;
import io.agentbay.session.SessionStatus;
import io.agentbay.session.SessionSummary;
import io.agentbay.tool.McpTool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

import org.springframework.util.Assert;

/**
 * Creates, finds, lists and ends sessions, and remembers those that it created and that
 * have not ended. What the doors of the client hand on to.
 */
public final class SessionService {

	private static final Logger logger = LoggerFactory.getLogger(SessionService.class);

	private final AgentBayApi api;

	private final SessionParts parts;

	private final SessionCreation creation;

	private final SessionListing listing;

	private final SessionDeletion deletion;

	private final LostCreations lostCreations;

	private final ContextNames contextNames;

	private final Supplier<? extends @Nullable SessionOwner> owner;

	private final SessionCache cache;

	private final IdleWatch idleWatch;

	/**
	 * Create the service.
	 * @param api the actions
	 * @param toolCaller calls the tools of sessions
	 * @param exchange moves files
	 * @param settings where and for whom sessions are created
	 * @param sdkVersion the version of this client
	 * @param webSockets opens the WebSockets of sessions
	 * @param observability who is told of the lives of sessions
	 */
	public SessionService(AgentBayApi api, ToolCaller toolCaller, FileExchange exchange, ClientSettings settings,
			String sdkVersion, WebSockets webSockets, Observability observability) {
		Timeouts timeouts = settings.transport().timeouts();
		this.cache = new SessionCache(observability);
		this.api = api;
		this.parts = new SessionParts(api, toolCaller, exchange, webSockets, settings);
		this.listing = new SessionListing(api, timeouts.operation());
		this.creation = new SessionCreation(api, timeouts.operation(), settings.regionId(), sdkVersion);
		this.owner = settings.owner();
		this.deletion = new SessionDeletion(api, timeouts.operation());
		this.contextNames = new ContextNames(api.contexts(), settings.regionId());
		this.lostCreations = new LostCreations(api, this::delete);
		this.idleWatch = new IdleWatch(api, this.listing, this.cache,
				(sessionId) -> this.cache.remove(sessionId, SessionLife::gone), timeouts.operation());
	}

	/**
	 * Create a session.
	 * @param options what kind of session
	 * @return the session
	 */
	public Mono<ReactiveSession> create(CreateSessionOptions options) {
		Assert.notNull(options, "'options' must not be null");
		return this.contextNames.resolve(options)
			.flatMap(this::createResolved)
			.contextWrite(RunningObservation::fromThread);
	}

	private Mono<ReactiveSession> createResolved(CreateSessionOptions options) {
		return Mono.deferContextual((caller) -> {
			Map<String, String> reserved = Labels.newMark(this.owner.get());
			Birth birth = new Birth();
			return this.creation.create(options, reserved)
				.doOnError(OutcomeUnknownException.class, (ex) -> this.lostCreations.add(reserved))
				.flatMap((created) -> live(created, options, caller, birth))
				.doOnNext((session) -> Effects.ifAbandoned(caller, () -> endAbandoned(session.id())))
				.doOnTerminate(birth::end)
				.doOnCancel(() -> abandon(reserved, birth));
		});
	}

	private Mono<ReactiveSession> live(SessionCreation.Created created, CreateSessionOptions options,
			ContextView caller, Birth birth) {
		SessionDetails session = created.session();
		if (session == null) {
			if (created.mayExist()) {
				this.lostCreations.add(created.reservedLabels());
			}
			return Mono.error(created.outcome().toException());
		}
		DefaultReactiveSession live = new DefaultReactiveSession(session, options.imageId(),
				options.enableBrowserReplay(), created.reservedLabels(), this);
		live.wasCreated(Instant.now(), options.labels(), IdleTime.of(options));
		this.cache.add(live, caller);
		this.idleWatch.begin();
		if (!birth.isAwaited(live)) {
			endAbandoned(live.id());
		}
		return new Configuring(live, options, created.outcome().details()).run();
	}

	/** Nobody waits for the session any longer: nobody would end it. */
	private void abandon(Map<String, String> reserved, Birth birth) {
		if (!birth.abandon()) {
			return;
		}
		ReactiveSession session = birth.session();
		if (session != null) {
			endAbandoned(session.id());
		}
		else {
			this.lostCreations.add(reserved);
		}
	}

	private void endAbandoned(String sessionId) {
		delete(sessionId).subscribe((nothing) -> {
		}, (ex) -> logger.warn("Creating session {} was cancelled, but it could not be ended", sessionId, ex),
				() -> logger.info("Creating session {} was cancelled; it has ended", sessionId));
	}

	/**
	 * Get a session.
	 * @param sessionId the session
	 * @return the session; the remembered one if this client created it
	 */
	public Mono<ReactiveSession> get(String sessionId) {
		return fetchDetails(sessionId).map((found) -> {
			DefaultReactiveSession remembered = this.cache.get(sessionId);
			return (remembered != null) ? remembered : new DefaultReactiveSession(found, null, null, null, this);
		});
	}

	/**
	 * Read what the service knows of a session.
	 * @param sessionId the session
	 * @return the details
	 */
	public Mono<SessionDetails> fetchDetails(String sessionId) {
		requireId(sessionId);
		return this.api.getSession(sessionId).map((reply) -> {
			forget(sessionId, reply.outcome());
			return details(sessionId, reply.required("no record of session " + sessionId));
		});
	}

	static SessionDetails details(String sessionId, SessionData data) {
		List<SessionDetails.ContextReference> contexts = (data.contexts() == null) ? List.of()
				: data.contexts()
					.stream()
					.map((context) -> new SessionDetails.ContextReference(Objects.requireNonNullElse(context.id(), ""),
							Objects.requireNonNullElse(context.name(), "")))
					.toList();
		return SessionDetails.builder(sessionId, SessionStatus.of(data.status()))
			.appInstanceId(orNull(data.appInstanceId()))
			.resourceId(orNull(data.resourceId()))
			.resourceUrl(orNull(data.resourceUrl()))
			.linkUrl(orNull(data.linkUrl()))
			.token(orNull(data.token()))
			.wsUrl(orNull(data.wsUrl()))
			.tools(McpTool.listFrom(data.toolList()))
			.httpPort(orNull(data.httpPort()))
			.networkInterfaceIp(orNull(data.networkInterfaceIp()))
			.vpcIp(orNull(data.vpcIp()))
			.vpcId(orNull(data.vpcId()))
			.vpcResource(Boolean.TRUE.equals(data.vpcResource()))
			.contexts(contexts)
			.build();
	}

	private static @Nullable String orNull(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text;
	}

	/**
	 * Read a page of the sessions that are alive.
	 * @param query which sessions
	 * @return the page
	 */
	public Mono<Page<SessionSummary>> listPage(SessionQuery query) {
		Assert.notNull(query, "'query' must not be null");
		return this.listing.page(query);
	}

	/**
	 * Read all sessions that are alive, page by page.
	 * @param query which sessions
	 * @return the sessions
	 */
	public Flux<SessionSummary> list(SessionQuery query) {
		Assert.notNull(query, "'query' must not be null");
		return this.listing.all(query);
	}

	/**
	 * Read all sessions of an owner that are alive, page by page.
	 * @param owner the name of the owner
	 * @return the sessions
	 */
	public Flux<OwnedSession> listOwned(String owner) {
		return this.listing.owned(owner);
	}

	/**
	 * End a session.
	 * @param sessionId the session
	 * @param options what is done before
	 * @return completes when it has ended
	 */
	public Mono<Void> delete(String sessionId, DeleteOption... options) {
		requireId(sessionId);
		Assert.notNull(options, "'options' must not be null");
		Assert.noNullElements(options, "'options' must not hold null");
		boolean saveContexts = Set.of(options).contains(DeleteOption.SAVE_CONTEXTS);
		return this.deletion.delete(sessionId, saveContexts)
			.doOnSuccess((nothing) -> hasEnded(sessionId))
			.doOnError(PartialFailureException.class, (ex) -> hasEnded(sessionId))
			.contextWrite(RunningObservation::fromThread);
	}

	private void hasEnded(String sessionId) {
		this.cache.remove(sessionId, SessionLife::deleted);
	}

	/**
	 * Return the sessions that this client created and that have, as far as it knows, not
	 * ended.
	 * @return the sessions
	 */
	public Collection<ReactiveSession> cached() {
		return List.copyOf(this.cache.sessions());
	}

	/**
	 * Stop looking for sessions whose creation went astray, and after all others.
	 */
	public void close() {
		this.idleWatch.close();
		this.lostCreations.close();
		this.cache.close();
	}

	SessionParts parts() {
		return this.parts;
	}

	AgentBayApi api() {
		return this.api;
	}

	/** The only place where a session that turned out to be gone is taken as ended. */
	void notice(DefaultReactiveSession session, Outcome outcome) {
		if (outcome.failedWith(FailureKind.SESSION_GONE)) {
			session.end();
			forget(session.id(), outcome);
		}
	}

	private void forget(String sessionId, Outcome outcome) {
		if (outcome.failedWith(FailureKind.SESSION_GONE)) {
			this.cache.remove(sessionId, SessionLife::gone);
		}
	}

	/** From now on others end it. */
	void detach(String sessionId) {
		this.cache.detach(sessionId);
	}

	/**
	 * Take up a session from its state. Sends nothing.
	 * @param state the state
	 * @return the session
	 */
	public ReactiveSession restore(SessionState state) {
		Assert.notNull(state, "'state' must not be null");
		DefaultReactiveSession remembered = this.cache.get(state.sessionId());
		SessionDetails details = SessionDetails.builder(state.sessionId(), SessionStatus.UNKNOWN)
			.appInstanceId(state.appInstanceId())
			.resourceUrl(state.resourceUrl())
			.linkUrl(state.linkUrl())
			.token(state.token())
			.wsUrl(state.wsUrl())
			.tools(state.tools())
			.build();
		return (remembered != null) ? remembered
				: new DefaultReactiveSession(details, state.imageId(), null, null, this);
	}

	private static void requireId(String sessionId) {
		Assert.hasText(sessionId, "'sessionId' must not be empty");
	}

}
