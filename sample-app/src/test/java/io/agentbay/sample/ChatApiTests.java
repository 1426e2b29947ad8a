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

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.agentbay.boot.test.AutoConfigureLocalAgentBay;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the chat of the workbench uses, with the script that plays a task.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureLocalAgentBay
class ChatApiTests {

	private static final Duration PATIENCE = Duration.ofSeconds(180);

	@LocalServerPort
	private int port;

	private RestTestClient http;

	private final String conversation = UUID.randomUUID().toString();

	@BeforeEach
	void connect() {
		ReactorClientHttpRequestFactory requests = new ReactorClientHttpRequestFactory();
		requests.setReadTimeout(PATIENCE);
		this.http = RestTestClient.bindToServer(requests).baseUrl("http://127.0.0.1:" + this.port).build();
	}

	@Test
	void theScriptPlaysAWholeTaskAndTellsEachStep() throws Exception {
		CompletableFuture<List<JsonNode>> playing = send(task());
		decide(Map.of("decision", "approve", "by", "ann"));
		List<JsonNode> events = playing.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		assertThat(of(events, "tool-started")).extracting((event) -> event.path("tool").asString())
			.containsExactly("write_file", "run_command", "edit_file", "run_command", "write_file", "run_command",
					"hand_over_file");
		assertThat(of(events, "tool-ended")).hasSize(7)
			.allSatisfy((event) -> assertThat(event.path("outcome").asString()).isEqualTo("ANSWERED"));
		assertThat(of(events, "tool-ended").get(1).path("answer").asString()).contains("Exit code: 1",
				"N: unbound variable");
		assertThat(of(events, "tool-ended").get(6).path("decidedBy").asString()).isEqualTo("ann");
		assertThat(text(events)).endsWith("112 numbers, and 9232 is the highest. You have the picture.");
		assertThat(events.get(events.size() - 1).path("type").asString()).isEqualTo("finished");
		JsonNode file = of(events, "file").get(0);
		this.http.get()
			.uri("/conversations/{id}/files/{file}", this.conversation, file.path("id").asString())
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.expectHeader()
			.contentDisposition(ContentDisposition.attachment().filename("collatz.svg", StandardCharsets.UTF_8).build())
			.expectBody(String.class)
			.value((content) -> assertThat(content).startsWith("<svg").hasSize(file.path("size").asInt()));
		this.http.get()
			.uri("/conversations/{id}/files/{file}", "another", file.path("id").asString())
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void theAuditTellsWhoHasLetTheModelDoWhat() throws Exception {
		CompletableFuture<List<JsonNode>> playing = send(task());
		decide(Map.of("decision", "decline", "by", "bob", "reason", "Not on a Friday"));
		List<JsonNode> events = playing.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		assertThat(of(events, "tool-ended").get(6).path("outcome").asString()).isEqualTo("NOT_CALLED");
		assertThat(of(events, "file")).isEmpty();
		assertThat(text(events)).contains("I stop here", "A person has declined this call: Not on a Friday");
		JsonNode audit = get("/audit");
		assertThat(audit.path("verification").path("intact").asBoolean()).isTrue();
		List<JsonNode> records = audit.path("entries")
			.valueStream()
			.map((entry) -> entry.path("record"))
			.filter((record) -> record.path("conversation").asString().equals(this.conversation))
			.toList();
		assertThat(records).hasSize(13);
		assertThat(records.get(12).path("tool").asString()).isEqualTo("hand_over_file");
		assertThat(records.get(12).path("decision").asString()).isEqualTo("DECLINED");
		assertThat(records.get(12).path("decidedBy").asString()).isEqualTo("bob");
		assertThat(records.get(12).path("outcome").asString()).isEqualTo("NOT_CALLED");
	}

	@Test
	void whoGoesAwayStopsTheModelAndTakesItsQuestionBack() throws Exception {
		InputStream events = HttpClient.newHttpClient()
			.send(message(task()), HttpResponse.BodyHandlers.ofInputStream())
			.body();
		awaitQuestion();
		events.close();
		Awaitility.await().atMost(PATIENCE).until(() -> pending().isEmpty());
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> get("/audit").path("entries")
				.valueStream()
				.map((entry) -> entry.path("record"))
				.anyMatch((record) -> record.path("conversation").asString().equals(this.conversation)
						&& record.path("decidedBy").asString().equals("the workbench")));
	}

	@Test
	void aDecisionIsTakenOnce() throws Exception {
		CompletableFuture<List<JsonNode>> playing = send(task());
		String id = awaitQuestion();
		decide(Map.of("decision", "approve", "by", "ann"));
		playing.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		this.http.post()
			.uri("/actuator/agentbayapprovals/{id}", id)
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("decision", "approve", "by", "ann"))
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.CONFLICT)
			.expectBody()
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail).contains("not pending any longer"));
	}

	@Test
	void anythingElseIsRunAsACommandUntilTheConversationEnds() throws Exception {
		assertThat(text(send("echo kept > a.txt; cat a.txt").get(PATIENCE.toSeconds(), TimeUnit.SECONDS)))
			.contains("Exit code: 0", "kept");
		this.http.delete().uri("/conversations/{id}", this.conversation).exchange().expectStatus().isNoContent();
		assertThat(text(send("cat a.txt").get(PATIENCE.toSeconds(), TimeUnit.SECONDS))).contains("Exit code: 1");
	}

	@Test
	void neitherThePageNorTheAuditHasSecretsInArguments() throws Exception {
		List<JsonNode> events = send("PASSWORD=hunter22 true").get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		assertThat(of(events, "tool-started").get(0).path("arguments").asString()).contains("PASSWORD=****");
		assertThat(events.toString()).doesNotContain("hunter22");
		assertThat(get("/audit").toString()).contains("PASSWORD=****").doesNotContain("hunter22");
	}

	@Test
	void anEmptyMessageIsRefused() {
		this.http.post()
			.uri("/conversations/{id}/messages/stream", this.conversation)
			.contentType(MediaType.TEXT_PLAIN)
			.body(" ")
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	private String task() {
		JsonNode model = get("/conversations/model");
		assertThat(model.path("scripted").asBoolean()).isTrue();
		return model.path("task").asString();
	}

	private JsonNode get(String path) {
		return this.http.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(JsonNode.class)
			.returnResult()
			.getResponseBody();
	}

	private HttpRequest message(String text) {
		return HttpRequest
			.newBuilder(URI
				.create("http://127.0.0.1:%s/conversations/%s/messages/stream".formatted(this.port, this.conversation)))
			.header("Content-Type", MediaType.TEXT_PLAIN_VALUE)
			.POST(HttpRequest.BodyPublishers.ofString(text))
			.build();
	}

	private CompletableFuture<List<JsonNode>> send(String text) {
		return HttpClient.newHttpClient()
			.sendAsync(message(text), HttpResponse.BodyHandlers.ofLines())
			.thenApply((response) -> response.body().map((line) -> JsonMapper.shared().readTree(line)).toList());
	}

	private List<JsonNode> pending() {
		return get("/actuator/agentbayapprovals").path("pending")
			.valueStream()
			.filter((approval) -> approval.path("conversation").asString().equals(this.conversation))
			.toList();
	}

	private String awaitQuestion() {
		JsonNode question = Awaitility.await()
			.atMost(PATIENCE)
			.until(this::pending, (pending) -> !pending.isEmpty())
			.get(0);
		assertThat(question.path("tool").asString()).isEqualTo("hand_over_file");
		assertThat(question.path("reason").asString()).isEqualTo("A file is about to leave the computer");
		return question.path("id").asString();
	}

	private void decide(Map<String, String> decision) {
		this.http.post()
			.uri("/actuator/agentbayapprovals/{id}", awaitQuestion())
			.contentType(MediaType.APPLICATION_JSON)
			.body(decision)
			.exchange()
			.expectStatus()
			.isOk();
	}

	private static List<JsonNode> of(List<JsonNode> events, String type) {
		return events.stream().filter((event) -> event.path("type").asString().equals(type)).toList();
	}

	private static String text(List<JsonNode> events) {
		return String.join("", of(events, "text").stream().map((event) -> event.path("chunk").asString()).toList());
	}

}
