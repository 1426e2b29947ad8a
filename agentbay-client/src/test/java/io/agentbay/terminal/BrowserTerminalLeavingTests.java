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

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.agentbay.AgentBay;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.testing.LocalClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Browsers that stop reading, that leave at once, and that are quicker than their
 * terminal.
 */
@TestInstance(Lifecycle.PER_CLASS)
class BrowserTerminalLeavingTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final int MANY = 10;

	private static final TerminalOptions OPTIONS = TerminalOptions.defaults().withShell("/bin/sh");

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final AgentBay agentBay = LocalClient.of(this.runtime).build();

	private final Session session = this.agentBay.create();

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@BeforeEach
	void listen() {
		this.log.list.clear();
		this.log.start();
		this.root.addAppender(this.log);
	}

	@AfterEach
	void listenNoLonger() {
		this.root.detachAppender(this.log);
	}

	@AfterAll
	void stop() {
		this.session.close();
		this.agentBay.close();
		this.runtime.close();
	}

	/** Connect, and reset the connection as soon as it is one of a WebSocket. */
	private static void connectAndReset(TerminalApplication server) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
			socket.setSoTimeout((int) PATIENCE.toMillis());
			socket.getOutputStream().write("""
					GET / HTTP/1.1
					Host: 127.0.0.1
					Connection: Upgrade
					Upgrade: websocket
					Sec-WebSocket-Version: 13
					Sec-WebSocket-Key: MDEyMzQ1Njc4OTAxMjM0NQ==

					""".replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
			byte[] answer = socket.getInputStream().readNBytes("HTTP/1.1 101".length());
			assertThat(answer).asString(StandardCharsets.US_ASCII).isEqualTo("HTTP/1.1 101");
			socket.setSoLinger(true, 0);
		}
	}

	private void noErrorWasLogged() {
		assertThat(this.log.list).filteredOn((event) -> event.getLevel().isGreaterOrEqual(Level.ERROR)).isEmpty();
	}

	@Test
	void whoStopsReadingLosesTheProgramWhenItsOutputIsGivenUp() throws Exception {
		try (TerminalApplication server = new TerminalApplication(this.session.terminals().webSocketHandler(OPTIONS))) {
			CompletableFuture<CloseStatus> closed = new CompletableFuture<>();
			WebSocket socket = server.connectWithoutReading(closed);
			socket.sendText("yes\r", true).get(60, TimeUnit.SECONDS);
			await().atMost(PATIENCE).until(() -> this.session.terminals().list().size() == 1);
			await().atMost(PATIENCE).until(() -> this.session.terminals().list().isEmpty());
			assertThat(closed).isNotDone();
			socket.request(Long.MAX_VALUE);
			assertThat(closed.get(60, TimeUnit.SECONDS)).isEqualTo(new CloseStatus(1011, "The terminal was lost"));
			noErrorWasLogged();
		}
	}

	@Test
	void whoLeavesBeforeTheTerminalIsOpenEndsItsOpening() throws Exception {
		AtomicInteger ended = new AtomicInteger();
		try (TerminalApplication server = new TerminalApplication(TerminalApplication
			.handler(Mono.<ReactiveTerminal>never().doOnCancel(ended::incrementAndGet), OPTIONS))) {
			for (int browser = 0; browser < MANY; browser++) {
				connectAndReset(server);
			}
			await().atMost(PATIENCE).until(() -> ended.get() == MANY);
			noErrorWasLogged();
		}
	}

	@Test
	void thoseWhoLeaveAtOnceLeaveNothing() throws Exception {
		WebSocketHandler handler = this.session.terminals().webSocketHandler(OPTIONS);
		AtomicInteger served = new AtomicInteger();
		try (TerminalApplication server = new TerminalApplication(
				(socket) -> handler.handle(socket).doFinally((signal) -> served.incrementAndGet()))) {
			for (int browser = 0; browser < MANY; browser++) {
				connectAndReset(server);
			}
			await().atMost(PATIENCE).until(() -> served.get() == MANY);
			await().atMost(PATIENCE).until(() -> this.session.terminals().list().isEmpty());
			noErrorWasLogged();
		}
	}

	@Test
	void whatIsTypedBeforeTheTerminalIsOpenIsTypedInItsOrder() throws Exception {
		Sinks.Empty<Void> typed = Sinks.empty();
		try (TerminalApplication server = new TerminalApplication(TerminalApplication
			.handler(typed.asMono().then(this.session.reactive().terminals().open(OPTIONS)), OPTIONS))) {
			CompletableFuture<CloseStatus> closed = new CompletableFuture<>();
			WebSocket socket = server.connectWithoutReading(closed);
			for (String key : "test 0123456789abcdefghijklmnopqrstuvwxyz = 0123456789abcdefghijklmnopqrstuvwxyz && exit 9\r"
				.split("")) {
				socket.sendText(key, true).get(60, TimeUnit.SECONDS);
			}
			typed.tryEmitEmpty();
			socket.request(Long.MAX_VALUE);
			assertThat(closed.get(60, TimeUnit.SECONDS)).isEqualTo(new CloseStatus(1000, "exit 9"));
		}
	}

}
