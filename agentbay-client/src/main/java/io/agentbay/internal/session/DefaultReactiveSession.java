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

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.agentbay.agent.ReactiveAgent;
import io.agentbay.browser.ReactiveBrowser;
import io.agentbay.channel.ReactiveChannel;
import io.agentbay.code.ReactiveCode;
import io.agentbay.command.ReactiveCommand;
import io.agentbay.computer.ReactiveComputer;
import io.agentbay.context.ReactiveContextManager;
import io.agentbay.environment.ReactiveEnvironment;
import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.filesystem.ReactiveFileSystem;
import io.agentbay.git.ReactiveGit;
import io.agentbay.internal.answer.Outcome;
import io.agentbay.internal.api.AgentBayApi;
import io.agentbay.internal.api.ApiReply;
import io.agentbay.internal.api.ResourceData;
import io.agentbay.internal.device.KeyNames;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.internal.tool.ToolReply;
import io.agentbay.mobile.ReactiveMobile;
import io.agentbay.oss.ReactiveOss;
import io.agentbay.session.DeleteOption;
import io.agentbay.session.LinkOptions;
import io.agentbay.session.ReactiveSession;
import io.agentbay.session.SessionDetails;
import io.agentbay.session.SessionInfo;
import io.agentbay.session.SessionMetrics;
import io.agentbay.session.SessionState;
import io.agentbay.session.SessionStatus;
import io.agentbay.session.WaitOptions;
import io.agentbay.terminal.ReactiveTerminals;
import io.agentbay.tool.McpTool;
import io.agentbay.tool.ToolCall;
import io.agentbay.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * A session of a client.
 */
final class DefaultReactiveSession implements ReactiveSession {

	private static final String DEFAULT_IMAGE = "linux_latest";

	private final SessionDetails details;

	private final @Nullable String imageId;

	private final SessionService service;

	private final SessionLabels labels;

	private final Features features;

	private volatile IdleTime idleTime = new IdleTime(null, null);

	private volatile @Nullable Instant createdAt;

	private volatile List<String> warnings = List.of();

	private volatile boolean ended;

	DefaultReactiveSession(SessionDetails details, @Nullable String imageId, @Nullable Boolean browserReplay,
			@Nullable Map<String, String> reservedLabels, SessionService service) {
		this.details = details;
		this.imageId = imageId;
		this.service = service;
		this.labels = new SessionLabels(service.api(), details.sessionId(), this::notice, reservedLabels);
		this.features = service.parts().featuresOf(details, browserReplay, this::notice);
	}

	void wasCreated(Instant createdAt, Map<String, String> labels, IdleTime idleTime) {
		this.createdAt = createdAt;
		this.idleTime = idleTime;
		this.labels.wereSet(labels);
	}

	void warn(List<String> warnings) {
		this.warnings = List.copyOf(warnings);
	}

	boolean isMarked(Map<String, String> reserved) {
		return this.labels.isMarked(reserved);
	}

	IdleTime idleTime() {
		return this.idleTime;
	}

	/** Close what is open. */
	void end() {
		this.ended = true;
		this.features.channel()
			.end(() -> ServiceException.of(FailureKind.SESSION_GONE, null, "The session has ended",
					new CallDetails(null, id(), null)));
	}

	@Override
	public String id() {
		return this.details.sessionId();
	}

	@Override
	public @Nullable String imageId() {
		return this.imageId;
	}

	@Override
	public @Nullable Instant createdAt() {
		return this.createdAt;
	}

	@Override
	public List<String> warnings() {
		return this.warnings;
	}

	@Override
	public @Nullable Map<String, String> knownLabels() {
		return this.labels.known();
	}

	@Override
	public boolean isKnownToHaveEnded() {
		return this.ended;
	}

	@Override
	public SessionDetails details() {
		return this.details;
	}

	@Override
	public SessionState state() {
		return SessionState.builder(id())
			.imageId(this.imageId)
			.resourceUrl(this.details.resourceUrl())
			.appInstanceId(this.details.appInstanceId())
			.linkUrl(this.details.linkUrl())
			.token(this.details.token())
			.wsUrl(this.details.wsUrl())
			.tools(this.details.tools())
			.build();
	}

	@Override
	public ReactiveCommand command() {
		return this.features.command();
	}

	@Override
	public ReactiveCode code() {
		return this.features.code();
	}

	@Override
	public ReactiveFileSystem fileSystem() {
		return this.features.fileSystem();
	}

	@Override
	public ReactiveContextManager context() {
		return this.features.context();
	}

	@Override
	public ReactiveGit git() {
		return this.features.git();
	}

	@Override
	public ReactiveOss oss() {
		return this.features.oss();
	}

	@Override
	public ReactiveAgent agent() {
		return this.features.agent();
	}

	@Override
	public ReactiveBrowser browser() {
		return this.features.browser();
	}

	@Override
	public ReactiveComputer computer() {
		return this.features.computer();
	}

	@Override
	public ReactiveMobile mobile() {
		return this.features.mobile();
	}

	@Override
	public ReactiveTerminals terminals() {
		return this.features.terminals();
	}

	@Override
	public ReactiveEnvironment environment() {
		return this.features.environment();
	}

	@Override
	public ReactiveChannel channel() {
		return this.features.channel();
	}

	@Override
	public Mono<SessionStatus> fetchStatus() {
		return noticed(api().getSessionDetail(id()))
			.map((reply) -> SessionStatus.of((reply.data() != null) ? reply.data().status() : null));
	}

	@Override
	public Mono<SessionInfo> fetchInfo() {
		return noticed(api().getMcpResource(id())).map((reply) -> info(reply.required("no information")));
	}

	private SessionInfo info(ResourceData data) {
		ResourceData.DesktopInfo desktop = Objects.requireNonNullElseGet(data.desktopInfo(),
				() -> new ResourceData.DesktopInfo(null, null, null, null, null, null));
		return SessionInfo.builder(id())
			.resourceUrl(data.resourceUrl())
			.appId(desktop.appId())
			.authCode(desktop.authCode())
			.connectionProperties(desktop.connectionProperties())
			.resourceId(desktop.resourceId())
			.resourceType(desktop.resourceType())
			.ticket(desktop.ticket())
			.build();
	}

	@Override
	public Mono<Map<String, String>> fetchLabels() {
		return this.labels.fetch();
	}

	@Override
	public Mono<SessionMetrics> fetchMetrics() {
		return tools().require("get_metrics", Map.of()).map(Metrics::read);
	}

	@Override
	public Mono<Void> setLabels(Map<String, String> labels) {
		return this.labels.set(labels);
	}

	@Override
	public Mono<Void> keepAlive() {
		return noticed(api().refreshSessionIdleTime(id())).then();
	}

	@Override
	public Mono<Void> detach() {
		return this.labels.withoutOwner().doOnSuccess((nothing) -> this.service.detach(id()));
	}

	@Override
	public Mono<URI> createLink(LinkOptions options) {
		Assert.notNull(options, "'options' must not be null");
		return noticed(api().getLink(id(), options.protocol(), options.port(), options.option()))
			.map((reply) -> reply.address(reply.required("no address")));
	}

	@Override
	public Mono<Void> pause(WaitOptions options) {
		return Transition.PAUSE.run(api(), id(), options);
	}

	@Override
	public Mono<Void> requestPause() {
		return Transition.PAUSE.begin(api(), id()).then();
	}

	@Override
	public Mono<Void> resume(WaitOptions options) {
		return Transition.RESUME.run(api(), id(), options);
	}

	@Override
	public Mono<Void> requestResume() {
		return Transition.RESUME.begin(api(), id()).then();
	}

	@Override
	public Flux<McpTool> listTools() {
		return listTools(Objects.requireNonNullElse(this.imageId, DEFAULT_IMAGE));
	}

	@Override
	public Flux<McpTool> listTools(String imageId) {
		Assert.hasText(imageId, "'imageId' must not be empty");
		return api().listMcpTools(imageId).flatMapIterable((reply) -> McpTool.listFrom(reply.orElseThrow().data()));
	}

	@Override
	public Optional<String> findServer(String tool) {
		Assert.hasText(tool, "'tool' must not be empty");
		return this.details.tools()
			.stream()
			.filter((candidate) -> candidate.name().equals(tool) && !candidate.server().isEmpty())
			.map(McpTool::server)
			.findFirst();
	}

	@Override
	public Mono<ToolResult> callTool(ToolCall call) {
		Assert.notNull(call, "'call' must not be null");
		// The only door through which keys come that the desktop has not named.
		return tools().answer(KeyNames.normalized(call)).map(DefaultReactiveSession::result);
	}

	private static ToolResult result(ToolReply reply) {
		CallDetails details = reply.outcome().details();
		return reply.success() ? ToolResult.of(reply.text(), details)
				: ToolResult.ofError(String.valueOf(reply.errorMessage()), details);
	}

	@Override
	public Mono<Void> delete(DeleteOption... options) {
		return this.service.delete(id(), options);
	}

	@Override
	public Mono<Void> close() {
		return Mono.defer(() -> this.ended ? Mono.empty() : delete());
	}

	private AgentBayApi api() {
		return this.service.api();
	}

	SessionTools tools() {
		return this.features.tools();
	}

	private <T> Mono<ApiReply<T>> noticed(Mono<ApiReply<T>> call) {
		return call.doOnNext((reply) -> notice(reply.outcome())).map(ApiReply::orElseThrow);
	}

	private void notice(Outcome outcome) {
		this.idleTime.wasUsed();
		this.service.notice(this, outcome);
	}

	@Override
	public String toString() {
		return "Session[" + id() + "]";
	}

}
