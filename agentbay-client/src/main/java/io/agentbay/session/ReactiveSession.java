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

package io.agentbay.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.agentbay.agent.ReactiveAgent;
import io.agentbay.browser.ReactiveBrowser;
import io.agentbay.channel.ReactiveChannel;
import io.agentbay.code.ReactiveCode;
import io.agentbay.command.ReactiveCommand;
import io.agentbay.computer.ReactiveComputer;
import io.agentbay.context.ReactiveContextManager;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.filesystem.ReactiveFileSystem;
import io.agentbay.git.ReactiveGit;
import io.agentbay.internal.api.AgentBayApi;
import io.agentbay.internal.api.ApiReply;
import io.agentbay.internal.api.ResourceData;
import io.agentbay.internal.session.Labels;
import io.agentbay.internal.session.SessionParts;
import io.agentbay.internal.session.SessionRecord;
import io.agentbay.internal.session.SessionService;
import io.agentbay.internal.session.Transition;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.mobile.ReactiveMobile;
import io.agentbay.oss.ReactiveOss;
import io.agentbay.result.OperationResult;
import io.agentbay.result.Outcome;
import io.agentbay.tool.McpTool;
import io.agentbay.tool.ToolCall;
import io.agentbay.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * A session: a computer that was rented until it is deleted or not used for its idle
 * release time. Safe for use by several threads.
 */
public final class ReactiveSession {

	private static final String DEFAULT_IMAGE = "linux_latest";

	private static final int FIRST_OPEN_PORT = 30100;

	private static final int LAST_OPEN_PORT = 30199;

	private final SessionRecord session;

	private final @Nullable String imageId;

	private final SessionService service;

	private final SessionTools tools;

	private final ReactiveChannel channel;

	private final ReactiveCommand command;

	private final ReactiveCode code;

	private final ReactiveFileSystem fileSystem;

	private final ReactiveContextManager context;

	private final ReactiveGit git;

	private final ReactiveOss oss;

	private final ReactiveAgent agent;

	private final ReactiveBrowser browser;

	private final ReactiveComputer computer;

	private final ReactiveMobile mobile;

	/**
	 * The client's own labels of this session, {@code null} as long as they are not
	 * known.
	 */
	private volatile @Nullable Map<String, String> reservedLabels;

	private volatile @Nullable Map<String, String> labels;

	private volatile @Nullable Instant createdAt;

	private volatile boolean ended;

	/**
	 * Create a session of the client.
	 * @param session what the service told of it
	 * @param imageId its image, or {@code null} if not known
	 * @param browserReplay whether its browser is recorded, {@code null} for the default
	 * @param reservedLabels its labels for the client itself, {@code null} if not known
	 * @param service the sessions of the client
	 */
	public ReactiveSession(SessionRecord session, @Nullable String imageId, @Nullable Boolean browserReplay,
			@Nullable Map<String, String> reservedLabels, SessionService service) {
		this.session = session;
		this.imageId = imageId;
		this.reservedLabels = reservedLabels;
		this.service = service;
		SessionParts parts = service.parts();
		this.tools = parts.toolsOf(session, this::notice);
		this.channel = parts.channelOf(session, this::notice);
		this.command = new ReactiveCommand(this.tools);
		this.code = new ReactiveCode(this.tools, this.channel);
		this.fileSystem = new ReactiveFileSystem(this.tools, parts.transfersOf(session.sessionId()), this.channel);
		this.context = parts.contextsOf(session.sessionId());
		this.git = new ReactiveGit(this.command);
		this.oss = new ReactiveOss(this.tools);
		this.browser = parts.browserOf(session.sessionId(), this.tools, browserReplay, this.channel);
		this.agent = new ReactiveAgent(this.tools, this.channel,
				Mono.defer(this.browser::initialize).map((initialized) -> new OperationResult(initialized.outcome())));
		this.computer = new ReactiveComputer(this.tools);
		this.mobile = new ReactiveMobile(this.tools, this.command, service.api(), session.sessionId());
	}

	/**
	 * Return the id of the session.
	 * @return the id
	 */
	public String id() {
		return this.session.sessionId();
	}

	/**
	 * Return the image that the session was created from.
	 * @return the image, {@code null} if the session was not created by this client or
	 * from the default image
	 */
	public @Nullable String imageId() {
		return this.imageId;
	}

	/**
	 * Return when this client created the session.
	 * @return when the session was there, {@code null} if another client created it
	 */
	public @Nullable Instant createdAt() {
		return this.createdAt;
	}

	/**
	 * Return the labels of the session as far as they are known without asking the
	 * service: as they were when this object created the session, or last read or set
	 * them.
	 * @return the labels, {@code null} if they are not known
	 */
	public @Nullable Map<String, String> knownLabels() {
		return this.labels;
	}

	/**
	 * Return whether the session is known to have ended: it was deleted by this client,
	 * or a call of this object was answered so. Sends nothing; to be sure, ask for its
	 * {@link #getStatus() status}.
	 * @return whether it is known to have ended
	 */
	public boolean isKnownToHaveEnded() {
		return this.ended;
	}

	/**
	 * Return what the service told of the session when it was created or found.
	 * @return the record
	 */
	public SessionRecord record() {
		return this.session;
	}

	/**
	 * Return the WebSocket of the session, for what no feature offers.
	 * @return the channel, which opens itself when it is used
	 */
	public ReactiveChannel channel() {
		return this.channel;
	}

	/**
	 * Return the feature that runs commands.
	 * @return the feature
	 */
	public ReactiveCommand command() {
		return this.command;
	}

	/**
	 * Return the feature that runs code in an interpreter.
	 * @return the feature
	 */
	public ReactiveCode code() {
		return this.code;
	}

	/**
	 * Return the feature for the files of the session.
	 * @return the feature
	 */
	public ReactiveFileSystem fileSystem() {
		return this.fileSystem;
	}

	/**
	 * Return the feature for the contexts of the session.
	 * @return the feature
	 */
	public ReactiveContextManager context() {
		return this.context;
	}

	/**
	 * Return the feature for git repositories in the session.
	 * @return the feature
	 */
	public ReactiveGit git() {
		return this.git;
	}

	/**
	 * Return the feature for object storage.
	 * @return the feature
	 */
	public ReactiveOss oss() {
		return this.oss;
	}

	/**
	 * Return the agents that do tasks in the session by themselves.
	 * @return the agents
	 */
	public ReactiveAgent agent() {
		return this.agent;
	}

	/**
	 * Return the browser of the session.
	 * @return the browser
	 */
	public ReactiveBrowser browser() {
		return this.browser;
	}

	/**
	 * Return the feature for the desktop of the session.
	 * @return the feature
	 */
	public ReactiveComputer computer() {
		return this.computer;
	}

	/**
	 * Return the feature for the phone of the session.
	 * @return the feature
	 */
	public ReactiveMobile mobile() {
		return this.mobile;
	}

	/**
	 * Return the key with which the session was created or found, in clear. For handing
	 * it to another client; keep it out of logs.
	 * @return the key
	 */
	public String apiKey() {
		return this.service.apiKey();
	}

	/**
	 * Return the feature for the files of the session: a short name of
	 * {@link #fileSystem()}.
	 * @return the feature
	 */
	public ReactiveFileSystem fs() {
		return this.fileSystem;
	}

	/**
	 * Return the feature for the files of the session: another name of
	 * {@link #fileSystem()}.
	 * @return the feature
	 */
	public ReactiveFileSystem files() {
		return this.fileSystem;
	}

	/**
	 * Tell how to watch the session: action {@code GetMcpResource}.
	 * @return the information
	 */
	public Mono<SessionInfoResult> info() {
		return noticed(api().getMcpResource(id())).map((reply) -> {
			ResourceData data = reply.data();
			return new SessionInfoResult(reply.outcome(), (data != null) ? info(data) : null);
		});
	}

	private SessionInfo info(ResourceData data) {
		ResourceData.DesktopInfo desktop = Objects.requireNonNullElseGet(data.desktopInfo(),
				() -> new ResourceData.DesktopInfo(null, null, null, null, null, null));
		return new SessionInfo(id(), data.resourceUrl(), desktop.appId(), desktop.authCode(),
				desktop.connectionProperties(), desktop.resourceId(), desktop.resourceType(), desktop.ticket());
	}

	/**
	 * Tell the state of the session: action {@code GetSessionDetail}. A session that has
	 * ended is a failure of kind {@link FailureKind#SESSION_GONE}.
	 * @return the state
	 */
	public Mono<SessionStatusResult> getStatus() {
		return noticed(api().getSessionDetail(id())).map((reply) -> new SessionStatusResult(reply.outcome(),
				(reply.data() != null) ? SessionStatus.of(reply.data().status()) : null));
	}

	/**
	 * Restart the idle time of the session, so that it is not released: action
	 * {@code RefreshSessionIdleTime}.
	 * @return whether the service did
	 */
	public Mono<OperationResult> keepAlive() {
		return noticed(api().refreshSessionIdleTime(id())).map((reply) -> new OperationResult(reply.outcome()));
	}

	/**
	 * Replace the labels of the session: action {@code SetLabel}. The labels by which
	 * this client finds its sessions stay.
	 * @param labels the new labels: at least one; no name and no value may be blank, and
	 * names that begin with {@code agentbay-} are reserved
	 * @return whether the service did
	 * @throws IllegalArgumentException if a label is not usable
	 */
	public Mono<OperationResult> setLabels(Map<String, String> labels) {
		Labels.checkNotEmpty(labels);
		return reservedLabels().flatMap((reply) -> {
			Map<String, String> reserved = reply.data();
			if (reserved == null) {
				return Mono.just(new OperationResult(reply.outcome()));
			}
			return noticed(api().setLabel(id(), Labels.merged(labels, reserved))).map((answer) -> {
				if (answer.success()) {
					this.labels = Map.copyOf(labels);
				}
				return new OperationResult(answer.outcome());
			});
		});
	}

	/**
	 * Let the session outlive this client: actions {@code GetLabel} and {@code SetLabel},
	 * neither if it has no owner. The session loses the labels that tell whose it is, so
	 * that no {@link io.agentbay.ownership.SessionReaper} ends it, and the client forgets
	 * it, so that it is not ended when the application stops. From then on it has to be
	 * ended by whoever knows its id; if nobody does, the service releases it when it is
	 * no longer used.
	 * @return whether nobody ends the session any more on behalf of its owner
	 */
	public Mono<OperationResult> detach() {
		return withoutOwner().doOnNext((result) -> {
			if (result.success()) {
				this.service.detach(id());
			}
		});
	}

	private Mono<OperationResult> withoutOwner() {
		Map<String, String> reserved = this.reservedLabels;
		if (reserved != null && !Labels.tellOwner(reserved)) {
			return Mono.just(new OperationResult(Outcome.success(null)));
		}
		return allLabels().flatMap((reply) -> {
			Map<String, String> all = reply.data();
			if (all == null || !Labels.tellOwner(all)) {
				return Mono.just(new OperationResult(reply.outcome()));
			}
			Map<String, String> kept = Labels.withoutOwner(all);
			return noticed(api().setLabel(id(), kept)).map((answer) -> {
				if (answer.success()) {
					this.reservedLabels = Labels.reservedOf(kept);
				}
				return new OperationResult(answer.outcome());
			});
		});
	}

	/**
	 * Remember that the session was created by this client.
	 * @param createdAt when
	 * @param labels its labels
	 */
	public void wasCreated(Instant createdAt, Map<String, String> labels) {
		this.createdAt = createdAt;
		this.labels = labels;
	}

	/**
	 * Return whether it carries these labels, as far as is known without asking.
	 * @param reserved the labels
	 * @return whether it does
	 */
	public boolean isMarked(Map<String, String> reserved) {
		return reserved.equals(this.reservedLabels);
	}

	private Mono<ApiReply<Map<String, String>>> reservedLabels() {
		Map<String, String> known = this.reservedLabels;
		return (known != null) ? Mono.just(new ApiReply<>(Outcome.success(null), known))
				: allLabels().map((reply) -> new ApiReply<>(reply.outcome(), this.reservedLabels));
	}

	private Mono<ApiReply<Map<String, String>>> allLabels() {
		return noticed(api().getLabel(id())).doOnNext((reply) -> {
			if (reply.data() != null) {
				this.reservedLabels = Labels.reservedOf(reply.data());
				this.labels = Map.copyOf(Labels.withoutReserved(reply.data()));
			}
		});
	}

	/**
	 * Return the labels of the session: action {@code GetLabel}.
	 * @return the labels, without those of the client
	 */
	public Mono<LabelsResult> getLabels() {
		return allLabels().map((reply) -> new LabelsResult(reply.outcome(),
				(reply.data() != null) ? Labels.withoutReserved(reply.data()) : Map.of()));
	}

	/**
	 * Return the address of the browser of the session: action {@code GetLink}. Only
	 * browser images have one.
	 * @return the address
	 */
	public Mono<LinkResult> getLink() {
		return getLink(null, null, null);
	}

	/**
	 * Return the address of a port of the session: action {@code GetLink}.
	 * @param protocol the protocol of the address, {@code https} or {@code wss};
	 * {@code null} for the service's choice
	 * @param port the port that a program in the session listens on, 30100 to 30199;
	 * {@code null} for the browser's
	 * @param option an option of the protocol, {@code null} for none
	 * @return the address
	 * @throws IllegalArgumentException if the port is outside the open range
	 */
	public Mono<LinkResult> getLink(@Nullable String protocol, @Nullable Integer port, @Nullable String option) {
		Assert.isTrue(protocol == null || !protocol.isBlank(), "'protocol' must not be blank; pass null for none");
		Assert.isTrue(port == null || (port >= FIRST_OPEN_PORT && port <= LAST_OPEN_PORT),
				() -> "'port' must be between %d and %d, but is %d".formatted(FIRST_OPEN_PORT, LAST_OPEN_PORT, port));
		Assert.isTrue(option == null || !option.isBlank(), "'option' must not be blank; pass null for none");
		return noticed(api().getLink(id(), protocol, port, option)).map((reply) -> {
			boolean missing = reply.success() && reply.data() == null;
			return missing ? new LinkResult(
					Outcome.failure(FailureKind.SERVICE, null, "The service answered no address", reply.requestId()),
					null) : new LinkResult(reply.outcome(), reply.data());
		});
	}

	/**
	 * Return the address of a port of the session, and do not wait for it: action
	 * {@code GetLink}.
	 * @param protocol the protocol of the address, {@code https} or {@code wss};
	 * {@code null} for the service's choice
	 * @param port the port that a program in the session listens on, 30100 to 30199;
	 * {@code null} for the browser's
	 * @param option an option of the protocol, {@code null} for none
	 * @return the address, when it arrives
	 * @throws IllegalArgumentException if the port is outside the open range
	 */
	public Mono<LinkResult> getLinkAsync(@Nullable String protocol, @Nullable Integer port, @Nullable String option) {
		return getLink(protocol, port, option);
	}

	/**
	 * Return all that is needed to take up the session in another process. Sends nothing.
	 * @return the state, which holds the session's token
	 */
	public SessionState dumpState() {
		return SessionState.of(this.session, this.imageId);
	}

	/**
	 * List the tools of the session's image: action {@code ListMcpTools}.
	 * @return the tools
	 */
	public Mono<McpToolListResult> listMcpTools() {
		return listMcpTools(Objects.requireNonNullElse(this.imageId, DEFAULT_IMAGE));
	}

	/**
	 * List the tools of an image: action {@code ListMcpTools}.
	 * @param imageId the image
	 * @return the tools
	 * @throws IllegalArgumentException if the image is blank
	 */
	public Mono<McpToolListResult> listMcpTools(String imageId) {
		Assert.hasText(imageId, "'imageId' must not be empty");
		return api().listMcpTools(imageId)
			.map((reply) -> new McpToolListResult(reply.outcome(),
					reply.success() ? McpTool.listFrom(reply.data()) : List.of()));
	}

	/**
	 * Tell what the session uses of its computer: tool {@code get_metrics}.
	 * @return the figures
	 */
	public Mono<SessionMetricsResult> getMetrics() {
		return this.tools.call("get_metrics", Map.of()).map(SessionMetrics::read);
	}

	/**
	 * Return the server that runs a tool, as the session announced it. Sends nothing.
	 * @param tool the tool
	 * @return the server, {@code null} if the session did not announce the tool
	 */
	public @Nullable String findServerForTool(String tool) {
		Assert.hasText(tool, "'tool' must not be empty");
		for (McpTool candidate : this.session.tools()) {
			if (candidate.name().equals(tool) && !candidate.server().isEmpty()) {
				return candidate.server();
			}
		}
		return null;
	}

	/**
	 * Call a tool by name with the client's time-outs, over the direct link or by action
	 * {@code CallMcpTool}.
	 * @param tool the name of the tool
	 * @param arguments its arguments, as its schema wants them
	 * @return what it answered
	 * @throws IllegalArgumentException if the name is blank or the arguments are
	 * {@code null}
	 */
	public Mono<ToolResult> callMcpTool(String tool, Map<String, ? extends @Nullable Object> arguments) {
		return callMcpTool(ToolCall.of(tool, arguments));
	}

	/**
	 * Call a tool, over the direct link or by action {@code CallMcpTool}. It is called at
	 * most once.
	 * @param call the tool, its arguments and time-outs
	 * @return what it answered
	 */
	public Mono<ToolResult> callMcpTool(ToolCall call) {
		Assert.notNull(call, "'call' must not be null");
		return this.tools.call(call);
	}

	/**
	 * Put the session to sleep and wait until it sleeps, for at most ten minutes: action
	 * {@code PauseSessionAsync}. Its processes stand still and its memory is kept; its
	 * tools are refused until it is resumed.
	 * @return the state that it reached
	 */
	public Mono<SessionStatusResult> pause() {
		return pause(Transition.DEFAULT_TIMEOUT, Transition.DEFAULT_POLL_INTERVAL);
	}

	/**
	 * Put the session to sleep and wait until it sleeps: action
	 * {@code PauseSessionAsync}.
	 * @param timeout the longest time to wait
	 * @param pollInterval the longest pause between two looks at the state
	 * @return the state that it reached; a failure of kind {@link FailureKind#TIMEOUT} if
	 * it does not sleep in time
	 * @throws IllegalArgumentException if a time is not positive
	 */
	public Mono<SessionStatusResult> pause(Duration timeout, Duration pollInterval) {
		return Transition.PAUSE.run(api(), id(), timeout, pollInterval);
	}

	/**
	 * Begin to put the session to sleep, and do not wait: action
	 * {@code PauseSessionAsync}.
	 * @return whether the service began
	 */
	public Mono<OperationResult> pauseAsync() {
		return Transition.PAUSE.begin(api(), id());
	}

	/**
	 * Wake the session and wait until it runs, for at most ten minutes: action
	 * {@code ResumeSessionAsync}.
	 * @return the state that it reached
	 */
	public Mono<SessionStatusResult> resume() {
		return resume(Transition.DEFAULT_TIMEOUT, Transition.DEFAULT_POLL_INTERVAL);
	}

	/**
	 * Wake the session and wait until it runs: action {@code ResumeSessionAsync}.
	 * @param timeout the longest time to wait
	 * @param pollInterval the longest pause between two looks at the state
	 * @return the state that it reached; a failure of kind {@link FailureKind#TIMEOUT} if
	 * it does not run in time
	 * @throws IllegalArgumentException if a time is not positive
	 */
	public Mono<SessionStatusResult> resume(Duration timeout, Duration pollInterval) {
		return Transition.RESUME.run(api(), id(), timeout, pollInterval);
	}

	/**
	 * Begin to wake the session, and do not wait: action {@code ResumeSessionAsync}.
	 * @return whether the service began
	 */
	public Mono<OperationResult> resumeAsync() {
		return Transition.RESUME.begin(api(), id());
	}

	/**
	 * Put the session to sleep and wait until it sleeps: the name that other SDKs have
	 * for {@link #pause(Duration, Duration)}.
	 * @param timeout the longest time to wait
	 * @param pollInterval the longest pause between two looks at the state
	 * @return the state that it reached
	 * @throws IllegalArgumentException if a time is not positive
	 */
	public Mono<SessionStatusResult> betaPause(Duration timeout, Duration pollInterval) {
		return pause(timeout, pollInterval);
	}

	/**
	 * Wake the session and wait until it runs: the name that other SDKs have for
	 * {@link #resume(Duration, Duration)}.
	 * @param timeout the longest time to wait
	 * @param pollInterval the longest pause between two looks at the state
	 * @return the state that it reached
	 * @throws IllegalArgumentException if a time is not positive
	 */
	public Mono<SessionStatusResult> betaResume(Duration timeout, Duration pollInterval) {
		return resume(timeout, pollInterval);
	}

	/**
	 * End the session and wait until it has ended: action {@code DeleteSessionAsync}.
	 * Ending a session that has ended already is a success.
	 * @return whether it has ended
	 */
	public Mono<OperationResult> delete() {
		return delete(false);
	}

	/**
	 * End the session and wait until it has ended: action {@code DeleteSessionAsync}.
	 * @param syncContext whether to save the contexts of the session before. If that
	 * fails the session is ended all the same, and the result is a failure that says so
	 * @return whether it has ended, and its contexts were saved if asked for
	 */
	public Mono<OperationResult> delete(boolean syncContext) {
		return this.service.delete(id(), syncContext).doOnNext((result) -> {
			if (result.success()) {
				hasEnded();
			}
		});
	}

	/** Close what is open. */
	public void hasEnded() {
		this.ended = true;
		this.channel.end(ServiceException.of(FailureKind.SESSION_GONE, null, "The session has ended", null));
	}

	private AgentBayApi api() {
		return this.service.api();
	}

	private <T> Mono<ApiReply<T>> noticed(Mono<ApiReply<T>> call) {
		return call.doOnNext((reply) -> notice(reply.outcome()));
	}

	private void notice(Outcome outcome) {
		if (outcome.failedWith(FailureKind.SESSION_GONE)) {
			hasEnded();
		}
		this.service.notice(id(), outcome);
	}

	@Override
	public String toString() {
		return "ReactiveSession[" + id() + "]";
	}

}
