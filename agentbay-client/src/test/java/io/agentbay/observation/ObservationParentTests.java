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

package io.agentbay.observation;

import java.time.Duration;
import java.util.Map;

import io.agentbay.AgentBay;
import io.agentbay.channel.ReactiveChannelCall;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.testing.LocalClient;
import io.agentbay.testing.ObservationTree;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import io.agentbay.testing.ScriptedSocket;
import io.agentbay.testing.ScriptedSocket.Peer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Everything that an operation leads to has the caller's observation above it, whichever
 * thread it is done on.
 */
class ObservationParentTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ObservationTree tree = new ObservationTree();

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final AgentBay agentBay = LocalClient.of(this.runtime).observationRegistry(this.tree.registry()).build();

	@AfterEach
	void close() {
		this.agentBay.close();
		this.runtime.close();
	}

	@Test
	void allStepsOfABlockingOperationHaveTheParentOfItsThread() {
		Observation request = this.tree.start("request");
		request.scoped(() -> {
			Session session = this.agentBay.create();
			session.command().run("true").requireSuccess();
			session.delete();
		});
		assertThat(this.tree.paths()).startsWith("request", "request > agentbay.api.call CreateMcpSession")
			.contains("request > agentbay.session", "request > agentbay.tool.call shell",
					"request > agentbay.api.call DeleteSessionAsync", "request > agentbay.api.call GetSessionDetail")
			.allSatisfy((path) -> assertThat(path).startsWith("request"));
	}

	@Test
	void allStepsOfAReactiveOperationHaveTheParentOfItsContext() {
		Observation request = this.tree.start("request");
		this.agentBay.reactive()
			.create()
			.flatMap((created) -> created.delete())
			.subscribeOn(Schedulers.parallel())
			.contextWrite((context) -> context.put(ObservationThreadLocalAccessor.KEY, request))
			.block(PATIENCE);
		assertThat(this.tree.paths()).contains("request > agentbay.api.call GetSessionDetail")
			.allSatisfy((path) -> assertThat(path).startsWith("request"));
	}

	@Test
	void theParentInTheContextCountsMoreThanTheOneOnTheThread() {
		Observation request = this.tree.start("request");
		Observation other = this.tree.start("other");
		Mono<?> creation = this.agentBay.reactive()
			.create()
			.contextWrite((context) -> context.put(ObservationThreadLocalAccessor.KEY, request));
		other.scoped(() -> creation.subscribe());
		await().atMost(PATIENCE).until(() -> !this.agentBay.cachedSessions().isEmpty());
		assertThat(this.tree.paths())
			.contains("request > agentbay.api.call CreateMcpSession", "request > agentbay.session")
			.noneMatch((path) -> path.startsWith("other >"));
	}

	@Test
	void aStreamOverTheWebSocketIsAChildToo() throws Exception {
		try (ScriptedServer server = new ScriptedServer();
				ScriptedSocket socket = new ScriptedSocket();
				AgentBay client = server.client().observationRegistry(this.tree.registry()).build()) {
			server.answers(Replies.session().replace("\"WsUrl\":\"\"", "\"WsUrl\":\"" + socket.url() + "\""));
			ReactiveChannelCall stream = client.get(Replies.SESSION)
				.reactive()
				.channel()
				.call("server", Map.of("method", "run_code"));
			Observation request = this.tree.start("request");
			Disposable reading = stream.stream()
				.contextWrite((context) -> context.put(ObservationThreadLocalAccessor.KEY, request))
				.subscribe();
			Peer peer = socket.peer();
			assertThat(peer.next().path("invocationId").asString()).isEqualTo(stream.invocationId());
			peer.answers(stream.invocationId(), "{'phase':'end','seq':1}");
			await().atMost(PATIENCE).until(reading::isDisposed);
			assertThat(this.tree.paths()).contains("request > agentbay.tool.call run_code");
		}
	}

}
