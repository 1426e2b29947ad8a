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

import java.time.Duration;
import java.util.List;

import io.agentbay.boot.test.AutoConfigureLocalAgentBay;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the sample, over HTTP and in real sessions.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "agentbay.health.timeout=1s", "agentbay.health.cache-for=0s" })
@AutoConfigureLocalAgentBay
@AutoConfigureRestTestClient
class SampleApplicationTests {

	@Autowired
	private RestTestClient http;

	@Autowired
	private LocalAgentBay agentBay;

	/** Other classes of tests share the application. */
	@BeforeEach
	void forgetTheSessionsOfOthers() {
		this.agentBay.reset();
	}

	@Test
	void sessionIsCreatedListedAndDeleted() {
		String id = createSession();
		assertThat(this.agentBay.liveSessionIds()).containsExactly(id);
		this.http.get()
			.uri("/sessions")
			.exchange()
			.expectBody()
			.json("[{\"id\": \"%s\", \"status\": \"RUNNING\"}]".formatted(id));
		this.http.delete().uri("/sessions/{id}", id).exchange().expectStatus().isNoContent();
		assertThat(this.agentBay.liveSessionIds()).isEmpty();
	}

	@Test
	void createdSessionHasALocation() {
		this.http.post()
			.uri("/sessions?imageId=linux_latest")
			.exchange()
			.expectStatus()
			.isCreated()
			.expectHeader()
			.valueMatches("Location", "/sessions/.+");
	}

	@Test
	void commandIsRun() {
		run(createSession(), "echo out; echo err >&2; exit 3").expectStatus()
			.isOk()
			.expectBody()
			.json("{\"exitCode\": 3, \"stdout\": \"out\\n\", \"stderr\": \"err\\n\"}");
	}

	@Test
	void eachConversationHasAComputer() {
		assertThat(say("ann", "echo hers > a.txt")).startsWith("I ran it. Exit code: 0");
		assertThat(say("ann", "cat a.txt")).endsWith("Standard output:\nhers");
		assertThat(say("bob", "cat a.txt")).startsWith("I ran it. Exit code: 1");
	}

	private String say(String conversation, String message) {
		return this.http.post()
			.uri("/conversations/{id}/messages", conversation)
			.contentType(MediaType.TEXT_PLAIN)
			.body(message)
			.exchange()
			.returnResult(String.class)
			.getResponseBody();
	}

	@Test
	void fileIsWrittenReadAndListed() {
		String id = createSession();
		this.http.put()
			.uri("/sessions/{id}/files?path=notes.txt", id)
			.contentType(MediaType.TEXT_PLAIN)
			.body("größer\n")
			.exchange()
			.expectStatus()
			.isNoContent();
		this.http.get()
			.uri("/sessions/{id}/files?path=notes.txt", id)
			.exchange()
			.expectHeader()
			.contentType("text/plain;charset=UTF-8")
			.expectBody(String.class)
			.isEqualTo("größer\n");
		run(id, "mkdir box; wc -c < notes.txt").expectBody().json("{\"exitCode\": 0, \"stdout\": \"9\\n\"}");
		this.http.get()
			.uri("/sessions/{id}/directory", id)
			.exchange()
			.expectBody()
			.json("[{\"name\": \"box\", \"directory\": true}, {\"name\": \"notes.txt\", \"directory\": false}]");
		this.http.get().uri("/sessions/{id}/directory?path=box", id).exchange().expectBody().json("[]");
	}

	@Test
	void emptyFileIsWritten() {
		String id = createSession();
		this.http.put().uri("/sessions/{id}/files?path=empty.txt", id).exchange().expectStatus().isNoContent();
		run(id, "wc -c < empty.txt").expectBody().json("{\"stdout\": \"0\\n\"}");
	}

	@ParameterizedTest
	@CsvSource({ "GET, /files?path=a", "PUT, /files?path=a", "GET, /directory", "DELETE, ''" })
	void unknownSessionIsGone(String method, String path) {
		ProblemDetail problem = problem(
				this.http.method(HttpMethod.valueOf(method)).uri("/sessions/session-unknown" + path).exchange(),
				HttpStatus.GONE, "session-gone");
		assertThat(problem.getProperties()).containsKey("requestId");
	}

	@Test
	void commandInAnUnknownSessionIsGone() {
		problem(run("session-unknown", "true"), HttpStatus.GONE, "session-gone");
	}

	@Test
	void missingFileIsAFailureOfTheTool() {
		ProblemDetail problem = problem(
				this.http.get().uri("/sessions/{id}/files?path=nowhere.txt", createSession()).exchange(),
				HttpStatus.UNPROCESSABLE_CONTENT, "tool");
		assertThat(problem.getDetail()).contains("nowhere.txt");
	}

	@ParameterizedTest
	@CsvSource({ "{}, command", "{\"command\": \" \"}, command" })
	void commandMustNotBeEmpty(String body, String named) {
		ProblemDetail problem = problem(this.http.post()
			.uri("/sessions/{id}/commands", createSession())
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.exchange(), HttpStatus.BAD_REQUEST, "invalid-argument");
		assertThat(problem.getDetail()).contains("'" + named + "' must not be blank");
	}

	@Test
	void pathMustNotBeEmpty() {
		problem(this.http.get().uri("/sessions/{id}/files?path=", createSession()).exchange(), HttpStatus.BAD_REQUEST,
				"invalid-argument");
	}

	@Test
	void garbageIsAProblemToo() {
		this.http.post()
			.uri("/sessions/{id}/commands", createSession())
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"command\":")
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@ParameterizedTest
	@CsvSource({ "429, Throttling.User, 429, throttled", "400, QuotaExceeded, 503, quota",
			"400, InvalidImage, 400, invalid-argument", "404, Image.NotFound, 404, not-found",
			"504, GatewayTimeout, 504, timeout", "500, InternalError, 502, service" })
	void refusalOfTheServiceIsPassedOn(int status, String code, int expected, String type) {
		this.agentBay.faults().onNext("CreateMcpSession", Fault.answer(status, """
				{"Code": "%s", "Message": "refused", "RequestId": "R-7"}""".formatted(code)));
		ProblemDetail problem = problem(this.http.post().uri("/sessions").exchange(), HttpStatus.valueOf(expected),
				type);
		assertThat(problem.getDetail()).contains(code);
		assertThat(problem.getProperties()).containsEntry("requestId", "R-7");
	}

	@Test
	void wrongKeyIsNotTheCallersFault() {
		this.agentBay.faults().onNext("ListSession", Fault.answer(400, """
				{"Code": "NOT_LOGIN", "Message": "not logged in", "RequestId": "R-3"}"""));
		ProblemDetail problem = problem(this.http.get().uri("/sessions").exchange(), HttpStatus.BAD_GATEWAY,
				"authentication");
		assertThat(problem.toString()).doesNotContain(this.agentBay.apiKey());
	}

	@Test
	void unreadableReplyIsABadGateway() {
		this.agentBay.faults().onNext("ListSession", Fault.malformedBody());
		problem(this.http.get().uri("/sessions").exchange(), HttpStatus.BAD_GATEWAY, "invalid-reply");
	}

	@Test
	void commandWhoseAnswerIsLostHasAnUnknownOutcomeAndIsNotRunTwice() {
		String id = createSession();
		this.agentBay.faults().onNext("callTool", Fault.dropAfterHandling());
		problem(run(id, "true"), HttpStatus.BAD_GATEWAY, "outcome-unknown");
		assertThat(this.agentBay.journal().toolCalls("shell")).hasSize(1);
	}

	@Test
	void healthIsShown() {
		this.http.get()
			.uri("/actuator/health")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.components.agentbay.status")
			.isEqualTo("UP")
			.jsonPath("$.components.agentbay.details.cachedSessions")
			.isEqualTo(0);
	}

	@Test
	void healthTellsThatTheServiceDoesNotAnswer() {
		this.agentBay.faults().onNext("ListSession", Fault.delay(Duration.ofSeconds(60)));
		this.http.get()
			.uri("/actuator/health/agentbay")
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
			.expectBody()
			.jsonPath("$.details.reason")
			.isEqualTo("timeout");
	}

	@Test
	void callsAreTimed() {
		run(createSession(), "true").expectStatus().isOk();
		for (String call : List.of("agentbay.api.call?tag=agentbay.action:CreateMcpSession",
				"agentbay.tool.call?tag=agentbay.tool:shell&tag=outcome:SUCCESS")) {
			this.http.get()
				.uri("/actuator/metrics/" + call)
				.exchange()
				.expectStatus()
				.isOk()
				.expectBody()
				.jsonPath("$.measurements[?(@.statistic == 'COUNT')].value")
				.isNotEmpty();
		}
	}

	@Test
	void starterLeavesTheApplicationAServletApplication(@Autowired ApplicationContext context) {
		assertThat(context).isInstanceOf(AnnotationConfigServletWebServerApplicationContext.class);
	}

	@Test
	void isReachableFromThisMachineOnly(@Autowired Environment environment) {
		assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
	}

	private String createSession() {
		SessionController.CreatedSession created = this.http.post()
			.uri("/sessions")
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody(SessionController.CreatedSession.class)
			.returnResult()
			.getResponseBody();
		assertThat(created).isNotNull();
		return created.id();
	}

	private RestTestClient.ResponseSpec run(String id, String command) {
		return this.http.post()
			.uri("/sessions/{id}/commands", id)
			.contentType(MediaType.APPLICATION_JSON)
			.body(new CommandController.CommandInput(command))
			.exchange();
	}

	private static ProblemDetail problem(RestTestClient.ResponseSpec response, HttpStatus status, String type) {
		ProblemDetail problem = response.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody(ProblemDetail.class)
			.returnResult()
			.getResponseBody();
		assertThat(problem).isNotNull();
		assertThat(problem.getType()).hasToString("urn:agentbay:problem:" + type);
		assertThat(problem.getDetail()).isNotBlank();
		return problem;
	}

}
