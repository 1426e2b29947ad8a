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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.agentbay.browser.BrowserNotification;
import io.agentbay.channel.ChannelState;
import io.agentbay.error.NotFoundException;
import io.agentbay.event.EventSubscription;
import io.agentbay.internal.json.Json;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.testing.Capability;
import io.agentbay.testing.LocalClient;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import io.agentbay.testing.ScriptedSocket;
import io.agentbay.testing.ScriptedSocket.Peer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a browser and its user tell each other.
 */
class BrowserNotificationTests {

	private static final Map<String, Object> CAPTCHA = Map.of("type", "call-for-user", "id", 3, "code", 101, "message",
			"captcha", "action", "takeover", "extraParams", Map.of("max_wait_time", 180));

	private final List<BrowserNotification> heard = new CopyOnWriteArrayList<>();

	@Test
	@Capability({ "15.6", "15.7", "15.9" })
	void aUserIsCalledAndTakesOver() {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start();
				AgentBay agentBay = LocalClient.of(runtime).build();
				Session session = agentBay.create()) {
			assertThat(runtime.notifyBrowserUser(session.id(), CAPTCHA)).isZero();
			EventSubscription listener = session.browser().listen((notification) -> {
				this.heard.add(notification);
				throw new IllegalStateException("consumers may fail");
			});
			// The runtime may take up the open WebSocket a little later than the client.
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.until(() -> runtime.notifyBrowserUser(session.id(), CAPTCHA) == 1);
			assertThat(runtime.notifyBrowserUser(session.id(), CAPTCHA)).isEqualTo(1);
			Awaitility.await().until(() -> this.heard.size() == 2);
			BrowserNotification captcha = this.heard.get(0);
			assertThat(captcha.code()).isEqualTo(101);
			assertThat(captcha.maxWaitTime()).isEqualTo(Duration.ofMinutes(3));
			session.browser().sendTakeoverDone(captcha.id());
			Awaitility.await()
				.until(() -> runtime.journal().calls().stream().anyMatch((call) -> "takeoverdone".equals(call.tool())));
			List<BrowserNotification> others = new CopyOnWriteArrayList<>();
			try (EventSubscription other = session.browser().listen(others::add)) {
				listener.close();
				assertThat(session.channel().state()).isEqualTo(ChannelState.OPEN);
				runtime.notifyBrowserUser(session.id(), CAPTCHA);
				Awaitility.await().until(() -> others.size() == 1);
				assertThat(this.heard).hasSize(2);
				session.delete();
				Awaitility.await().until(() -> other.failure() != null);
			}
		}
	}

	@Test
	@Capability({ "15.8", "15.9" })
	void messagesHaveTheDocumentedForm() throws Exception {
		try (ScriptedServer server = new ScriptedServer();
				ScriptedSocket socket = new ScriptedSocket();
				AgentBay agentBay = server.client().build()) {
			server.answers(Replies.session().replace("\"WsUrl\":\"\"", "\"WsUrl\":\"" + socket.url() + "\""));
			Session session = agentBay.get(Replies.SESSION);
			try (EventSubscription listener = session.browser().listen(this.heard::add)) {
				Peer peer = socket.peer();
				peer.sends("{\"invocationId\":\"p1\",\"source\":\"wuying_cdp_mcp_server\",\"target\":\"SDK\",\"data\":"
						+ "{\"id\":1}}");
				peer.sends("{\"invocationId\":\"p2\",\"source\":\"wuying_cdp_mcp_server\",\"target\":\"SDK\",\"data\":"
						+ "{\"type\":\"call-for-user\",\"id\":4,\"code\":201,\"action\":\"pause\","
						+ "\"extra_params\":{\"max_wait_time\":60}}}");
				Awaitility.await().until(() -> this.heard.size() == 1);
				assertThat(this.heard.get(0).maxWaitTime()).isEqualTo(Duration.ofMinutes(1));
				assertThat(listener.failure()).isNull();
				session.browser().sendTakeoverDone(4);
				JsonNode done = peer.next();
				assertThat(done.path("target").asString()).isEqualTo("wuying_cdp_mcp_server");
				assertThat(done.path("data"))
					.isEqualTo(Json.MAPPER.readTree("{\"type\":\"call-for-user\",\"id\":4,\"code\":199,"
							+ "\"message\":\"user handle done\",\"action\":\"takeoverdone\"}"));
				BrowserNotification own = new BrowserNotification("call-for-user", 5, 0, "", "none",
						Json.MAPPER.readTree("{\"a\":1}"));
				session.browser().sendNotification(own);
				assertThat(peer.next().path("data").path("extraParams").toString()).isEqualTo("{\"a\":1}");
			}
		}
	}

	@Test
	void withoutAWebSocketNothingCanBeTold() {
		try (ScriptedServer server = new ScriptedServer(); AgentBay agentBay = server.client().build()) {
			server.answers(Replies.session());
			Session session = agentBay.get(Replies.SESSION);
			assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> session.browser().sendTakeoverDone(1))
				.withMessageContaining("ws_url")
				.satisfies((ex) -> assertThat(ex.sessionId()).isEqualTo(Replies.SESSION));
			assertThatExceptionOfType(NotFoundException.class)
				.isThrownBy(() -> session.browser().listen(this.heard::add));
		}
	}

}
