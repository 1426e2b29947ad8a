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

package io.agentbay.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.agentbay.local.TestClient.Answer;
import io.agentbay.local.internal.enclosure.BubblewrapCheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Sessions with networks of their own.
 */
class NetworkTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final int PORT = 30123;

	@BeforeEach
	void assumeNetworks() {
		assumeTrue(BubblewrapCheck.obstacle().isEmpty(), "bubblewrap does not work here");
		assumeTrue(BubblewrapCheck.obstacleToNetworks().isEmpty(), "bubblewrap makes no networks here");
	}

	@Test
	void twoSessionsListenOnTheSamePortAndLinksReachEach() {
		assumePython();
		try (LocalAgentBay runtime = runtime(SessionNetwork.LOOPBACK_ONLY)) {
			TestClient client = new TestClient(runtime);
			List<String> sessions = List.of(client.createSession(), client.createSession());
			sessions.forEach((session) -> serve(client, session));
			for (String session : sessions) {
				String url = link(client, session);
				await().atMost(PATIENCE)
					.untilAsserted(() -> assertThat(get(client, url + "index.html").text()).isEqualTo(session + "\n"));
			}
		}
	}

	@Test
	void aLargeAnswerAndManyConnectionsAtOncePassTheGate() {
		assumePython();
		try (LocalAgentBay runtime = runtime(SessionNetwork.LOOPBACK_ONLY)) {
			TestClient client = new TestClient(runtime);
			String session = client.createSession();
			client.shell(session, "seq 500000 > numbers");
			serve(client, session);
			String url = link(client, session);
			await().atMost(PATIENCE).until(() -> get(client, url + "index.html").status() == 200);
			List<String> hashes = IntStream.range(0, 8)
				.parallel()
				.mapToObj((number) -> get(client, url + "numbers").text())
				.map((text) -> text.length() + " " + text.hashCode())
				.distinct()
				.toList();
			assertThat(hashes).singleElement().asString().startsWith("3388895 ");
		}
	}

	@Test
	void nothingOutsideIsReached() throws IOException {
		assumePython();
		try (ServerSocket machine = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
				LocalAgentBay runtime = runtime(SessionNetwork.LOOPBACK_ONLY)) {
			TestClient client = new TestClient(runtime);
			String session = client.createSession();
			for (int port : List.of(machine.getLocalPort(), runtime.port())) {
				JsonNode result = client.shell(session,
						"python3 -c 'import socket; socket.create_connection((\"127.0.0.1\", " + port + "), 5)'");
				assertThat(result.path("exit_code").intValue()).isNotZero();
				assertThat(result.path("stderr").stringValue()).contains("ConnectionRefusedError");
			}
			assertThat(client.shell(session, "cat /proc/net/dev").path("stdout").stringValue()).contains("lo:")
				.doesNotContain("eth0:");
		}
	}

	@Test
	void whereNobodyListensTheLinkSaysSo() {
		assumePython();
		try (LocalAgentBay runtime = runtime(SessionNetwork.LOOPBACK_ONLY)) {
			TestClient client = new TestClient(runtime);
			Answer answer = get(client, link(client, client.createSession()));
			assertThat(answer.status()).isEqualTo(502);
			assertThat(answer.text()).contains("Nothing answers on this port of the session");
		}
	}

	@Test
	void withoutNetworkNotEvenLinksReachASession() {
		assumePython();
		try (LocalAgentBay runtime = runtime(SessionNetwork.NONE)) {
			TestClient client = new TestClient(runtime);
			String session = client.createSession();
			serve(client, session);
			await().atMost(PATIENCE)
				.until(() -> client
					.shell(session,
							"python3 -c 'import urllib.request as r; r.urlopen(\"http://127.0.0.1:" + PORT + "\")'")
					.path("exit_code")
					.intValue() == 0);
			Answer answer = get(client, link(client, session));
			assertThat(answer.status()).isEqualTo(502);
			assertThat(answer.text()).contains("not reached from outside");
		}
	}

	@Test
	void withoutWallsThereIsNoNetworkOfItsOwn() {
		assertThatIllegalStateException().isThrownBy(
				() -> LocalAgentBay.builder().isolation(Isolation.HOST).network(SessionNetwork.LOOPBACK_ONLY).start())
			.withMessage("Sessions cannot have the network LOOPBACK_ONLY: nothing is isolated");
	}

	@Test
	void nothingIsLeftWhenASessionEnds() {
		assumePython();
		try (LocalAgentBay runtime = runtime(SessionNetwork.LOOPBACK_ONLY)) {
			TestClient client = new TestClient(runtime);
			String session = client.createSession();
			serve(client, session);
			String url = link(client, session);
			await().atMost(PATIENCE).until(() -> get(client, url + "index.html").status() == 200);
			client.call("DeleteSessionAsync", "SessionId", session).ok();
			await().atMost(PATIENCE).until(() -> runtime.liveSessionIds().isEmpty());
			await().atMost(PATIENCE)
				.until(() -> Thread.getAllStackTraces()
					.keySet()
					.stream()
					.noneMatch((thread) -> thread.getName().equals("agentbay-local-gate")));
		}
	}

	private static LocalAgentBay runtime(SessionNetwork network) {
		return LocalAgentBay.builder().isolation(Isolation.BUBBLEWRAP).network(network).start();
	}

	private static void serve(TestClient client, String session) {
		client.shell(session, "echo " + session + " > index.html; python3 -m http.server --bind 127.0.0.1 " + PORT
				+ " >/dev/null 2>&1 & echo");
	}

	private static String link(TestClient client, String session) {
		return client.call("GetLink", "SessionId", session, "ProtocolType", "https", "Port", Integer.toString(PORT))
			.ok()
			.path("Data")
			.path("Url")
			.stringValue();
	}

	private static Answer get(TestClient client, String url) {
		return TestClient.answer(client.web().get().uri(url));
	}

	private static void assumePython() {
		OptionalPrograms.require("python3", "python3");
	}

}
