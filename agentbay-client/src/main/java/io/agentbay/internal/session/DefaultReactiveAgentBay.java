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

import java.util.Collection;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.connection.ConnectionFigures;
import io.agentbay.context.ReactiveContextService;
import io.agentbay.error.FailureKind;
import io.agentbay.error.SessionGoneException;
import io.agentbay.extension.ReactiveExtensionService;
import io.agentbay.internal.account.DefaultReactiveExtensionService;
import io.agentbay.internal.account.DefaultReactiveNetworkService;
import io.agentbay.internal.account.DefaultReactiveSkillService;
import io.agentbay.internal.account.DefaultReactiveVolumeService;
import io.agentbay.internal.api.AgentBayApi;
import io.agentbay.internal.context.DefaultReactiveContextService;
import io.agentbay.internal.device.DefaultReactiveMobileSimulateService;
import io.agentbay.internal.file.ContextUpload;
import io.agentbay.internal.file.FileExchange;
import io.agentbay.internal.http.HttpTransport;
import io.agentbay.internal.http.ReliableCaller;
import io.agentbay.internal.http.TransportSettings;
import io.agentbay.internal.observe.Awaited;
import io.agentbay.internal.observe.CallObserver;
import io.agentbay.internal.observe.Observability;
import io.agentbay.internal.settings.ClientSettings;
import io.agentbay.internal.settings.ClientVersion;
import io.agentbay.internal.tool.ToolCaller;
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

/**
 * A client, put together from its parts.
 */
public final class DefaultReactiveAgentBay implements ReactiveAgentBay {

	private final ClientSettings settings;

	private final HttpTransport transport;

	private final ContextUpload upload;

	private final SessionService sessions;

	private final ReactiveContextService contexts;

	private final ReactiveNetworkService networks;

	private final ReactiveSkillService skills;

	private final ReactiveVolumeService volumes;

	private final ReactiveMobileSimulateService mobileSimulate;

	private final CreateSessionOptions defaultSession;

	/**
	 * Create a client.
	 * @param settings what it is told before it starts
	 * @param defaultSession what kind of session is created where none is asked for
	 * @param observability who is told what it does
	 */
	public DefaultReactiveAgentBay(ClientSettings settings, CreateSessionOptions defaultSession,
			Observability observability) {
		this.settings = settings;
		this.defaultSession = defaultSession;
		TransportSettings travel = settings.transport();
		this.transport = new HttpTransport(travel);
		ReliableCaller caller = new ReliableCaller(this.transport, travel, observability.listener());
		CallObserver observer = new CallObserver(observability);
		FileExchange exchange = new FileExchange(this.transport, caller, travel);
		AgentBayApi api = new AgentBayApi(caller, observer, settings.endpoint(), settings.apiKey(),
				travel.timeouts().response());
		this.sessions = new SessionService(api, new ToolCaller(api, caller, observer, travel), exchange, settings,
				ClientVersion.version(), this.transport.webSockets(), observability);
		this.contexts = new DefaultReactiveContextService(api.contexts(), settings.regionId());
		this.networks = new DefaultReactiveNetworkService(api.account(), settings.regionId());
		this.skills = new DefaultReactiveSkillService(api.account(), settings.regionId());
		this.volumes = new DefaultReactiveVolumeService(api.account());
		this.upload = new ContextUpload(api.contexts(), exchange);
		this.mobileSimulate = new DefaultReactiveMobileSimulateService(this.contexts, this.upload);
	}

	@Override
	public Mono<ReactiveSession> create() {
		return create(this.defaultSession);
	}

	@Override
	public CreateSessionOptions defaultOptions() {
		return this.defaultSession;
	}

	@Override
	public Mono<ReactiveSession> create(CreateSessionOptions options) {
		return this.sessions.create(options);
	}

	@Override
	public Mono<ReactiveSession> get(String sessionId) {
		return this.sessions.get(sessionId);
	}

	@Override
	public Mono<ReactiveSession> find(String sessionId) {
		return Awaited.refusal(FailureKind.SESSION_GONE, this.sessions.get(sessionId))
			.onErrorResume(SessionGoneException.class, (ex) -> Mono.empty());
	}

	@Override
	public ReactiveSession restore(SessionState state) {
		return this.sessions.restore(state);
	}

	@Override
	public Mono<SessionDetails> fetchDetails(String sessionId) {
		return this.sessions.fetchDetails(sessionId);
	}

	@Override
	public Flux<SessionSummary> list(SessionQuery query) {
		return this.sessions.list(query);
	}

	@Override
	public Mono<Page<SessionSummary>> listPage(SessionQuery query) {
		return this.sessions.listPage(query);
	}

	@Override
	public Flux<OwnedSession> listOwned(String owner) {
		return this.sessions.listOwned(owner);
	}

	@Override
	public Mono<Void> delete(String sessionId, DeleteOption... options) {
		return this.sessions.delete(sessionId, options);
	}

	@Override
	public @Nullable String regionId() {
		return this.settings.regionId();
	}

	@Override
	public ReactiveContextService contexts() {
		return this.contexts;
	}

	@Override
	public ReactiveNetworkService networks() {
		return this.networks;
	}

	@Override
	public ReactiveSkillService skills() {
		return this.skills;
	}

	@Override
	public ReactiveVolumeService volumes() {
		return this.volumes;
	}

	@Override
	public ReactiveMobileSimulateService mobileSimulate() {
		return this.mobileSimulate;
	}

	@Override
	public ReactiveExtensionService newExtensions() {
		return DefaultReactiveExtensionService.withOwnContext(this.contexts, this.upload);
	}

	@Override
	public ReactiveExtensionService extensions(String contextName) {
		return DefaultReactiveExtensionService.ofContext(this.contexts, this.upload, contextName);
	}

	@Override
	public Collection<ReactiveSession> cachedSessions() {
		return this.sessions.cached();
	}

	@Override
	public ConnectionFigures connections() {
		return this.transport.figures();
	}

	@Override
	public void close() {
		this.sessions.close();
		this.transport.close();
	}

}
