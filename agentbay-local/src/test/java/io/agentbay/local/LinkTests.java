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
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.agentbay.local.TestClient.Answer;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.WebsocketServerSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Links to ports of a session.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkTests {

	private LocalAgentBay runtime;

	private TestClient client;

	private String session;

	private com.sun.net.httpserver.HttpServer server;

	@BeforeAll
	void startRuntimeAndServer() throws IOException {
		this.runtime = LocalAgentBay.builder().start();
		this.client = new TestClient(this.runtime);
		this.session = this.client.createSession();
		this.server = listenOnAnyOpenPort();
		this.server.createContext("/", (exchange) -> {
			try (InputStream input = exchange.getRequestBody()) {
				String answer = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
						+ exchange.getRequestHeaders().getFirst("X-Given") + " "
						+ new String(input.readAllBytes(), StandardCharsets.UTF_8);
				byte[] body = answer.getBytes(StandardCharsets.UTF_8);
				exchange.getResponseHeaders().set("X-Answered", "yes");
				exchange.sendResponseHeaders(201, body.length);
				exchange.getResponseBody().write(body);
			}
			exchange.close();
		});
		this.server.start();
	}

	@AfterAll
	void closeRuntimeAndServer() {
		this.server.stop(0);
		this.runtime.close();
	}

	@Test
	@Exercises("GetLink")
	void aLinkForwardsToThePort() {
		String url = url(this.session, port());
		assertThat(url).startsWith(this.runtime.endpoint() + "/request_ai/").endsWith("/path/");
		List<String> answer = this.client.web()
			.post()
			.uri(URI.create(url + "a%20b/c?d=e%26f"))
			.header("X-Given", "given")
			.bodyValue("hällo")
			.exchangeToMono((response) -> response.bodyToMono(String.class)
				.map((body) -> List.of(response.statusCode().toString(),
						response.headers().asHttpHeaders().getFirst("X-Answered"), body)))
			.block(Duration.ofSeconds(10));
		assertThat(answer).containsExactly("201 CREATED", "yes", "POST /a%20b/c?d=e%26f given hällo");
	}

	@Test
	void headersThatAreForTheNextHopOnlyGoNoFurther() throws Exception {
		try (Socket socket = new Socket("127.0.0.1", this.runtime.port())) {
			socket.getOutputStream().write("""
					POST %s HTTP/1.1\r
					Host: 127.0.0.1\r
					Connection: X-Given, close\r
					X-Given: secret\r
					Content-Length: 0\r
					\r
					""".formatted(URI.create(url(this.session, port())).getPath()).getBytes(StandardCharsets.US_ASCII));
			assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("POST / ")
				.doesNotContain("secret");
		}
	}

	@Test
	void thePortOfASessionHasOneLink() {
		assertThat(url(this.session, 30150)).isEqualTo(url(this.session, 30150))
			.isNotEqualTo(url(this.session, 30151))
			.isNotEqualTo(url(this.client.createSession(), 30150));
	}

	@Test
	void aPortNobodyListensOnIsToldInAnEnvelope() {
		Answer answer = TestClient.answer(this.client.web().get().uri(url(this.session, freePort())));
		assertThat(answer.status()).isEqualTo(502);
		assertThat(answer.code()).isEqualTo("BadGateway");
	}

	@Test
	void aLinkEndsWithItsSession() {
		String ended = this.client.createSession();
		String url = url(ended, port());
		this.client.call("DeleteSessionAsync", "SessionId", ended).ok();
		assertThat(TestClient.answer(this.client.web().get().uri(url)).status()).isEqualTo(404);
		assertThat(TestClient.answer(this.client.web().get().uri("/request_ai/guessed/path/")).status()).isEqualTo(404);
	}

	@Test
	void onlyTheOpenPortsAreLinked() {
		for (String port : List.of("30099", "30200", "22", "-1")) {
			Answer answer = this.client.call("GetLink", "SessionId", this.session, "Port", port);
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.code()).isEqualTo("PARAM_ERROR");
		}
		assertThat(this.client.call("GetLink", "SessionId", this.session, "Port", "x").code()).isEqualTo("InvalidPort");
		assertThat(this.client.call("GetLink", "SessionId", this.session, "ProtocolType", "https").code())
			.isEqualTo("MissingParameter");
		assertThat(
				this.client.call("GetLink", "SessionId", this.session, "Port", "30100", "ProtocolType", "http").code())
			.isEqualTo("PARAM_ERROR");
	}

	@Test
	void withoutAPortTheBrowserIsLinked() {
		assertThat(this.client.call("GetLink", "SessionId", this.session).ok().at("/Data/Url").stringValue())
			.startsWith("ws://")
			.contains("/cdp/");
	}

	@Test
	void webSocketsAreForwarded() {
		DisposableServer echo = echo();
		try {
			for (String protocol : List.of("https", "wss")) {
				String socket = socketUrl(protocol, echo.port());
				assertThat(socket).startsWith("ws://127.0.0.1:" + this.runtime.port());
				assertThat(exchanged(socket)).containsExactly("b", "hällo", "3 bytes");
			}
		}
		finally {
			echo.disposeNow();
		}
	}

	@Test
	void whatIsSaidRightAfterTheHandshakeIsForwarded() {
		DisposableServer echo = echo();
		try {
			String socket = socketUrl("wss", echo.port());
			for (int i = 0; i < 100; i++) {
				assertThat(exchanged(socket)).as("connection " + i).hasSize(3);
			}
		}
		finally {
			echo.disposeNow();
		}
	}

	private static DisposableServer echo() {
		return HttpServer.create()
			.host("127.0.0.1")
			.port(freePort())
			.route((routes) -> routes.ws("/chat",
					(in, out) -> out.sendObject(in.receiveFrames().map(WebSocketFrame::retain)),
					WebsocketServerSpec.builder().protocols("b").build()))
			.bindNow();
	}

	private String socketUrl(String protocol, int port) {
		return this.client
			.call("GetLink", "SessionId", this.session, "ProtocolType", protocol, "Port", Integer.toString(port))
			.ok()
			.path("Data")
			.path("Url")
			.stringValue()
			.replaceFirst("^http:", "ws:")
			.replaceFirst("/$", "") + "/chat";
	}

	@Test
	void aWebSocketNobodyAnswersIsNotAccepted() {
		String url = url(this.session, freePort()).replaceFirst("^http:", "ws:");
		assertThatThrownBy(() -> exchanged(url)).isInstanceOf(WebSocketHandshakeException.class)
			.hasMessageContaining("502");
	}

	/** The agreed protocol, and what comes back of a text and of some bytes. */
	private static List<String> exchanged(String url) {
		return HttpClient.create()
			.websocket(WebsocketClientSpec.builder().protocols("a,b").build())
			.uri(url)
			.handle((in, out) -> {
				Flux<String> answers = in.aggregateFrames()
					.receiveFrames()
					.map((frame) -> (frame instanceof TextWebSocketFrame text) ? text.text()
							: frame.content().readableBytes() + " bytes")
					.take(2);
				return out
					.sendObject(Flux.just(new TextWebSocketFrame("hällo"),
							new BinaryWebSocketFrame(Unpooled.wrappedBuffer(new byte[3]))))
					.then()
					.thenMany(answers.startWith(String.valueOf(in.selectedSubprotocol())));
			})
			.collectList()
			.block(Duration.ofSeconds(30));
	}

	@Test
	void aProgramInTheSessionIsReached() {
		boolean python = this.client.shell(this.session, "command -v python3").path("exit_code").intValue() == 0;
		assumeTrue(python, "python3 is missing");
		int port = freePort();
		this.client.shell(this.session,
				"echo served > index.html; python3 -m http.server --bind 127.0.0.1 " + port + " & echo");
		String url = url(this.session, port);
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(
					() -> assertThat(TestClient.answer(this.client.web().get().uri(url)).text()).isEqualTo("served\n"));
	}

	private String url(String session, int port) {
		return this.client
			.call("GetLink", "SessionId", session, "ProtocolType", "https", "Port", Integer.toString(port))
			.ok()
			.path("Data")
			.path("Url")
			.stringValue();
	}

	private int port() {
		return this.server.getAddress().getPort();
	}

	private static com.sun.net.httpserver.HttpServer listenOnAnyOpenPort() throws IOException {
		return com.sun.net.httpserver.HttpServer
			.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort()), 0);
	}

	private static int freePort() {
		for (int port = 30100; port <= 30199; port++) {
			try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
				return probe.getLocalPort();
			}
			catch (IOException ex) {
				// Taken: try the next.
			}
		}
		throw new AssertionError("No port is free");
	}

}
