package io.agentbay.session;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.agentbay.api.AgentBayApi;
import io.agentbay.api.SessionData;
import io.agentbay.context.ReactiveContextManager;
import io.agentbay.error.FailureKind;
import io.agentbay.result.OperationResult;
import io.agentbay.result.Outcome;
import io.agentbay.tool.SessionTools;
import io.agentbay.tool.ToolCall;
import io.agentbay.tool.ToolCaller;
import io.agentbay.tool.ToolChannel;
import io.agentbay.tool.ToolResult;
import io.agentbay.transport.Secret;
import io.agentbay.transport.Timeouts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Creates, finds, lists and ends sessions, and remembers those that it created and that
 * have not ended. What the doors of the client hand on to.
 */
public final class SessionService {

	private static final Logger logger = LoggerFactory.getLogger(SessionService.class);

	private final AgentBayApi api;

	private final ToolCaller toolCaller;

	private final Duration limit;

	private final SessionCreation creation;

	private final SessionListing listing;

	private final SessionDeletion deletion;

	private final boolean useDirectLink;

	private final Map<String, ReactiveSession> cache = new ConcurrentHashMap<>();

	/**
	 * Create the service.
	 * @param api the actions
	 * @param toolCaller calls the tools of sessions
	 * @param timeouts the limits
	 * @param regionId the region for new sessions, {@code null} for the service's choice
	 * @param sdkVersion the version of this client
	 * @param useDirectLink whether tools are called over the direct link
	 */
	public SessionService(AgentBayApi api, ToolCaller toolCaller, Timeouts timeouts, @Nullable String regionId,
			String sdkVersion, boolean useDirectLink) {
		this.api = api;
		this.useDirectLink = useDirectLink;
		this.toolCaller = toolCaller;
		this.limit = timeouts.operation();
		this.listing = new SessionListing(api, timeouts.operation());
		this.creation = new SessionCreation(api, timeouts.operation(), regionId, sdkVersion);
		this.deletion = new SessionDeletion(api, timeouts.operation());
	}

	/**
	 * Create a session.
	 * @param params what kind of session
	 * @return the session
	 */
	public Mono<ReactiveSessionResult> create(CreateSessionParams params) {
		Assert.notNull(params, "'params' must not be null");
		return this.creation.create(params).flatMap((created) -> {
			SessionRecord session = created.session();
			if (session == null) {
				return Mono.just(new ReactiveSessionResult(created.outcome(), null, List.of()));
			}
			ReactiveSession live = new ReactiveSession(session, params.imageId(), created.reservedLabels(), this);
			this.cache.put(live.id(), live);
			return new ContextLoading(live.context(), params.contextSyncs()).await()
				.map((warnings) -> new ReactiveSessionResult(created.outcome(), live, warnings));
		});
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
					(remembered != null) ? remembered : new ReactiveSession(found, null, null, this), List.of());
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
	 * End a session.
	 * @param sessionId the session
	 * @param syncContext whether to save its contexts before
	 * @return whether it has ended
	 */
	public Mono<OperationResult> delete(String sessionId, boolean syncContext) {
		requireId(sessionId);
		return this.deletion.delete(sessionId, syncContext).doOnNext((deleted) -> {
			if (deleted.ended()) {
				this.cache.remove(sessionId);
			}
		}).map((deleted) -> new OperationResult(deleted.outcome()));
	}

	/**
	 * Return the sessions that this client created and that have, as far as it knows, not
	 * ended.
	 * @return the sessions
	 */
	public Collection<ReactiveSession> cached() {
		return List.copyOf(this.cache.values());
	}

	AgentBayApi api() {
		return this.api;
	}

	/** Forget a session that turned out to be gone. */
	void notice(String sessionId, Outcome outcome) {
		if (outcome.failedWith(FailureKind.SESSION_GONE)) {
			this.cache.remove(sessionId);
		}
	}

	ReactiveContextManager contextsOf(String sessionId) {
		return new ReactiveContextManager(this.api.contexts(), sessionId, this.limit);
	}

	SessionTools toolsOf(SessionRecord session) {
		String token = session.token();
		ToolChannel channel = new ToolChannel(session.sessionId(), this.useDirectLink ? directLink(session) : null,
				(token != null) ? Secret.of(token) : null, session.tools());
		return new SessionTools() {

			@Override
			public Mono<ToolResult> call(ToolCall call) {
				return SessionService.this.toolCaller.call(channel, call)
					.doOnNext((result) -> notice(session.sessionId(), result.outcome()));
			}

			@Override
			public boolean isDirect(String tool) {
				return channel.isDirect(tool);
			}

		};
	}

	/**
	 * A link that cannot be used must not lose the session: its tools go through the
	 * gateway.
	 */
	private static @Nullable URI directLink(SessionRecord session) {
		String link = session.linkUrl();
		try {
			return (link != null) ? URI.create(link) : null;
		}
		catch (IllegalArgumentException ex) {
			logger.warn("The direct link of session {} is not a valid address and is not used", session.sessionId());
			return null;
		}
	}

	private static void requireId(String sessionId) {
		Assert.hasText(sessionId, "'sessionId' must not be empty");
	}

}
