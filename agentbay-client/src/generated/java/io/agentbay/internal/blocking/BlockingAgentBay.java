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

package io.agentbay.internal.blocking;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

import io.agentbay.AgentBay;
import io.agentbay.ReactiveAgentBay;
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
 * Waits for a {@link ReactiveAgentBay}.
 */
public final class BlockingAgentBay implements AgentBay {

	private final ReactiveAgentBay reactive;

	private final Memo<ContextService> contexts = new Memo<>();

	private final Memo<NetworkService> networks = new Memo<>();

	private final Memo<SkillService> skills = new Memo<>();

	private final Memo<VolumeService> volumes = new Memo<>();

	private final Memo<MobileSimulateService> mobileSimulate = new Memo<>();

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingAgentBay(ReactiveAgentBay reactive) {
		this.reactive = reactive;
	}

	@Override
	public Session create() {
		return new BlockingSession(Blocking.await(this.reactive.create()));
	}

	@Override
	public CreateSessionOptions defaultOptions() {
		return this.reactive.defaultOptions();
	}

	@Override
	public Session create(CreateSessionOptions options) {
		return new BlockingSession(Blocking.await(this.reactive.create(options)));
	}

	@Override
	public Session get(String sessionId) {
		return new BlockingSession(Blocking.await(this.reactive.get(sessionId)));
	}

	@Override
	public Optional<Session> find(String sessionId) {
		return Blocking.find(this.reactive.find(sessionId)).map(BlockingSession::new);
	}

	@Override
	public Session restore(SessionState state) {
		return new BlockingSession(this.reactive.restore(state));
	}

	@Override
	public SessionDetails fetchDetails(String sessionId) {
		return Blocking.await(this.reactive.fetchDetails(sessionId));
	}

	@Override
	public Stream<SessionSummary> list(SessionQuery query) {
		return Blocking.pages(this.reactive.list(query));
	}

	@Override
	public Page<SessionSummary> listPage(SessionQuery query) {
		return Blocking.await(this.reactive.listPage(query));
	}

	@Override
	public Stream<OwnedSession> listOwned(String owner) {
		return Blocking.pages(this.reactive.listOwned(owner));
	}

	@Override
	public void delete(String sessionId, DeleteOption... options) {
		Blocking.run(this.reactive.delete(sessionId, options));
	}

	@Override
	public @Nullable String regionId() {
		return this.reactive.regionId();
	}

	@Override
	public ContextService contexts() {
		return this.contexts.get(() -> new BlockingContextService(this.reactive.contexts()));
	}

	@Override
	public NetworkService networks() {
		return this.networks.get(() -> new BlockingNetworkService(this.reactive.networks()));
	}

	@Override
	public SkillService skills() {
		return this.skills.get(() -> new BlockingSkillService(this.reactive.skills()));
	}

	@Override
	public VolumeService volumes() {
		return this.volumes.get(() -> new BlockingVolumeService(this.reactive.volumes()));
	}

	@Override
	public MobileSimulateService mobileSimulate() {
		return this.mobileSimulate.get(() -> new BlockingMobileSimulateService(this.reactive.mobileSimulate()));
	}

	@Override
	public ExtensionService newExtensions() {
		return new BlockingExtensionService(this.reactive.newExtensions());
	}

	@Override
	public ExtensionService extensions(String contextName) {
		return new BlockingExtensionService(this.reactive.extensions(contextName));
	}

	@Override
	public Collection<Session> cachedSessions() {
		return this.reactive.cachedSessions().stream().<Session>map(BlockingSession::new).toList();
	}

	@Override
	public ConnectionFigures connections() {
		return this.reactive.connections();
	}

	@Override
	public void close() {
		this.reactive.close();
	}

	@Override
	public ReactiveAgentBay reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingAgentBay that && this.reactive.equals(that.reactive);
	}

	@Override
	public int hashCode() {
		return this.reactive.hashCode();
	}

	@Override
	public String toString() {
		return this.reactive.toString();
	}

}
