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

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.agentbay.connection.Proxy;
import io.agentbay.connection.RetryPolicy;
import io.agentbay.error.CallTimeoutException;
import io.agentbay.error.ConnectionFailedException;
import io.agentbay.session.Session;
import io.agentbay.session.SessionQuery;
import io.agentbay.testing.ClosedPort;
import io.agentbay.testing.Listener;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import io.agentbay.tool.ToolCall;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How connections are opened and shared.
 */
@Tag("failure")
class ConnectionTests {

	@Test
	void aPeerThatAcceptsAndIsSilentIsNoConnection() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
				AgentBay agentBay = AgentBay.builder()
					.apiKey("k")
					.endpoint("https://127.0.0.1:" + silent.getLocalPort())
					.environment(Map.of())
					.connectTimeout(Duration.ofMillis(200))
					.retryPolicy(RetryPolicy.none())
					.build()) {
			assertThatExceptionOfType(CallTimeoutException.class)
				.isThrownBy(() -> agentBay.listPage(SessionQuery.all()))
				.satisfies((ex) -> assertThat(ex.mayHaveTakenEffect()).isFalse())
				.withStackTraceContaining(SslHandshakeTimeoutException.class.getSimpleName());
		}
	}

	@Test
	void aPeerThatDoesNotSpeakTlsIsToldInPlainWords() {
		try (Listener plain = new Listener("plain")) {
			plain.start(ConnectionTests::answerPlainly);
			assertThatExceptionOfType(ConnectionFailedException.class)
				.isThrownBy(() -> listBy("https://" + plain.address()))
				.withMessageContainingAll("could not be sent", "does not speak TLS", "http://")
				.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(200));
		}
	}

	@Test
	void aPeerThatHangsUpIsToldInPlainWords() {
		try (Listener rude = new Listener("rude")) {
			rude.start(ConnectionTests::hangUp);
			assertThatExceptionOfType(ConnectionFailedException.class)
				.isThrownBy(() -> listBy("https://" + rude.address()))
				.withMessageContaining("closed the connection");
		}
	}

	private static void answerPlainly(Socket connection) {
		try (connection) {
			connection.getOutputStream()
				.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			connection.getInputStream().transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException ex) {
			// the client hung up
		}
	}

	private static void hangUp(Socket connection) {
		try (connection) {
			connection.getInputStream().read();
		}
		catch (IOException ex) {
			// the client hung up
		}
	}

	private static void listBy(String endpoint) {
		try (AgentBay agentBay = AgentBay.builder()
			.apiKey("k")
			.endpoint(endpoint)
			.environment(Map.of())
			.retryPolicy(RetryPolicy.none())
			.build()) {
			agentBay.listPage(SessionQuery.all());
		}
	}

	@Test
	void aProxyThatIsDownIsNamed() {
		try (ClosedPort port = new ClosedPort();
				AgentBay agentBay = AgentBay.builder()
					.apiKey("k")
					.endpoint("https://agentbay.invalid")
					.environment(Map.of())
					.proxy(Proxy.of("127.0.0.1", port.number()))
					.retryPolicy(RetryPolicy.none())
					.build()) {
			assertThatExceptionOfType(ConnectionFailedException.class)
				.isThrownBy(() -> agentBay.listPage(SessionQuery.all()))
				.withMessageContaining("by way of the proxy 127.0.0.1:" + port.number());
		}
	}

	@Test
	void nothingWaitsBehindACommandButCommands() {
		try (ScriptedServer server = new ScriptedServer().answers(Replies.session())
			.keepsSilent()
			.answers(Replies.ok("[]"))
			.answers(Replies.session()); AgentBay agentBay = server.client().maxConnections(1).build()) {
			Session session = agentBay.create();
			CompletableFuture<Void> command = CompletableFuture
				.runAsync(() -> session.command().reactive().run("sleep 60").subscribe());
			Awaitility.await().until(() -> server.actions().contains("CallMcpTool"));
			command.join();
			assertThat(agentBay.listPage(SessionQuery.all()).items()).isEmpty();
			assertThat(agentBay.create().id()).isEqualTo(Replies.SESSION);
		}
	}

	@Test
	void whatFoundNoConnectionInTimeIsNotSentLater() {
		try (ScriptedServer server = new ScriptedServer().answers(Replies.session())
			.keepsSilent()
			.answersOtherwise((request) -> Replies.toolText("done"));
				AgentBay agentBay = server.client().maxConnections(1).retryPolicy(RetryPolicy.none()).build()) {
			Session session = agentBay.create();
			Disposable first = session.reactive().callTool(ToolCall.of("shell", Map.of("command", "one"))).subscribe();
			Awaitility.await().until(() -> server.actions().contains("CallMcpTool"));
			ToolCall second = ToolCall.of("shell", Map.of("command", "two")).withConnectTimeout(Duration.ofMillis(100));
			assertThatExceptionOfType(CallTimeoutException.class).isThrownBy(() -> session.callTool(second))
				.withMessageContaining("no connection was ready within 100 ms");
			first.dispose();
			assertThat(session.callTool(ToolCall.of("shell", Map.of("command", "three")))).isNotNull();
			assertThat(server.requests()).extracting((request) -> request.form().getOrDefault("Args", ""))
				.filteredOn((arguments) -> arguments.contains("command"))
				.hasSize(2)
				.noneMatch((arguments) -> arguments.contains("two"));
		}
	}

}
