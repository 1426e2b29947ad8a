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
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import com.sun.net.httpserver.HttpServer;
import io.agentbay.local.TestClient.Answer;
import io.agentbay.local.TestClient.ToolAnswer;
import io.agentbay.local.browser.PageAction;
import io.agentbay.local.browser.PageModel;
import io.agentbay.local.browser.PageView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Browsers of sessions, and the way to them.
 */
@TestInstance(Lifecycle.PER_CLASS)
class BrowserTests {

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final TestClient client = new TestClient(this.runtime);

	private final String session = this.client.createSession();

	private int port;

	@BeforeAll
	void start() {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/chromium")), "chromium is not installed");
		this.port = init(this.session, "{\"useStealth\":true,\"fingerprint\":{\"locales\":[\"de-DE\"]}}").ok()
			.path("Data")
			.path("Port")
			.intValue();
	}

	@AfterAll
	void stop() {
		this.runtime.close();
	}

	@Test
	@Exercises("InitBrowser")
	void aBrowserThatRunsStays() {
		assertThat(this.port).isPositive();
		assertThat(init(this.session, "{\"userAgent\":\"other\"}").ok().path("Data").path("Port").intValue())
			.isEqualTo(this.port);
	}

	@Test
	@Exercises("GetCdpLink")
	void theLinkLeadsToTheBrowserAndNowhereElse() throws Exception {
		String link = link(this.session);
		assertThat(link).startsWith("ws://127.0.0.1:" + this.runtime.port() + "/cdp/").contains("/devtools/browser/");
		assertThat(this.client.call("GetLink", "SessionId", this.session).ok().path("Data").path("Url").stringValue())
			.isEqualTo(link);
		try (Cdp cdp = new Cdp(link)) {
			assertThat(cdp.call("Browser.getVersion").path("result").path("product").stringValue()).contains("Chrom");
		}
		assertThat(TestClient.answer(this.client.web().get().uri("/cdp/guessed/json/version")).status()).isEqualTo(404);
	}

	@Test
	void aLinkCanBeHadAndUsedBeforeTheBrowserIsStarted() throws Exception {
		String fresh = this.client.createSession();
		try (Cdp first = new Cdp(link(fresh)); Cdp second = new Cdp(link(fresh))) {
			assertThat(first.call("Browser.getVersion").path("result").path("product").stringValue()).contains("Chrom");
			String target = first.call("Target.createTarget", Map.of("url", "about:blank"), null)
				.at("/result/targetId")
				.stringValue();
			assertThat(second.call("Target.getTargets").toString()).contains(target);
			try (Cdp page = new Cdp(link(fresh).replaceFirst("/browser/.*", "/page/" + target))) {
				assertThat(page.call("Runtime.evaluate", Map.of("expression", "6 * 7"), null)
					.at("/result/result/value")
					.intValue()).isEqualTo(42);
			}
		}
		init(fresh, "{}").ok();
	}

	@Test
	void noBrowserListensOnAPort() {
		String asking = this.client.createSession();
		init(asking, "{\"cmdArgs\":[\"--remote-debugging-port=9333\"]}").ok();
		assertThat(this.client.shell(asking, "cat /proc/*/cmdline | tr '\\0' '\\n' | grep '^--remote-debugging'")
			.path("stdout")
			.stringValue()
			.lines()
			.distinct()).containsExactly("--remote-debugging-pipe");
		assertThat(this.client.call("GetLink", "SessionId", asking, "Port", "-1", "ProtocolType", "https").status())
			.isEqualTo(400);
		String token = link(asking).replaceFirst(".*/cdp/", "").replaceFirst("/.*", "");
		assertThat(TestClient.answer(this.client.web().get().uri("/request_ai/" + token + "/path/")).status())
			.isEqualTo(404);
	}

	@Test
	void whatIsServedBesideTheLinkIsSeenFromOutside() {
		String base = link(this.session).replace("ws://", "http://").replaceFirst("/devtools/.*", "");
		JsonNode version = TestClient.MAPPER
			.readTree(TestClient.answer(this.client.web().get().uri(base + "/json/version")).text());
		assertThat(version.path("webSocketDebuggerUrl").stringValue()).isEqualTo(link(this.session));
		String list = TestClient.answer(this.client.web().get().uri(base + "/json/list")).text();
		assertThat(list).contains(base.substring("http://".length()));
	}

	@Test
	void aBrowserCanHideThatAProgramDrivesIt() {
		assertThat(evaluated(this.session, "navigator.userAgent")).contains("Chrome/").doesNotContain("Headless");
		assertThat(evaluated(this.session, "String(navigator.webdriver)")).isEqualTo("false");
		assertThat(evaluated(this.session, "navigator.language")).isEqualTo("de-DE");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{\"proxies\":[{\"type\":\"other\"}]}|custom, wuying or managed",
					"{\"cmdArgs\":[\"https://example.com\"]}|cmdArgs",
					"{\"viewport\":{\"width\":0,\"height\":1}}|viewport", "nonsense|not JSON" })
	void whatCannotBeMetIsRefused(String option, String reason) {
		Answer answer = init(this.client.createSession(), option);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isEqualTo("BrowserNotStarted");
		assertThat(answer.text()).contains(reason);
	}

	@Test
	void theToolsNeedABrowserThatRuns() {
		String fresh = this.client.createSession();
		ToolAnswer navigated = this.client.tool(fresh, "page_use_navigate", Map.of("url", "about:blank"));
		assertThat(navigated.error()).isTrue();
		assertThat(navigated.text()).contains("Browser must be initialized");
		assertThat(this.client.tool(fresh, "stopChrome", Map.of()).text()).isEqualTo("No browser was running");
	}

	@Test
	void aPausedSessionHasABrowserThatStandsStill() throws Exception {
		String paused = this.client.createSession();
		init(paused, "{}").ok();
		try (Cdp cdp = new Cdp(link(paused))) {
			this.client.call("PauseSessionAsync", "SessionId", paused).ok();
			await().atMost(Duration.ofSeconds(60)).until(() -> status(paused).equals("PAUSED"));
			int number = cdp.send("Browser.getVersion");
			assertThat(cdp.answer(number, Duration.ofMillis(300))).isNull();
			this.client.call("ResumeSessionAsync", "SessionId", paused).ok();
			assertThat(cdp.answer(number, Duration.ofSeconds(60))).isNotNull();
		}
	}

	@Test
	void aBrowserEndsWithItsSession() throws Exception {
		String ending = this.client.createSession();
		init(ending, "{}").ok();
		try (Cdp cdp = new Cdp(link(ending))) {
			this.client.call("DeleteSessionAsync", "SessionId", ending).ok();
			cdp.closed.get(60, TimeUnit.SECONDS);
		}
	}

	@Test
	@Exercises("stopChrome")
	void whatTheBrowserRemembersOutlivesIt() throws IOException {
		HttpServer site = serve((authorization) -> true);
		try {
			String remembering = this.client.createSession();
			init(remembering, "{}").ok();
			String url = "http://127.0.0.1:" + site.getAddress().getPort() + "/";
			navigate(remembering, url);
			evaluated(remembering, "document.cookie = 'kept=yes; max-age=1000'");
			assertThat(this.client.tool(remembering, "stopChrome", Map.of()).text()).isEqualTo("The browser was ended");
			init(remembering, "{}").ok();
			navigate(remembering, url);
			assertThat(evaluated(remembering, "document.cookie")).isEqualTo("kept=yes");
		}
		finally {
			site.stop(0);
		}
	}

	@Test
	void whatTheBrowserRemembersIsSavedWithItsSession() throws IOException {
		HttpServer site = serve((authorization) -> true);
		try {
			String context = this.client.call("GetContext", "Name", "profile", "AllowCreate", "true")
				.ok()
				.path("Data")
				.path("Id")
				.stringValue();
			String persistence = TestClient.MAPPER.writeValueAsString(List.of(Map.of("ContextId", context, "Path",
					"/tmp/agentbay_browser", "Policy",
					TestClient.MAPPER.writeValueAsString(Map.of("uploadPolicy", Map.of("autoUpload", true), "bwList",
							Map.of("whiteLists", List.of(Map.of("path", "/Local State", "excludePaths", List.of()),
									Map.of("path", "/Default/Cookies", "excludePaths", List.of()))))))));
			String url = "http://127.0.0.1:" + site.getAddress().getPort() + "/";
			String first = this.client.createSession("PersistenceDataList", persistence);
			init(first, "{}").ok();
			navigate(first, url);
			evaluated(first, "document.cookie = 'kept=yes; max-age=1000'");
			this.client.call("DeleteSessionAsync", "SessionId", first).ok();
			await().atMost(Duration.ofSeconds(60)).until(() -> !this.runtime.liveSessionIds().contains(first));
			String second = this.client.createSession("PersistenceDataList", persistence);
			await().atMost(Duration.ofSeconds(60))
				.until(() -> this.client.shell(second, "ls /tmp/agentbay_browser/Default/Cookies")
					.path("exit_code")
					.intValue() == 0);
			init(second, "{}").ok();
			navigate(second, url);
			assertThat(evaluated(second, "document.cookie")).isEqualTo("kept=yes");
		}
		finally {
			site.stop(0);
		}
	}

	@Test
	void aProxyIsUsedWithItsPassword() throws IOException {
		String credentials = "Basic "
				+ Base64.getEncoder().encodeToString("ann:secret".getBytes(StandardCharsets.UTF_8));
		HttpServer proxy = serve(credentials::equals);
		try {
			String proxied = this.client.createSession();
			init(proxied, "{\"proxies\":[{\"type\":\"custom\",\"server\":\"http://127.0.0.1:%d\",\"username\":\"ann\","
				.formatted(proxy.getAddress().getPort()) + "\"password\":\"secret\"}]}").ok();
			navigate(proxied, "http://proxied.invalid/");
			assertThat(evaluated(proxied, "document.title")).isEqualTo("Served");
		}
		finally {
			proxy.stop(0);
		}
	}

	@Test
	void aModelTakesThePlaceOfTheRules() {
		try (LocalAgentBay own = LocalAgentBay.builder().pageModel(new Parrot()).start()) {
			TestClient its = new TestClient(own);
			String with = its.createSession();
			its.call("InitBrowser", "SessionId", with).ok();
			its.tool(with, "page_use_navigate", Map.of("url", "data:text/html,<title>T</title><p>hi"));
			assertThat(its.tool(with, "page_use_extract", Map.of("instruction", "repeat", "field_schema", "schema: {}"))
				.text()).isEqualTo("{\"said\":\"repeat T\"}");
			assertThat(its.tool(with, "page_use_act", Map.of("action", "say %x%", "variables", Map.of("x", "hello")))
				.text()).contains("say hello").contains("\"success\":true");
		}
	}

	private Answer init(String session, String option) {
		return this.client.call("InitBrowser", "SessionId", session, "PersistentPath", "/tmp/agentbay_browser",
				"BrowserOption", option);
	}

	private String link(String session) {
		return this.client.call("GetCdpLink", "SessionId", session).ok().path("Data").path("Url").stringValue();
	}

	private String status(String session) {
		return this.client.call("GetSession", "SessionId", session).ok().path("Data").path("Status").stringValue();
	}

	private void navigate(String session, String url) {
		ToolAnswer answer = this.client.tool(session, "page_use_navigate", Map.of("url", url));
		assertThat(answer.error()).as(answer.text()).isFalse();
	}

	/** What the page that was opened last says to an expression, by the DevTools. */
	private String evaluated(String session, String expression) {
		try (Cdp cdp = new Cdp(link(session))) {
			JsonNode targets = cdp.call("Target.getTargets").path("result").path("targetInfos");
			for (JsonNode target : targets) {
				if (target.path("type").stringValue().equals("page")) {
					String attached = cdp
						.call("Target.attachToTarget",
								Map.of("targetId", target.path("targetId").stringValue(), "flatten", true), null)
						.path("result")
						.path("sessionId")
						.stringValue();
					return cdp
						.call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true), attached)
						.path("result")
						.path("result")
						.path("value")
						.asString();
				}
			}
			throw new AssertionError("There is no page: " + targets);
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	private static HttpServer serve(Predicate<@Nullable String> allows) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> {
			boolean allowed = allows.test(exchange.getRequestHeaders().getFirst("Proxy-Authorization"));
			byte[] page = "<title>Served</title>".getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().set("Content-Type", "text/html");
			if (!allowed) {
				exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"test\"");
			}
			exchange.sendResponseHeaders(allowed ? 200 : 407, page.length);
			exchange.getResponseBody().write(page);
			exchange.close();
		});
		server.start();
		return server;
	}

	/**
	 * Says what it was told.
	 */
	private static final class Parrot implements PageModel {

		@Override
		public List<PageAction> act(String instruction, PageView page) {
			return List.of(new PageAction("scroll", null, "1", instruction));
		}

		@Override
		public List<PageAction> observe(String instruction, PageView page) {
			return List.of();
		}

		@Override
		public String extract(String instruction, String schema, PageView page) {
			return "{\"said\":\"" + instruction + " " + page.title() + "\"}";
		}

	}

	/**
	 * A client of the DevTools protocol, as small as can be.
	 */
	private static final class Cdp implements WebSocket.Listener, AutoCloseable {

		private final CompletableFuture<Void> closed = new CompletableFuture<>();

		private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();

		private final StringBuilder text = new StringBuilder();

		private final WebSocket socket;

		private int number;

		Cdp(String url) throws Exception {
			this.socket = HttpClient.newHttpClient()
				.newWebSocketBuilder()
				.buildAsync(URI.create(url), this)
				.get(60, TimeUnit.SECONDS);
		}

		JsonNode call(String method) throws Exception {
			return call(method, Map.of(), null);
		}

		JsonNode call(String method, Map<String, ?> parameters, @Nullable String session) throws Exception {
			JsonNode answer = answer(send(method, parameters, session), Duration.ofSeconds(60));
			assertThat(answer).as(method).isNotNull();
			return answer;
		}

		int send(String method) throws Exception {
			return send(method, Map.of(), null);
		}

		private int send(String method, Map<String, ?> parameters, @Nullable String session) throws Exception {
			Map<String, Object> message = new LinkedHashMap<>(
					Map.of("id", ++this.number, "method", method, "params", parameters));
			if (session != null) {
				message.put("sessionId", session);
			}
			this.socket.sendText(TestClient.MAPPER.writeValueAsString(message), true).get(60, TimeUnit.SECONDS);
			return this.number;
		}

		@Nullable JsonNode answer(int number, Duration patience) throws InterruptedException {
			long end = System.nanoTime() + patience.toNanos();
			while (true) {
				JsonNode next = this.messages.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
				if (next == null || next.path("id").asInt(0) == number) {
					return next;
				}
			}
		}

		@Override
		public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
			this.text.append(data);
			if (last) {
				this.messages.add(TestClient.MAPPER.readTree(this.text.toString()));
				this.text.setLength(0);
			}
			socket.request(1);
			return null;
		}

		@Override
		public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
			this.closed.complete(null);
			return null;
		}

		@Override
		public void onError(WebSocket socket, Throwable error) {
			this.closed.complete(null);
		}

		@Override
		public void close() {
			this.socket.abort();
		}

	}

}
