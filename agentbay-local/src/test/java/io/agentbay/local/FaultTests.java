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

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.agentbay.local.TestClient.Answer;
import io.agentbay.local.fault.Fault;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Faults strike when and as asked for, and the journal knows of every call.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultTests {

	private LocalAgentBay runtime;

	private TestClient client;

	private JsonNode session;

	@BeforeAll
	void startRuntime() {
		this.runtime = LocalAgentBay.builder().start();
		this.client = new TestClient(this.runtime);
	}

	@BeforeEach
	void createSession() {
		this.session = this.client.call("CreateMcpSession").ok().path("Data");
		this.runtime.journal().clear();
	}

	@AfterEach
	void allFaultsHaveStruck() {
		assertThat(this.runtime.faults().pending()).isFalse();
		get().ok();
	}

	@AfterAll
	void closeRuntime() {
		this.runtime.close();
	}

	@Test
	void aDelayPutsTheCallOff() {
		this.runtime.faults().onNext("GetSession", Fault.delay(Duration.ofMillis(300)));
		Instant start = Instant.now();
		get().ok();
		assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
	}

	@Test
	void aLateAnswerIsThatOfACallDoneAtOnce() {
		this.runtime.faults().onNext("SetLabel", Fault.delayAnswer(Duration.ofMillis(300)));
		Instant start = Instant.now();
		CompletableFuture<Void> call = CompletableFuture.runAsync(this::setLabel);
		Awaitility.await().until(() -> !labels().equals("{}"));
		assertThat(call).isNotDone();
		call.join();
		assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
	}

	@Test
	void aConnectionDroppedBeforehandLeavesTheCallUndone() {
		this.runtime.faults().onNext("SetLabel", Fault.dropBeforeHandling());
		assertBreaks(this::setLabel, "BEFORE response");
		assertThat(labels()).isEqualTo("{}");
		assertThat(this.runtime.journal().calls("SetLabel")).hasSize(1);
	}

	@Test
	void aConnectionDroppedAfterwardsLeavesTheCallDone() {
		this.runtime.faults().onNext("SetLabel", Fault.dropAfterHandling());
		assertBreaks(this::setLabel, "BEFORE response");
		assertThat(labels()).isEqualTo("{\"a\":\"1\"}");
	}

	@Test
	void anAnswerCutShortAnnouncesItsFullLength() {
		for (int bytes : new int[] { 0, 10, 1_000_000 }) {
			this.runtime.faults().onNext("GetSession", Fault.cutAfter(bytes));
			assertBreaks(this::get, "DURING response");
		}
	}

	@Test
	void anAnswerOfOnesOwnIsSentInPlaceOfTheCall() {
		this.runtime.faults()
			.onNext("SetLabel", Fault.answer(503, "{\"Code\":\"ServiceUnavailable\"}").withHeader("Retry-After", "7"));
		String retryAfter = this.client.web()
			.post()
			.uri("/?Action=SetLabel&Authorization=Bearer {key}", this.runtime.apiKey())
			.exchangeToMono((response) -> response.releaseBody()
				.thenReturn(response.statusCode().value() + " " + response.headers().header("Retry-After")))
			.block();
		assertThat(retryAfter).isEqualTo("503 [7]");
		assertThat(labels()).isEqualTo("{}");
	}

	@Test
	void aMalformedBodyIsNotJson() {
		this.runtime.faults().onNext("SetLabel", Fault.malformedBody());
		Answer answer = setLabel();
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text()).startsWith("<html>");
		assertThat(labels()).isEqualTo("{\"a\":\"1\"}");
	}

	@Test
	void faultsStrikeInTheirOrderAndOnlyTheirAction() {
		this.runtime.faults().onNext("GetSession", 2, Fault.answer(500, "{}"));
		this.runtime.faults().onNext("GetSession", Fault.answer(429, "{}"));
		this.client.call("GetLabel", "SessionId", id()).ok();
		assertThat(get().status()).isEqualTo(500);
		assertThat(get().status()).isEqualTo(500);
		assertThat(get().status()).isEqualTo(429);
		assertThat(get().status()).isEqualTo(200);
	}

	@Test
	void theDirectLinkHasFaultsToo() {
		this.runtime.faults().onNext("callTool", Fault.answer(502, "{}"));
		assertThat(direct().status()).isEqualTo(502);
		this.runtime.faults().onNext("callTool", Fault.cutAfter(5));
		assertBreaks(this::direct, "DURING response");
		assertThat(direct().status()).isEqualTo(200);
	}

	@Test
	void theJournalTellsHowOftenAToolWasCalledByWhicheverDoor() {
		this.client.tool(id(), "get_metrics", Map.of());
		direct();
		assertThat(this.runtime.journal().calls("CallMcpTool")).singleElement().satisfies((call) -> {
			assertThat(call.tool()).isEqualTo("get_metrics");
			assertThat(call.sessionId()).isEqualTo(id());
		});
		assertThat(this.runtime.journal().calls("callTool")).singleElement()
			.satisfies((call) -> assertThat(call.sessionId()).isEqualTo(id()));
		assertThat(this.runtime.journal().toolCalls("get_metrics")).hasSize(2);
	}

	private static void assertBreaks(ThrowingCallable call, String moment) {
		assertThatThrownBy(call).rootCause().hasMessage("Connection prematurely closed " + moment);
	}

	private String id() {
		return this.session.path("SessionId").stringValue();
	}

	private Answer get() {
		return this.client.call("GetSession", "SessionId", id());
	}

	private Answer setLabel() {
		return this.client.call("SetLabel", "SessionId", id(), "Labels", "{\"a\":\"1\"}");
	}

	private String labels() {
		return this.client.call("GetLabel", "SessionId", id()).ok().path("Data").path("Labels").stringValue();
	}

	private Answer direct() {
		return TestClient.answer(this.client.web()
			.post()
			.uri(this.session.path("LinkUrl").stringValue() + "/callTool")
			.header("X-Access-Token", this.session.path("Token").stringValue())
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"tool\":\"get_metrics\",\"args\":{}}"));
	}

}
