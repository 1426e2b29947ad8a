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

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import io.agentbay.AgentBay;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.testing.LocalClient;
import io.netty.handler.codec.TooLongFrameException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.web.reactive.socket.WebSocketSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a browser is told of the end of its terminal, whatever happens in that moment.
 */
@TestInstance(Lifecycle.PER_CLASS)
class BrowserTerminalEndTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final AgentBay agentBay = LocalClient.of(this.runtime).build();

	@AfterAll
	void stop() {
		this.agentBay.close();
		this.runtime.close();
	}

	private static Disposable serve(Session session, HeldSocket socket) {
		return session.terminals()
			.webSocketHandler(TerminalOptions.defaults().withShell("/bin/sh"))
			.handle(socket)
			.subscribe();
	}

	@Test
	void theClosingIsNotTakenBackByTheEndOfWhatIsReceived() {
		HeldSocket socket = new HeldSocket();
		try (Session session = this.agentBay.create()) {
			socket.letSend();
			Disposable served = serve(session, socket);
			socket.type("exit 4\r");
			await().atMost(PATIENCE).until(() -> !socket.events().isEmpty());
			socket.letClose();
			await().atMost(PATIENCE).until(served::isDisposed);
		}
		assertThat(socket.events()).containsExactly("closing with 1000 exit 4", "received all", "closed");
	}

	@Test
	void whatIsTypedAfterTheEndIsNoFailure() {
		HeldSocket socket = new HeldSocket();
		try (Session session = this.agentBay.create()) {
			Disposable served = serve(session, socket);
			await().atMost(PATIENCE).until(() -> session.terminals().list().size() == 1);
			socket.type("exit 5\r");
			await().atMost(PATIENCE).until(() -> session.terminals().list().isEmpty());
			socket.type("too late");
			socket.letSend();
			socket.letClose();
			await().atMost(PATIENCE).until(served::isDisposed);
		}
		assertThat(socket.events()).containsExactly("closing with 1000 exit 5", "received all", "closed");
	}

	@Test
	void theLossOfTheTerminalIsToldBeforeTheReceivingEndsAndItsProgramIsEnded() {
		HeldSocket socket = new HeldSocket();
		try (Session session = this.agentBay.create()) {
			Disposable served = serve(session, socket);
			await().atMost(PATIENCE).until(() -> session.terminals().list().size() == 1);
			session.channel().disconnect();
			socket.letClose();
			await().atMost(PATIENCE).until(served::isDisposed);
			await().atMost(PATIENCE).until(() -> session.terminals().list().isEmpty());
		}
		assertThat(socket.events()).containsExactly("closing with 1011 The terminal was lost", "received all",
				"closed");
	}

	@Test
	void whoTypesTooMuchAtOnceIsToldHowMuchIsAllowed() {
		HeldSocket socket = new HeldSocket();
		try (Session session = this.agentBay.create()) {
			Disposable served = serve(session, socket);
			await().atMost(PATIENCE).until(() -> session.terminals().list().size() == 1);
			socket.refuse(new TooLongFrameException("content length exceeded 65536 bytes."));
			socket.letClose();
			await().atMost(PATIENCE).until(served::isDisposed);
			await().atMost(PATIENCE).until(() -> session.terminals().list().isEmpty());
		}
		assertThat(socket.events()).containsExactly(
				"closing with 1009 The message is too large: content length exceeded 65536 bytes.", "received all",
				"closed");
	}

	@Test
	void eachConnectionHasATerminalOfTheSessionThatIsFoundForIt() {
		HeldSocket socket = new HeldSocket();
		try (Session session = this.agentBay.create()) {
			Sinks.One<ReactiveTerminals> found = Sinks.one();
			Disposable served = serve((connection) -> found.asMono(), socket, PATIENCE);
			socket.type("exit 3\r");
			found.tryEmitValue(session.reactive().terminals());
			socket.letSend();
			socket.letClose();
			await().atMost(PATIENCE).until(served::isDisposed);
		}
		assertThat(socket.events()).containsExactly("closing with 1000 exit 3", "received all", "closed");
	}

	@Test
	void aConnectionForWhichThereIsNoSessionIsTold() {
		List<Function<WebSocketSession, Mono<ReactiveTerminals>>> none = List.of((socket) -> Mono.empty(),
				(socket) -> Mono.error(new IllegalStateException("from a test")), (socket) -> {
					throw new IllegalStateException("from a test");
				}, (socket) -> null, (socket) -> Mono.never());
		assertThat(none).allSatisfy((terminals) -> {
			HeldSocket socket = new HeldSocket();
			socket.letClose();
			Disposable served = serve(terminals, socket, Duration.ofMillis(200));
			await().atMost(PATIENCE).until(served::isDisposed);
			assertThat(socket.events()).containsExactly("closing with 1011 No terminal could be opened", "received all",
					"closed");
		});
	}

	private static Disposable serve(Function<WebSocketSession, Mono<ReactiveTerminals>> terminals, HeldSocket socket,
			Duration limit) {
		return new ReactiveTerminalWebSocketHandler(terminals,
				TerminalOptions.defaults().withShell("/bin/sh").withTimeout(limit))
			.handle(socket)
			.subscribe();
	}

}
