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

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.agentbay.AgentBay;
import io.agentbay.ReactiveAgentBay;
import io.agentbay.connection.RetryPolicy;
import io.agentbay.internal.api.AgentBayApi;
import io.agentbay.internal.http.Endpoint;
import io.agentbay.internal.http.HttpTransport;
import io.agentbay.internal.http.ReliableCaller;
import io.agentbay.internal.http.Secret;
import io.agentbay.internal.http.Timeouts;
import io.agentbay.internal.http.TransportSettings;
import io.agentbay.internal.observe.CallObserver;
import io.agentbay.internal.observe.Observability;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Fault;
import io.agentbay.testing.LocalClient;
import io.agentbay.testing.Refusal;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import io.micrometer.observation.ObservationRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A session whose creator never learned of it is found and ended.
 */
@Tag("failure")
class LostCreationsTests {

	private static final Map<String, String> MARK = Map.of("agentbay-creation", "m-1");

	private static final String FOUND = Replies.ok("[{\"SessionId\":\"" + Replies.SESSION + "\"}]");

	private static final String LABELS = Replies.labels("{\"agentbay-creation\":\"m-1\",\"team\":\"a\"}");

	private final ScriptedServer server = new ScriptedServer();

	private final TransportSettings settings = new TransportSettings(Timeouts.defaults(), RetryPolicy.none(), 10,
			Duration.ofSeconds(30), DataSize.ofMegabytes(1), false, "test", null, null);

	private final HttpTransport transport = new HttpTransport(this.settings);

	private final LostCreations lost = lostCreations();

	@AfterEach
	void disconnect() {
		this.lost.close();
		this.transport.close();
		this.server.close();
	}

	@Test
	void aSessionThatShowsUpLateIsEnded() {
		this.server.answers(Replies.ok("[]")).answers(FOUND).answers(LABELS).answers(400, Replies.gone());
		this.lost.add(MARK);
		Awaitility.await().until(() -> this.lost.pending().isEmpty());
		assertThat(this.server.actions()).containsExactly("ListSession", "ListSession", "GetLabel",
				"DeleteSessionAsync");
		assertThat(this.server.requests().get(0).form()).containsEntry("Labels", "{\"agentbay-creation\":\"m-1\"}");
		assertThat(this.server.requests().get(3).form()).containsEntry("SessionId", Replies.SESSION);
	}

	@Test
	void aSessionWithoutTheLabelIsLeftAlone() {
		this.server.answersOtherwise((request) -> "ListSession".equals(request.query().get("Action")) ? FOUND
				: Replies.labels("{\"agentbay-creation\":\"another\"}"));
		this.lost.add(MARK);
		Awaitility.await().until(() -> this.lost.pending().isEmpty());
		assertThat(this.server.actions()).contains("GetLabel").doesNotContain("DeleteSessionAsync");
	}

	@Test
	void aLookThatFailsIsNotTheLast() {
		this.server.hangsUp().answers(FOUND).answers(LABELS).answers(400, Replies.gone());
		this.lost.add(MARK);
		Awaitility.await().until(() -> this.lost.pending().isEmpty());
		assertThat(this.server.actions()).endsWith("DeleteSessionAsync");
	}

	@Test
	void aSessionThatCouldNotBeEndedIsTriedAgain() {
		this.server.answers(FOUND)
			.answers(LABELS)
			.answers(500, "{\"Code\":\"InternalError\",\"Message\":\"m\",\"Success\":false}")
			.answers(FOUND)
			.answers(LABELS)
			.answers(400, Replies.gone());
		this.lost.add(MARK);
		Awaitility.await().until(() -> this.lost.pending().isEmpty());
		assertThat(this.server.actions()).containsExactly("ListSession", "GetLabel", "DeleteSessionAsync",
				"ListSession", "GetLabel", "DeleteSessionAsync");
	}

	@Test
	void looksAreLimited() {
		this.server.answers(Replies.ok("[]")).answers(Replies.ok("[]")).answers(Replies.ok("[]"));
		this.lost.add(MARK);
		Awaitility.await().until(() -> this.lost.pending().isEmpty());
		assertThat(this.server.requests()).hasSize(3);
	}

	@Test
	void aCreateThatFailedWithinTheServiceMayHaveMadeASession() {
		this.server.answers(500, "{\"Code\":\"InternalError\",\"Message\":\"m\",\"Success\":false}")
			.answers(FOUND)
			.answersTheLabelsOfTheCreatedSession()
			.answers(400, Replies.gone());
		try (AgentBay agentBay = this.server.client().build()) {
			Refusal.of(() -> agentBay.create());
			Awaitility.await().until(() -> this.server.actions().contains("DeleteSessionAsync"));
		}
	}

	@Test
	void aCancelledCreateLeavesNoSession() {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start();
				ReactiveAgentBay agentBay = LocalClient.of(runtime).buildReactive()) {
			runtime.faults().onNext("CreateMcpSession", Fault.delayAnswer(Duration.ofSeconds(20)));
			Disposable creating = agentBay.create().subscribe();
			Awaitility.await().until(() -> !runtime.liveSessionIds().isEmpty());
			creating.dispose();
			Awaitility.await().until(() -> runtime.liveSessionIds().isEmpty());
			assertThat(runtime.journal().calls("CreateMcpSession")).hasSize(1);
			assertThat(agentBay.cachedSessions()).isEmpty();
		}
	}

	private LostCreations lostCreations() {
		Observability nobody = new Observability(ObservationRegistry.NOOP, null, null, List.of());
		AgentBayApi api = new AgentBayApi(new ReliableCaller(this.transport, this.settings, nobody.listener()),
				new CallObserver(nobody), Endpoint.parse(this.server.endpoint(), false), Secret.of(ScriptedServer.KEY),
				Duration.ofSeconds(10));
		Duration pause = Duration.ofMillis(1);
		return new LostCreations(api,
				(sessionId) -> new SessionDeletion(api, Duration.ofSeconds(10)).delete(sessionId, false),
				List.of(pause, pause, pause), pause);
	}

}
