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

package io.agentbay.boot.web;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.agentbay.AgentBay;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.terminal.TerminalOptions;
import org.apache.tomcat.websocket.Constants;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A terminal in a browser, from an application on Tomcat.
 */
@TestInstance(Lifecycle.PER_CLASS)
class TerminalWebSocketHandlerTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final AgentBay agentBay = AgentBay.builder()
		.apiKey(this.runtime.apiKey())
		.endpoint(this.runtime.endpoint().toString())
		.build();

	private final Session session = this.agentBay.create();

	private final ConfigurableApplicationContext application = start();

	@AfterAll
	void stop() {
		this.application.close();
		this.agentBay.close();
		this.runtime.close();
	}

	private ConfigurableApplicationContext start() {
		SpringApplication application = new SpringApplicationBuilder(Application.class).web(WebApplicationType.SERVLET)
			.properties("server.port=0", "server.address=127.0.0.1")
			.build();
		application.addInitializers((context) -> {
			context.getBeanFactory().registerSingleton("agentBay", this.agentBay);
			context.getBeanFactory().registerSingleton("session", this.session);
		});
		return application.run();
	}

	@Test
	void whoConnectsTypesAndSeesAndIsToldTheEnd() throws Exception {
		Browser browser = new Browser();
		WebSocketSession socket = connect(browser, "/terminal");
		await().atMost(PATIENCE).until(() -> browser.shown.toString().equals("> "));
		socket.sendMessage(new TextMessage("\0resize 120 40"));
		socket.sendMessage(new TextMessage("\0resize 999 0"));
		socket.sendMessage(new BinaryMessage(ByteBuffer.wrap("stty size\r".getBytes(StandardCharsets.UTF_8))));
		await().atMost(PATIENCE).until(() -> browser.shown.toString().endsWith("40 120\r\n> "));
		socket.sendMessage(new TextMessage("exit 6\r"));
		assertThat(browser.closed()).isEqualTo(new CloseStatus(1000, "exit 6"));
		assertThat(this.session.terminals().list()).isEmpty();
	}

	@Test
	void aPasteMayBeLarge() throws Exception {
		Browser browser = new Browser();
		WebSocketSession socket = connect(browser, "/terminal");
		socket.sendMessage(new TextMessage("stty raw -echo; echo rea''dy; head -c 600000 | tr -d x | wc -c; exit\r"));
		await().atMost(PATIENCE).until(() -> browser.shown.toString().contains("ready"));
		socket.sendMessage(new TextMessage("x".repeat(299_998) + "\u00e9"));
		socket.sendMessage(new BinaryMessage(ByteBuffer.wrap("x".repeat(300_000).getBytes(StandardCharsets.UTF_8))));
		assertThat(browser.closed()).isEqualTo(new CloseStatus(1000, "exit 0"));
		assertThat(browser.shown.toString()).contains("ready").matches("(?s).*ready\\s+2\\s.*");
	}

	@Test
	void aMessageMayComeInParts() throws Exception {
		Browser browser = new Browser();
		WebSocketSession socket = connect(browser, "/terminal");
		await().atMost(PATIENCE).until(() -> browser.shown.toString().equals("> "));
		socket.sendMessage(new TextMessage("\0resi", false));
		socket.sendMessage(new TextMessage("ze 120 40", true));
		socket.sendMessage(new TextMessage("stty s", false));
		socket.sendMessage(new TextMessage("ize\r", true));
		await().atMost(PATIENCE).until(() -> browser.shown.toString().endsWith("40 120\r\n> "));
		socket.sendMessage(new BinaryMessage(ByteBuffer.wrap("exi".getBytes(StandardCharsets.UTF_8)), false));
		socket.sendMessage(new BinaryMessage(ByteBuffer.wrap("t 7\r".getBytes(StandardCharsets.UTF_8)), true));
		assertThat(browser.closed()).isEqualTo(new CloseStatus(1000, "exit 7"));
	}

	/** A size alone in a line would be a command of the shell. */
	@Test
	void aSizeThatCannotBeIsNotTyped() throws Exception {
		Browser browser = new Browser();
		WebSocketSession socket = connect(browser, "/terminal");
		for (String size : List.of(" 120 40", " 1000 40", " -5 3", " 501 3", " 0 3", "", " 1 2 3", "\rexit 1\r")) {
			socket.sendMessage(new TextMessage("\0resize" + size));
		}
		socket.sendMessage(new TextMessage("\0resi", false));
		socket.sendMessage(new TextMessage("ze 1000", false));
		socket.sendMessage(new TextMessage("0".repeat(20_000), false));
		socket.sendMessage(new TextMessage("\rexit 2\r", true));
		socket.sendMessage(new TextMessage("\0resi", false));
		socket.sendMessage(new TextMessage("\u0015stty size; exit 9\r", true));
		assertThat(browser.closed()).isEqualTo(new CloseStatus(1000, "exit 9"));
		assertThat(browser.shown.toString()).contains("40 120\r\n").doesNotContain("esize");
	}

	@Test
	void aTerminalEndsWithItsConnection() throws Exception {
		WebSocketSession socket = connect(new Browser(), "/terminal");
		await().atMost(PATIENCE).until(() -> this.session.terminals().list().size() == 1);
		socket.close();
		await().atMost(PATIENCE).until(() -> this.session.terminals().list().isEmpty());
	}

	@Test
	void theProgramOfATerminalThatIsLostIsEnded() throws Exception {
		Browser browser = new Browser();
		connect(browser, "/terminal");
		await().atMost(PATIENCE).until(() -> browser.shown.toString().equals("> "));
		this.session.channel().disconnect();
		assertThat(browser.closed()).isEqualTo(new CloseStatus(1011, "The terminal was lost"));
		await().atMost(PATIENCE).until(() -> this.session.terminals().list().isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/lost", "/none", "/broken" })
	void whereNoTerminalCanBeOpenedTheConnectionIsClosed(String path) throws Exception {
		Browser browser = new Browser();
		connect(browser, path);
		assertThat(browser.closed()).isEqualTo(new CloseStatus(1011, "No terminal could be opened"));
	}

	private WebSocketSession connect(Browser browser, String path) throws Exception {
		String port = this.application.getEnvironment().getRequiredProperty("local.server.port");
		StandardWebSocketClient client = new StandardWebSocketClient();
		client.setUserProperties(Map.of(Constants.IO_TIMEOUT_MS_PROPERTY, String.valueOf(PATIENCE.toMillis())));
		return client.execute(browser, null, URI.create("ws://127.0.0.1:" + port + path))
			.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
			WebMvcAutoConfiguration.class })
	@EnableWebSocket
	static class Application implements WebSocketConfigurer {

		private final AgentBay agentBay;

		private final Session session;

		Application(AgentBay agentBay, Session session) {
			this.agentBay = agentBay;
			this.session = session;
		}

		@Override
		public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
			TerminalOptions options = TerminalOptions.defaults()
				.withShell("/bin/sh")
				.withEnvironment(Map.of("PS1", "> "));
			registry.addHandler(new TerminalWebSocketHandler((socket) -> this.session.terminals(), options),
					"/terminal");
			registry.addHandler(
					new TerminalWebSocketHandler((socket) -> this.agentBay.get("session-unknown").terminals(), options),
					"/lost");
			registry.addHandler(new TerminalWebSocketHandler((socket) -> null, options), "/none");
			registry.addHandler(new TerminalWebSocketHandler((socket) -> {
				throw new IllegalStateException("from a test");
			}, options), "/broken");
		}

	}

	private static final class Browser extends AbstractWebSocketHandler {

		private final StringBuffer shown = new StringBuffer();

		private final BlockingQueue<CloseStatus> closed = new LinkedBlockingQueue<>();

		@Override
		protected void handleBinaryMessage(WebSocketSession socket, BinaryMessage message) {
			this.shown.append(StandardCharsets.UTF_8.decode(message.getPayload()));
		}

		@Override
		public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
			this.closed.add(status);
		}

		CloseStatus closed() throws InterruptedException {
			CloseStatus status = this.closed.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
			assertThat(status).isNotNull();
			return status;
		}

	}

}
