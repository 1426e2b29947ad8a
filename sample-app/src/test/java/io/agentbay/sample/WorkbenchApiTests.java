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

package io.agentbay.sample;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.agentbay.boot.test.AutoConfigureLocalAgentBay;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what the page of the workbench uses, and for who may use it.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureLocalAgentBay
class WorkbenchApiTests {

	private static final long PATIENCE = 180;

	@LocalServerPort
	private int port;

	private RestTestClient http;

	/** The client of all headers, with more time than it has by itself. */
	@BeforeEach
	void connect() {
		ReactorClientHttpRequestFactory requests = new ReactorClientHttpRequestFactory();
		requests.setReadTimeout(Duration.ofSeconds(PATIENCE));
		this.http = RestTestClient.bindToServer(requests).baseUrl("http://127.0.0.1:" + this.port).build();
	}

	@Test
	void thePageMayDoNothingButWhatComesFromHere() {
		this.http.get()
			.uri("/")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("X-Content-Type-Options", "nosniff")
			.expectHeader()
			.value("Content-Security-Policy",
					(policy) -> assertThat(policy).startsWith("default-src 'none'; ")
						.contains("script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
						.doesNotContain("unsafe"));
	}

	@ParameterizedTest
	@CsvSource({ "Origin, http://evil.example", "Origin, null", "Sec-Fetch-Site, cross-site",
			"Sec-Fetch-Site, same-site", "Host, evil.example" })
	void otherSitesChangeNothing(String header, String value) {
		this.http.post()
			.uri("/sessions")
			.header(header, value)
			.exchange()
			.expectStatus()
			.isForbidden()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@ParameterizedTest
	@CsvSource({ "POST, /conversations/any/messages", "POST, /conversations/any/messages/stream",
			"DELETE, /conversations/any", "GET, /conversations/any/files/any", "GET, /audit",
			"POST, /actuator/agentbayapprovals/any", "GET, /actuator/agentbayapprovals" })
	void otherSitesNeitherTalkToModelsNorDecide(String method, String path) {
		this.http.method(HttpMethod.valueOf(method))
			.uri(path)
			.header("Origin", "http://evil.example")
			.contentType(MediaType.TEXT_PLAIN)
			.exchange()
			.expectStatus()
			.isForbidden();
	}

	@Test
	void otherSitesReadNothingButMayLinkToThePage() {
		this.http.get()
			.uri("/sessions")
			.header("Sec-Fetch-Site", "cross-site")
			.header("Sec-Fetch-Mode", "no-cors")
			.exchange()
			.expectStatus()
			.isForbidden();
		this.http.get()
			.uri("/")
			.header("Sec-Fetch-Site", "cross-site")
			.header("Sec-Fetch-Mode", "navigate")
			.exchange()
			.expectStatus()
			.isOk();
	}

	@Test
	void thePageItselfMay() {
		this.http.post()
			.uri("/contexts")
			.header("Origin", "http://127.0.0.1:" + this.port)
			.header("Host", "127.0.0.1:" + this.port)
			.header("Sec-Fetch-Site", "same-origin")
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("name", "mine"))
			.exchange()
			.expectStatus()
			.isCreated();
	}

	@Test
	void otherSitesGetNoTerminal() {
		WebSocketHttpHeaders headers = new WebSocketHttpHeaders();
		headers.setOrigin("http://evil.example");
		assertThatExceptionOfType(ExecutionException.class)
			.isThrownBy(() -> new StandardWebSocketClient().execute(new Browser(), headers, terminalOf("any"))
				.get(PATIENCE, TimeUnit.SECONDS))
			.withMessageContaining("403");
	}

	@Test
	void aTerminalIsTypedToOverAWebSocket() throws Exception {
		Browser browser = new Browser();
		WebSocketSession socket = new StandardWebSocketClient()
			.execute(browser, new WebSocketHttpHeaders(), terminalOf(createSession()))
			.get(PATIENCE, TimeUnit.SECONDS);
		socket.sendMessage(new TextMessage("\0resize 101 37"));
		socket.sendMessage(new TextMessage("stty size\r"));
		Awaitility.await()
			.atMost(Duration.ofSeconds(PATIENCE))
			.until(() -> browser.shown.toString().contains("37 101"));
		socket.sendMessage(new TextMessage("exit 5\r"));
		assertThat(browser.closed.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo(new CloseStatus(1000, "exit 5"));
	}

	@Test
	void aLargePasteIsTypedIntoATerminal() throws Exception {
		Browser browser = new Browser();
		WebSocketSession socket = new StandardWebSocketClient()
			.execute(browser, new WebSocketHttpHeaders(), terminalOf(createSession()))
			.get(PATIENCE, TimeUnit.SECONDS);
		socket.sendMessage(new TextMessage("stty raw -echo; echo rea''dy; head -c 300000 | wc -c; exit 6\r"));
		Awaitility.await().atMost(Duration.ofSeconds(PATIENCE)).until(() -> browser.shown.toString().contains("ready"));
		socket.sendMessage(new TextMessage("x".repeat(300_000)));
		assertThat(browser.closed.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo(new CloseStatus(1000, "exit 6"));
		assertThat(browser.shown.toString()).contains("300000");
	}

	@Test
	void aTerminalOfAnUnknownSessionIsClosedAtOnce() throws Exception {
		Browser browser = new Browser();
		new StandardWebSocketClient().execute(browser, new WebSocketHttpHeaders(), terminalOf("session-unknown"))
			.get(PATIENCE, TimeUnit.SECONDS);
		assertThat(browser.closed.poll(PATIENCE, TimeUnit.SECONDS)).extracting(CloseStatus::getCode).isEqualTo(1011);
	}

	@Test
	void codeTellsWhatItDoesLineByLine() {
		String lines = this.http.post()
			.uri("/sessions/{id}/code", createSession())
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("language", "python", "code", "print('out')\n6 * 7"))
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.APPLICATION_NDJSON)
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(lines).contains("\"type\":\"stdout\"", "\"chunk\":\"out", "\"type\":\"value\"", "\"42\"")
			.contains("\"type\":\"finished\"");
	}

	@Test
	void filesOfAnyKindGoUpAndDownUnchanged() {
		String id = createSession();
		byte[] content = { 0, -1, 13, 10, 'a' };
		MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
		form.add("file", new ByteArrayResource(content) {
			@Override
			public String getFilename() {
				return "any.bin";
			}
		});
		this.http.post()
			.uri("/sessions/{id}/uploads?path=any.bin", id)
			.contentType(MediaType.MULTIPART_FORM_DATA)
			.body(form)
			.exchange()
			.expectStatus()
			.isNoContent();
		this.http.get()
			.uri("/sessions/{id}/downloads?path=any.bin", id)
			.exchange()
			.expectHeader()
			.contentDisposition(ContentDisposition.attachment().filename("any.bin", StandardCharsets.UTF_8).build())
			.expectBody(byte[].class)
			.isEqualTo(content);
		this.http.delete().uri("/sessions/{id}/files?path=any.bin", id).exchange().expectStatus().isNoContent();
		this.http.get().uri("/sessions/{id}/directory", id).exchange().expectBody().json("[]");
	}

	@Test
	void aPausedSessionIsResumed() {
		String id = createSession();
		this.http.post().uri("/sessions/{id}/pause", id).exchange().expectStatus().isNoContent();
		this.http.get().uri("/sessions/{id}/directory", id).exchange().expectStatus().isEqualTo(HttpStatus.CONFLICT);
		this.http.post().uri("/sessions/{id}/resume", id).exchange().expectStatus().isNoContent();
		this.http.get().uri("/sessions/{id}/directory", id).exchange().expectStatus().isOk();
	}

	@Test
	void aContextIsFoundInASessionThatMountsIt() {
		String context = this.http.post()
			.uri("/contexts")
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("name", "kept"))
			.exchange()
			.expectBody(ContextController.ListedContext.class)
			.returnResult()
			.getResponseBody()
			.id();
		String id = this.http.post()
			.uri("/sessions?contextId={id}", context)
			.exchange()
			.expectBody(SessionController.CreatedSession.class)
			.returnResult()
			.getResponseBody()
			.id();
		this.http.get()
			.uri("/sessions/{id}/directory?path={path}", id, Computers.CONTEXT_PATH)
			.exchange()
			.expectStatus()
			.isOk();
		this.http.delete()
			.uri("/contexts/{id}", context)
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.CONFLICT)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:agentbay:problem:conflict");
		this.http.delete().uri("/sessions/{id}", id).exchange().expectStatus().isNoContent();
		this.http.delete().uri("/contexts/{id}", context).exchange().expectStatus().isNoContent();
	}

	@Test
	void theLastCallsAreTold() {
		createSession();
		this.http.get()
			.uri("/calls")
			.exchange()
			.expectBody()
			.jsonPath("$[?(@.name == 'CreateMcpSession' && @.outcome == 'SUCCESS')]")
			.isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/code", "/commands", "/screens/desktop/clicks", "/screens/desktop/keys" })
	void emptyBodiesAreRefusedByName(String path) {
		this.http.post()
			.uri("/sessions/any" + path)
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"x\": -1, \"y\": -1}")
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail).contains("' must "));
	}

	@Test
	void anUnknownAddressAnUnknownScreenAndAWrongMethodAreProblems() {
		this.http.get()
			.uri("/nowhere")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
		this.http.patch().uri("/sessions").exchange().expectStatus().isEqualTo(HttpStatus.METHOD_NOT_ALLOWED);
		this.http.get()
			.uri("/sessions/{id}/screens/watch/picture", createSession())
			.exchange()
			.expectStatus()
			.isBadRequest();
	}

	@Test
	void theOpenApiDocumentHasEveryRequest(
			@Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
		JsonNode paths = this.http.get()
			.uri("/openapi")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(JsonNode.class)
			.returnResult()
			.getResponseBody()
			.path("paths");
		Set<String> described = new TreeSet<>();
		paths.propertyNames()
			.forEach((path) -> paths.path(path)
				.propertyNames()
				.forEach((method) -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
		Set<String> mapped = new TreeSet<>();
		mapping.getHandlerMethods().forEach((info, method) -> {
			if (method.getBeanType().getPackageName().startsWith("io.agentbay.sample")) {
				info.getPatternValues()
					.forEach((path) -> info.getMethodsCondition()
						.getMethods()
						.forEach((verb) -> mapped.add(verb + " " + path)));
			}
		});
		assertThat(described).isEqualTo(mapped).hasSizeGreaterThan(20);
	}

	private URI terminalOf(String id) {
		return URI.create("ws://127.0.0.1:" + this.port + "/sessions/" + id + "/terminal");
	}

	private String createSession() {
		return this.http.post()
			.uri("/sessions")
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody(SessionController.CreatedSession.class)
			.returnResult()
			.getResponseBody()
			.id();
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

	}

}
