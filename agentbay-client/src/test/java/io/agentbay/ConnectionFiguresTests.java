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

package io.agentbay;

import java.time.Duration;
import java.util.Map;

import io.agentbay.connection.ConnectionFigures;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.testing.LocalClient;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A client tells how its connections stand.
 */
class ConnectionFiguresTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@Test
	void aClientThatWasNotUsedHasNothing() {
		try (ScriptedServer server = new ScriptedServer(); AgentBay agentBay = server.client().build()) {
			assertThat(agentBay.connections()).isEqualTo(new ConnectionFigures(0, 0, 0, 0, 0, 0));
		}
	}

	@Test
	void connectionsAreInUseOrFreeAndCallsWaitForThem() {
		try (ScriptedServer server = new ScriptedServer();
				AgentBay agentBay = server.client().maxConnections(1).build()) {
			server.answers(Replies.session()).keepsSilent();
			agentBay.get(Replies.SESSION);
			await().atMost(PATIENCE).until(() -> agentBay.connections().idle() == 1);
			Disposable calls = Flux.range(0, 3).flatMap((i) -> agentBay.reactive().get(Replies.SESSION)).subscribe();
			await().atMost(PATIENCE).untilAsserted(() -> {
				assertThat(agentBay.connections().active()).isEqualTo(1);
				assertThat(agentBay.connections().pending()).isEqualTo(2);
				assertThat(agentBay.connections().idle()).isZero();
			});
			calls.dispose();
			await().atMost(PATIENCE)
				.until(() -> agentBay.connections().active() == 0 && agentBay.connections().pending() == 0);
		}
	}

	@Test
	void bytesAreThoseOnTheWire() {
		String reply = Replies.session();
		try (ScriptedServer server = new ScriptedServer(); AgentBay agentBay = server.client().build()) {
			server.answers(reply);
			agentBay.get(Replies.SESSION);
			ConnectionFigures figures = agentBay.connections();
			ScriptedServer.RecordedRequest request = server.requests().get(0);
			int names = request.headers()
				.entrySet()
				.stream()
				.mapToInt((h) -> h.getKey().length() + h.getValue().length())
				.sum();
			assertThat(figures.bytesSent()).isGreaterThan(names + request.body().length());
			assertThat(figures.bytesReceived()).isGreaterThan(reply.length()).isLessThan(reply.length() + 1000);
		}
	}

	@Test
	void filesAndWebSocketsCount() {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start();
				AgentBay agentBay = LocalClient.of(runtime).build()) {
			Session session = agentBay.create();
			session.fileSystem().write("large.txt", "x".repeat(100_000));
			assertThat(agentBay.connections().bytesSent()).isGreaterThan(100_000);
			session.fileSystem().read("large.txt");
			assertThat(agentBay.connections().bytesReceived()).isGreaterThan(100_000);
			session.channel().connect();
			assertThat(agentBay.connections().webSockets()).isEqualTo(1);
			long before = agentBay.connections().bytesSent();
			session.channel().send("nobody", Map.of("text", "y".repeat(5_000)));
			await().atMost(PATIENCE).until(() -> agentBay.connections().bytesSent() > before + 5_000);
			session.delete();
			await().atMost(PATIENCE).until(() -> agentBay.connections().webSockets() == 0);
		}
	}

	@Test
	void aClosedClientHasNoConnectionLeft() {
		try (ScriptedServer server = new ScriptedServer()) {
			AgentBay agentBay = server.client().build();
			server.answers(Replies.session());
			agentBay.get(Replies.SESSION);
			agentBay.close();
			await().atMost(PATIENCE).until(() -> agentBay.connections().idle() + agentBay.connections().active() == 0);
		}
	}

}
