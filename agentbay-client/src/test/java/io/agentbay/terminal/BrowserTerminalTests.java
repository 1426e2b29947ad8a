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
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

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
import reactor.netty.http.server.WebsocketServerSpec;

import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A terminal in a browser: everyone who connects to an application has one.
 */
@TestInstance(Lifecycle.PER_CLASS)
class BrowserTerminalTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final TerminalOptions OPTIONS = TerminalOptions.defaults()
		.withShell("/bin/sh")
		.withEnvironment(Map.of("PS1", "> "));

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final AgentBay agentBay = LocalClient.of(this.runtime).build();

	private final Session session = this.agentBay.create();

	private final TerminalApplication application = new TerminalApplication(
			this.session.terminals().webSocketHandler(OPTIONS));

	private final StringBuffer shown = new StringBuffer();

	private final Sinks.Many<String> keys = Sinks.many().unicast().onBackpressureBuffer();

	@AfterAll
	void stop() {
		this.application.close();
		this.session.close();
		this.agentBay.close();
		this.runtime.close();
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

	/** A size alone in a line would be a command of the shell. */
	@Test
	void aSizeThatCannotBeIsNotTyped() throws Exception {
		StringBuffer seen = new StringBuffer();
		CompletableFuture<CloseStatus> closed = new CompletableFuture<>();
		WebSocket socket = this.application.connect(closed, seen);
		for (String size : List.of(" 120 40", " 1000 40", " -5 3", " 501 3", " 0 3", "", " 1 2 3", "\rexit 1\r")) {
			socket.sendText("\0resize" + size, true).get(60, TimeUnit.SECONDS);
		}
		socket.sendText("stty size; exit 9\r", true).get(60, TimeUnit.SECONDS);
		assertThat(closed.get(60, TimeUnit.SECONDS)).isEqualTo(new CloseStatus(1000, "exit 9"));
		assertThat(seen.toString()).contains("40 120\r\n").doesNotContain("esize");
	}

	/**
	 * Only when the first part has gone through the server is the terminal opened.
	 */
	@Test
	void aMessageInPartsIsTypedAlsoWhenItBeginsBeforeTheTerminalIsOpen() throws Exception {
		Sinks.Empty<Void> arrived = Sinks.empty();
		Mono<ReactiveTerminal> opened = arrived.asMono().then(this.session.reactive().terminals().open(OPTIONS));
		try (TerminalApplication late = new TerminalApplication(TerminalApplication.handler(opened, OPTIONS),
				new ReactorNettyRequestUpgradeStrategy(), arrived::tryEmitEmpty)) {
			CompletableFuture<CloseStatus> closed = new CompletableFuture<>();
			WebSocket socket = late.connect(closed, new StringBuffer());
			socket.sendText("exi", false).get(60, TimeUnit.SECONDS);
			socket.sendText("t 7\r", true).get(60, TimeUnit.SECONDS);
			assertThat(closed.get(60, TimeUnit.SECONDS)).isEqualTo(new CloseStatus(1000, "exit 7"));
		}
	}

	@Test
	void aMessageMayBeAsLargeAsTheServerAllows() throws Exception {
		ReactorNettyRequestUpgradeStrategy generous = new ReactorNettyRequestUpgradeStrategy(
				() -> WebsocketServerSpec.builder().maxFramePayloadLength(1024 * 1024));
		try (TerminalApplication server = new TerminalApplication(this.session.terminals().webSocketHandler(OPTIONS),
				generous, () -> {
				})) {
			CompletableFuture<CloseStatus> closed = new CompletableFuture<>();
			StringBuffer seen = new StringBuffer();
			WebSocket socket = server.connect(closed, seen);
			socket.sendText("stty raw -echo; echo rea''dy; head -c 400000 >/dev/null; exit 8\r", true)
				.get(60, TimeUnit.SECONDS);
			await().atMost(PATIENCE).until(() -> seen.toString().contains("ready"));
			socket.sendText("x".repeat(400_000), true);
			assertThat(closed.get(60, TimeUnit.SECONDS)).isEqualTo(new CloseStatus(1000, "exit 8"));
		}
	}

}
