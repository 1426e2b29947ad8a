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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.agentbay.context.ReactiveContextService;
import io.agentbay.error.FailureKind;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.internal.api.AgentBayApi;
import io.agentbay.internal.api.SessionData;
import io.agentbay.internal.file.FileExchange;
import io.agentbay.internal.http.Secret;
import io.agentbay.internal.http.Timeouts;
import io.agentbay.internal.http.WebSockets;
import io.agentbay.internal.observe.RunningObservation;
import io.agentbay.internal.observe.SessionLife;
import io.agentbay.internal.settings.ClientSettings;
import io.agentbay.internal.tool.ToolCaller;
import io.agentbay.ownership.OwnedSession;
import io.agentbay.ownership.SessionOwner;
import io.agentbay.result.OperationResult;
import io.agentbay.result.Outcome;
import io.agentbay.session.CreateSessionParams;
import io.agentbay.session.ReactiveSession;
import io.agentbay.session.ReactiveSessionResult;
import io.agentbay.session.SessionListResult;
import io.agentbay.session.SessionRecordResult;
import io.agentbay.session.SessionState;
import io.agentbay.session.SessionStatus;
import io.agentbay.session.SessionSummary;
import io.micrometer.observation.ObservationRegistry;
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

	private final Secret apiKey;

	private final SessionCache cache;

	/**
	 * Create the service.
	 * @param api the actions
	 * @param toolCaller calls the tools of sessions
	 * @param exchange moves files
	 * @param settings where and for whom sessions are created
	 * @param sdkVersion the version of this client
	 * @param webSockets opens the WebSockets of sessions
	 * @param observationRegistry where the lives of sessions are reported
	 */
	public SessionService(AgentBayApi api, ToolCaller toolCaller, FileExchange exchange, ClientSettings settings,
			String sdkVersion, WebSockets webSockets, ObservationRegistry observationRegistry) {
		Timeouts timeouts = settings.transport().timeouts();
		this.cache = new SessionCache(observationRegistry);
		this.api = api;
		this.apiKey = settings.apiKey();
		this.parts = new SessionParts(api, toolCaller, exchange, webSockets, settings);
		this.listing = new SessionListing(api, timeouts.operation());
		this.creation = new SessionCreation(api, timeouts.operation(), settings.regionId(), sdkVersion);
		this.owner = settings.owner();
		this.deletion = new SessionDeletion(api, timeouts.operation());
		this.contextNames = new ContextNames(new ReactiveContextService(api.contexts(), settings.regionId()));
		this.lostCreations = new LostCreations(api, this.deletion);
	}

	/**
	 * Create a session.
	 * @param params what kind of session
	 * @return the session
	 */
	public Mono<ReactiveSessionResult> create(CreateSessionParams params) {
		Assert.notNull(params, "'params' must not be null");
		return this.contextNames.resolve(params).flatMap((resolved) -> {
			Outcome refusal = resolved.refusal();
			return (refusal != null) ? Mono.just(new ReactiveSessionResult(refusal, null, List.of()))
					: createResolved(resolved.params());
		}).contextWrite(RunningObservation::fromThread);
	}

	private Mono<ReactiveSessionResult> createResolved(CreateSessionParams params) {
		return Mono.deferContextual((caller) -> {
			Map<String, String> reserved = Labels.newMark(this.owner.get());
			AtomicBoolean told = new AtomicBoolean();
			return this.creation.create(params, reserved)
				.doOnError(OutcomeUnknownException.class, (ex) -> this.lostCreations.add(reserved))
				.flatMap((created) -> live(created, params, caller))
				.doOnTerminate(() -> told.set(true))
				.doOnCancel(() -> abandon(reserved, told));
		});
	}

	private Mono<ReactiveSessionResult> live(SessionCreation.Created created, CreateSessionParams params,
			ContextView caller) {
		SessionRecord session = created.session();
		if (session == null) {
			if (created.mayExist()) {
				this.lostCreations.add(created.reservedLabels());
			}
			return Mono.just(new ReactiveSessionResult(created.outcome(), null, List.of()));
		}
		ReactiveSession live = new ReactiveSession(session, params.imageId(), params.enableBrowserReplay(),
				created.reservedLabels(), this);
		live.wasCreated(Instant.now(), params.labels());
		this.cache.add(live, caller);
		return new Configuring(live, params, created.outcome()).run();
	}

	/** Nobody waits for the session any longer: nobody would end it. */
	private void abandon(Map<String, String> reserved, AtomicBoolean told) {
		if (told.get()) {
			return;
		}
		this.cache.sessions()
			.stream()
			.filter((session) -> session.isMarked(reserved))
			.findFirst()
			.ifPresentOrElse((session) -> delete(session.id(), false).subscribe(
					(deleted) -> logger.info("Creating session {} was cancelled; it has ended: {}", session.id(),
							deleted.success()),
					(ex) -> logger.warn("Creating session {} was cancelled, but it could not be ended", session.id(),
							ex)),
					() -> this.lostCreations.add(reserved));
	}

	/**
	 * Find a session.
	 * @param sessionId the session
	 * @return the session; the remembered one if this client created it
	 */
	public Mono<ReactiveSessionResult> get(String sessionId) {
		return getSession(sessionId).map((result) -> {
			SessionRecord found = result.session();
			if (found == null) {
				return new ReactiveSessionResult(result.outcome(), null, List.of());
			}
			ReactiveSession remembered = this.cache.get(sessionId);
			return new ReactiveSessionResult(result.outcome(),
					(remembered != null) ? remembered : new ReactiveSession(found, null, null, null, this), List.of());
		});
	}

	/**
	 * Read what the service knows of a session.
	 * @param sessionId the session
	 * @return the record
	 */
	public Mono<SessionRecordResult> getSession(String sessionId) {
		requireId(sessionId);
		return this.api.getSession(sessionId).map((reply) -> {
			notice(sessionId, reply.outcome());
			SessionData data = reply.data();
			if (reply.success() && data == null) {
				return new SessionRecordResult(Outcome.failure(FailureKind.SERVICE, null,
						"The service answered no record of session " + sessionId, reply.requestId()), null);
			}
			return new SessionRecordResult(reply.outcome(), (data != null) ? SessionRecord.of(sessionId, data) : null);
		});
	}

	/**
	 * Read a page of the sessions that are alive.
	 * @param labels the labels that a session must carry, empty for any
	 * @param page the page, from 1
	 * @param limit the size of a page
	 * @param status the state that a session must have, {@code null} for any
	 * @return the page
	 */
	public Mono<SessionListResult> list(Map<String, String> labels, int page, int limit,
			@Nullable SessionStatus status) {
		return this.listing.page(labels, page, limit, status);
	}

	/**
	 * Read all sessions that are alive, page by page.
	 * @param labels the labels that a session must carry, empty for any
	 * @param status the state that a session must have, {@code null} for any
	 * @return the sessions
	 */
	public Flux<SessionSummary> listAll(Map<String, String> labels, @Nullable SessionStatus status) {
		return this.listing.all(labels, status);
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
	 * @param syncContext whether to save its contexts before
	 * @return whether it has ended
	 */
	public Mono<OperationResult> delete(String sessionId, boolean syncContext) {
		requireId(sessionId);
		return this.deletion.delete(sessionId, syncContext).doOnNext((deleted) -> {
			if (deleted.ended()) {
				this.cache.remove(sessionId, SessionLife::deleted);
			}
		}).map((deleted) -> new OperationResult(deleted.outcome())).contextWrite(RunningObservation::fromThread);
	}

	/**
	 * Return the sessions that this client created and that have, as far as it knows, not
	 * ended.
	 * @return the sessions
	 */
	public Collection<ReactiveSession> cached() {
		return this.cache.sessions();
	}

	/**
	 * Stop looking for sessions whose creation went astray, and after all others.
	 */
	public void close() {
		this.lostCreations.close();
		this.cache.close();
	}

	public String apiKey() {
		return this.apiKey.reveal();
	}

	public SessionParts parts() {
		return this.parts;
	}

	public AgentBayApi api() {
		return this.api;
	}

	/** Forget a session that turned out to be gone. */
	public void notice(String sessionId, Outcome outcome) {
		if (outcome.failedWith(FailureKind.SESSION_GONE)) {
			this.cache.remove(sessionId, SessionLife::gone);
		}
	}

	/** From now on others end it. */
	public void detach(String sessionId) {
		this.cache.detach(sessionId);
	}

	/**
	 * Take up a session from its state. Sends nothing.
	 * @param state the state
	 * @return the session
	 */
	public ReactiveSession restore(SessionState state) {
		Assert.notNull(state, "'state' must not be null");
		ReactiveSession remembered = this.cache.get(state.sessionId());
		return (remembered != null) ? remembered
				: new ReactiveSession(state.toRecord(), state.imageId(), null, null, this);
	}

	private static void requireId(String sessionId) {
		Assert.hasText(sessionId, "'sessionId' must not be empty");
	}

}
