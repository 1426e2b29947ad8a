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

package io.agentbay.terminal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import io.agentbay.AgentBay;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.testing.LocalClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A terminal in a browser: everyone who connects to an application has one.
 */
@TestInstance(Lifecycle.PER_CLASS)
class BrowserTerminalTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final AgentBay agentBay = LocalClient.of(this.runtime).build();

	private final Session session = this.agentBay.create();

	private final DisposableServer application = application(this.session.terminals()
		.webSocketHandler(TerminalOptions.defaults().withShell("/bin/sh").withEnvironment(Map.of("PS1", "> "))));

	private final StringBuffer shown = new StringBuffer();

	private final Sinks.Many<String> keys = Sinks.many().unicast().onBackpressureBuffer();

	@AfterAll
	void stop() {
		this.application.disposeNow();
		this.session.close();
		this.agentBay.close();
		this.runtime.close();
	}

	private static DisposableServer application(WebSocketHandler handler) {
		HandshakeWebSocketService service = new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy());
		return HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle(new ReactorHttpHandlerAdapter(
					WebHttpHandlerBuilder.webHandler((exchange) -> service.handleRequest(exchange, handler)).build()))
			.bindNow();
	}

	private Mono<CloseStatus> browser(WebSocketSession socket) {
		socket.receive()
			.map(WebSocketMessage::getPayload)
			.subscribe((bytes) -> this.shown.append(bytes.toString(StandardCharsets.UTF_8)));
		socket.send(this.keys.asFlux().map(socket::textMessage)).subscribe();
		return socket.closeStatus();
	}

	@Test
	void whoConnectsTypesAndSeesAndIsToldTheEnd() {
		Sinks.One<CloseStatus> closed = Sinks.one();
		new ReactorNettyWebSocketClient()
			.execute(URI.create("ws://127.0.0.1:" + this.application.port() + "/"),
					(socket) -> browser(socket).doOnNext(closed::tryEmitValue).then())
			.subscribe();
		await().atMost(PATIENCE).until(() -> this.shown.toString().equals("> "));
		this.keys.tryEmitNext("\u0000resize 120 40");
		this.keys.tryEmitNext("stty size\r");
		await().atMost(PATIENCE).until(() -> this.shown.toString().endsWith("40 120\r\n> "));
		this.keys.tryEmitNext("exit 6\r");
		CloseStatus status = closed.asMono().block(PATIENCE);
		assertThat(status).isEqualTo(new CloseStatus(1000, "exit 6"));
		assertThat(this.session.terminals().list()).isEmpty();
	}

}
