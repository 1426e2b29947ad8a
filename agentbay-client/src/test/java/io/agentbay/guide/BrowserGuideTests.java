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

package io.agentbay.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.agentbay.AgentBay;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.terminal.TerminalOptions;
import io.agentbay.testing.LocalClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The script of the page about terminals, run in a browser.
 */
class BrowserGuideTests {

	private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

	private static final Path XTERM = Documents.REPOSITORY
		.resolve("sample-app/src/main/resources/static/vendor/xterm/xterm.js");

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final String SHOWN = """
			() => [...Array(terminal.buffer.active.length).keys()]
				.map((line) => terminal.buffer.active.getLine(line).translateToString(true)).join('|')""";

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final AgentBay agentBay = LocalClient.of(this.runtime).build();

	private final Session session = this.agentBay.create();

	private final WebSocketHandler handler = this.session.terminals()
		.webSocketHandler(TerminalOptions.defaults().withShell("/bin/sh").withEnvironment(Map.of("PS1", "> ")));

	private final HandshakeWebSocketService handshake = new HandshakeWebSocketService(
			new ReactorNettyRequestUpgradeStrategy());

	private final DisposableServer application = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.handle(new ReactorHttpHandlerAdapter(WebHttpHandlerBuilder.webHandler((WebHandler) this::serve).build()))
		.bindNow();

	@AfterEach
	void stop() {
		this.application.disposeNow();
		this.agentBay.close();
		this.runtime.close();
	}

	private Mono<Void> serve(ServerWebExchange exchange) {
		if (exchange.getRequest().getPath().value().equals("/terminal")) {
			return this.handshake.handleRequest(exchange, this.handler);
		}
		return exchange.getResponse().setComplete();
	}

	private static String script() {
		Matcher block = Pattern.compile("(?s)```js\n(.*?)```")
			.matcher(Documents.read(Documents.GUIDE.resolve("terminals.md")));
		assertThat(block.find()).isTrue();
		return block.group(1);
	}

	@Test
	void aBrowserTypesResizesAndIsToldTheEnd() throws IOException {
		assumeTrue(Files.isExecutable(CHROMIUM), "chromium is missing");
		Playwright.CreateOptions options = new Playwright.CreateOptions()
			.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
		try (Playwright playwright = Playwright.create(options);
				Browser browser = playwright.chromium()
					.launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM)
						.setArgs(List.of("--no-sandbox")))) {
			Page page = browser.newPage();
			page.navigate("http://127.0.0.1:" + this.application.port() + "/");
			page.setContent("<div id='terminal'></div><script>" + Files.readString(XTERM) + "</script><script>"
					+ script() + "</script>");
			awaitShown(page, "> ");
			page.evaluate("() => terminal.resize(91, 23)");
			page.evaluate("() => terminal.input('stty size\\r')");
			awaitShown(page, "23 91|> ");
			page.evaluate("() => terminal.input('exit 6\\r')");
			awaitShown(page, "1000 exit 6");
			assertThat(this.session.terminals().list()).isEmpty();
		}
	}

	private static void awaitShown(Page page, String text) {
		Awaitility.await()
			.atMost(PATIENCE)
			.pollInSameThread()
			.untilAsserted(() -> assertThat((String) page.evaluate(SHOWN)).contains(text.strip()));
	}

}
