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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.agentbay.local.TestClient.Answer;
import io.agentbay.local.clock.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The life of sessions and what is known about them.
 */
class SessionTests {

	private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));

	private LocalAgentBay runtime;

	private TestClient client;

	@BeforeEach
	void startRuntime() {
		this.runtime = LocalAgentBay.builder().clock(this.clock).start();
		this.client = new TestClient(this.runtime);
	}

	@AfterEach
	void closeRuntime() {
		this.runtime.close();
	}

	@Test
	@Exercises("CreateMcpSession")
	void aNewSessionHasIdsAndChannelsAndTools() {
		JsonNode data = this.client.call("CreateMcpSession", "ImageId", "linux_latest", "SdkStats", "{}")
			.ok()
			.path("Data");
		String id = data.path("SessionId").stringValue();
		assertThat(id).matches("session-[a-z0-9]{17}");
		assertThat(data.path("AppInstanceId").stringValue()).startsWith("ai-");
		assertThat(data.path("ResourceId").stringValue()).startsWith("p-");
		assertThat(data.path("LinkUrl").stringValue()).startsWith(this.runtime.endpoint() + "/");
		assertThat(data.path("Token").stringValue()).isNotEmpty();
		assertThat(data.path("WsUrl").stringValue()).isEqualTo("ws://127.0.0.1:" + this.runtime.port() + "/ws/" + id);
		assertThat(data.path("Success").booleanValue()).isTrue();
		assertThat(TestClient.MAPPER.readTree(data.path("ToolList").stringValue()).size()).isGreaterThanOrEqualTo(41);
		assertThat(this.runtime.liveSessionIds()).containsExactly(id);
	}

	@Test
	void aCallWhoseSessionEndsIsToldThatAndNotWhatBecameOfTheCommand() {
		String id = this.client.createSession();
		CompletableFuture<Answer> call = CompletableFuture
			.supplyAsync(() -> this.client.call("CallMcpTool", "SessionId", id, "Name", "shell", "Args",
					"{\"command\":\"echo begun >begun; sleep 600\",\"timeout_ms\":600000}"));
		await().until(() -> this.client.tool(id, "read_file", Map.of("path", "begun")).text().startsWith("begun"));
		this.client.call("DeleteSessionAsync", "SessionId", id).ok();
		assertThat(call.join().code()).isEqualTo("InvalidMcpSession.NotFound");
	}

	@Test
	@Exercises("GetSession")
	void aSessionFoundByIdHasTheSameRecord() {
		JsonNode created = this.client.call("CreateMcpSession").ok().path("Data");
		JsonNode found = this.client.call("GetSession", "SessionId", created.path("SessionId").stringValue())
			.ok()
			.path("Data");
		for (String field : List.of("AppInstanceId", "ResourceId", "ResourceUrl", "LinkUrl", "Token", "ToolList")) {
			assertThat(found.path(field)).isEqualTo(created.path(field));
		}
		assertThat(found.path("Status").stringValue()).isEqualTo("RUNNING");
		assertThat(found.path("contexts").isEmpty()).isTrue();
	}

	@Test
	void withoutDirectLinkNeitherLinkNorTokenIsGiven() {
		try (LocalAgentBay other = LocalAgentBay.builder().directLink(false).webSocket(false).start()) {
			JsonNode data = new TestClient(other).call("CreateMcpSession").ok().path("Data");
			assertThat(data.path("LinkUrl").stringValue()).isEmpty();
			assertThat(data.path("Token").stringValue()).isEmpty();
		}
	}

	@Test
	@Exercises("GetSessionDetail")
	void theDetailTellsWhatWasAskedFor() {
		String id = this.client.createSession("ImageId", "code_latest", "McpPolicyId", "policy-1", "LoginRegionId",
				"cn-hangzhou");
		JsonNode data = this.client.call("GetSessionDetail", "SessionId", id).ok().path("Data");
		assertThat(data.path("Status").stringValue()).isEqualTo("RUNNING");
		assertThat(data.path("ImageId").stringValue()).isEqualTo("code_latest");
		assertThat(data.path("PolicyId").stringValue()).isEqualTo("policy-1");
		assertThat(data.path("RegionId").stringValue()).isEqualTo("cn-hangzhou");
	}

	@Test
	@Exercises("GetMcpResource")
	void theResourceOfASessionIsDescribed() {
		String id = this.client.createSession();
		JsonNode data = this.client.call("GetMcpResource", "SessionId", id).ok().path("Data");
		assertThat(data.path("SessionId").stringValue()).isEqualTo(id);
		assertThat(data.path("DesktopInfo").path("ResourceId").stringValue()).startsWith("p-");
		Answer resource = TestClient.answer(this.client.web().get().uri(data.path("ResourceUrl").stringValue()));
		assertThat(resource.json().path("SessionId").stringValue()).isEqualTo(id);
		assertThat(TestClient.answer(this.client.web().get().uri("/resource/p-0")).status()).isEqualTo(404);
	}

	@Test
	@Exercises("DeleteSessionAsync")
	void aDeletedSessionIsDeletingAndThenGone() {
		String id = this.client.createSession();
		this.client.shell(id, "sleep 67 & echo");
		this.client.call("DeleteSessionAsync", "SessionId", id).ok();
		assertThat(this.client.call("GetSessionDetail", "SessionId", id)).satisfiesAnyOf(
				(answer) -> assertThat(answer.json().at("/Data/Status").asString()).isEqualTo("DELETING"),
				(answer) -> assertThat(answer.json().at("/Data/Status").asString()).isEqualTo("FINISH"));
		assertGone(this.client.call("CallMcpTool", "SessionId", id, "Name", "shell", "Args", "{\"command\":\"true\"}"));
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertGone(this.client.call("GetSession", "SessionId", id)));
		assertThat(this.runtime.liveSessionIds()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "GetSession", "GetSessionDetail", "DeleteSessionAsync", "ReleaseMcpSession",
			"RefreshSessionIdleTime", "GetMcpResource", "GetLabel", "SyncContext", "GetContextInfo" })
	void aSessionThatDoesNotExistIsNotFound(String action) {
		assertGone(this.client.call(action, "SessionId", "session-0a1b2c3d4e5f6g7h8"));
	}

	@Test
	@Exercises("ReleaseMcpSession")
	void releaseEndsASessionLikeDelete() {
		String id = this.client.createSession();
		this.client.call("ReleaseMcpSession", "SessionId", id).ok();
		await().atMost(Duration.ofSeconds(10)).until(() -> this.runtime.liveSessionIds().isEmpty());
	}

	@Test
	@Exercises({ "SetLabel", "GetLabel" })
	void labelsAreReplacedAsAWhole() {
		String id = this.client.createSession("Labels", "{\"a\":\"1\",\"b\":\"2\"}");
		assertThat(labels(id)).isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
		this.client.call("SetLabel", "SessionId", id, "Labels", "{\"c\":\"ü & 3\"}").ok();
		assertThat(labels(id)).isEqualTo("{\"c\":\"ü & 3\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "[]", "\"a\"", "{\"a\":1}", "{\"a\":null}" })
	void labelsThatAreNotAnObjectOfStringsAreRefused(String labels) {
		Answer answer = this.client.call("CreateMcpSession", "Labels", labels);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isEqualTo("InvalidParameter");
		assertThat(answer.message()).startsWith("Parameter Labels ");
		assertThat(this.runtime.liveSessionIds()).isEmpty();
	}

	@Test
	@Exercises("ListSession")
	void theListHasOnlySessionsWithAllTheGivenLabels() {
		String both = this.client.createSession("Labels", "{\"a\":\"1\",\"b\":\"2\"}");
		this.client.createSession("Labels", "{\"a\":\"1\"}");
		this.client.createSession("Labels", "{\"a\":\"2\",\"b\":\"2\"}");
		JsonNode list = this.client.call("ListSession", "Labels", "{\"b\":\"2\",\"a\":\"1\"}").ok();
		assertThat(ids(list)).containsExactly(both);
		assertThat(list.path("TotalCount").intValue()).isEqualTo(1);
		assertThat(ids(this.client.call("ListSession", "Labels", "{}", "Status", "RUNNING").ok())).hasSize(3);
		assertThat(ids(this.client.call("ListSession", "Status", "PAUSED").ok())).isEmpty();
	}

	@Test
	void pagesFollowEachOtherInTheOrderOfCreationWhateverIsDeletedBetween() {
		List<String> created = new ArrayList<>();
		for (int i = 0; i < 7; i++) {
			created.add(this.client.createSession());
		}
		JsonNode first = this.client.call("ListSession", "MaxResults", "3").ok();
		assertThat(ids(first)).isEqualTo(created.subList(0, 3));
		assertThat(first.path("TotalCount").intValue()).isEqualTo(7);
		assertThat(first.path("MaxResults").intValue()).isEqualTo(3);
		this.client.call("DeleteSessionAsync", "SessionId", created.get(2)).ok();
		await().atMost(Duration.ofSeconds(10)).until(() -> this.runtime.liveSessionIds().size() == 6);
		JsonNode second = page(first);
		assertThat(ids(second)).isEqualTo(created.subList(3, 6));
		JsonNode last = page(second);
		assertThat(ids(last)).isEqualTo(created.subList(6, 7));
		assertThat(last.path("NextToken").stringValue()).isEmpty();
	}

	@Test
	void aPageHasTenSessionsUnlessMoreAreAskedFor() {
		for (int i = 0; i < 11; i++) {
			this.client.createSession();
		}
		assertThat(ids(this.client.call("ListSession").ok())).hasSize(10);
		assertThat(ids(this.client.call("ListSession", "MaxResults", "100").ok())).hasSize(11);
		assertThat(this.client.call("ListSession", "MaxResults", "101").message())
			.isEqualTo("Parameter MaxResults must be an integer from 1 to 100");
		assertThat(this.client.call("ListSession", "NextToken", "abc").message())
			.isEqualTo("Parameter NextToken is not a token that this runtime has given out");
	}

	@Test
	void aSessionThatIsNotUsedEnds() {
		String standard = this.client.createSession();
		String patient = this.client.createSession("Timeout", "1000");
		this.clock.advance(Duration.ofSeconds(299));
		assertThat(this.runtime.liveSessionIds()).containsExactly(standard, patient);
		this.clock.advance(Duration.ofSeconds(1));
		await().atMost(Duration.ofSeconds(10)).until(() -> this.runtime.liveSessionIds().equals(List.of(patient)));
		this.clock.advance(Duration.ofSeconds(700));
		await().atMost(Duration.ofSeconds(10)).until(() -> this.runtime.liveSessionIds().isEmpty());
	}

	@Test
	@Exercises("RefreshSessionIdleTime")
	void useAndRefreshRestartTheIdleTime() {
		String id = this.client.createSession();
		this.clock.advance(Duration.ofSeconds(200));
		this.client.tool(id, "get_metrics", Map.of());
		this.clock.advance(Duration.ofSeconds(200));
		this.client.call("RefreshSessionIdleTime", "SessionId", id).ok();
		this.clock.advance(Duration.ofSeconds(299));
		assertThat(this.runtime.liveSessionIds()).containsExactly(id);
		this.clock.advance(Duration.ofSeconds(1));
		await().atMost(Duration.ofSeconds(10)).until(() -> this.runtime.liveSessionIds().isEmpty());
	}

	@Test
	void lookingAtASessionIsNotUse() {
		String id = this.client.createSession();
		this.clock.advance(Duration.ofSeconds(200));
		this.client.call("GetSession", "SessionId", id).ok();
		this.client.call("ListSession").ok();
		this.clock.advance(Duration.ofSeconds(100));
		await().atMost(Duration.ofSeconds(10)).until(() -> this.runtime.liveSessionIds().isEmpty());
	}

	@Test
	void aSessionWithoutContextsHasNothingToSynchronise() {
		String id = this.client.createSession();
		this.client.call("SyncContext", "SessionId", id).ok();
		assertThat(this.client.call("GetContextInfo", "SessionId", id)
			.ok()
			.path("Data")
			.path("ContextStatus")
			.stringValue()).isEqualTo("[]");
		assertThat(this.client.call("SyncContext", "SessionId", id, "ContextId", "SdkCtx-1").code())
			.isEqualTo("Context.NotFound");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "soon", "99999999999" })
	void anIdleTimeThatMakesNoSenseIsRefused(String timeout) {
		assertThat(this.client.call("CreateMcpSession", "Timeout", timeout).message())
			.isEqualTo("Parameter Timeout must be an integer from 1 to 604800");
	}

	private static void assertGone(Answer answer) {
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isEqualTo("InvalidMcpSession.NotFound");
		assertThat(answer.message()).isEqualTo("  Resource [McpSession] is not found.");
	}

	private String labels(String id) {
		return this.client.call("GetLabel", "SessionId", id).ok().path("Data").path("Labels").stringValue();
	}

	private JsonNode page(JsonNode previous) {
		return this.client.call("ListSession", "MaxResults", "3", "NextToken", previous.path("NextToken").stringValue())
			.ok();
	}

	private static List<String> ids(JsonNode list) {
		return list.path("Data").valueStream().map((entry) -> entry.path("SessionId").stringValue()).toList();
	}

}
