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

import java.util.LinkedHashMap;
import java.util.Map;

import io.agentbay.local.TestClient.Answer;
import io.agentbay.local.TestClient.ToolAnswer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The direct link.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectLinkTests {

	private LocalAgentBay runtime;

	private TestClient client;

	private JsonNode session;

	@BeforeAll
	void startRuntime() {
		this.runtime = LocalAgentBay.builder().start();
		this.client = new TestClient(this.runtime);
		this.session = this.client.call("CreateMcpSession").ok().path("Data");
	}

	@AfterAll
	void closeRuntime() {
		this.runtime.close();
	}

	@Test
	void aToolIsCalledWithTheTokenAlone() {
		Map<String, Object> call = Map.of("args", Map.of("command", "echo hi", "timeout_ms", 5000), "server",
				"wuying_shell", "requestId", "link-1767000000000-004711000", "tool", "shell", "token", token());
		Answer answer = post(token(), call);
		assertThat(answer.status()).isEqualTo(200);
		ToolAnswer result = ToolAnswer.of(answer.json().path("data").path("result"));
		assertThat(result).isEqualTo(new ToolAnswer("{\"stdout\":\"hi\\n\",\"stderr\":\"\",\"exit_code\":0}", false));
	}

	@Test
	void aToolThatFailsIsAResultToo() {
		Answer answer = post(token(), call("read_file", Map.of("path", "/tmp/no")));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(ToolAnswer.of(answer.json().path("data").path("result")))
			.isEqualTo(new ToolAnswer("No such file or directory: /tmp/no", true));
	}

	@Test
	void argumentsMayBeAbsent() {
		Answer answer = post(token(), Map.of("tool", "get_metrics"));
		assertThat(answer.json().path("data").path("result").path("isError").booleanValue()).isFalse();
	}

	@Test
	void theTokenMayStandInTheBodyAlone() {
		Map<String, Object> call = new LinkedHashMap<>(call("get_metrics", Map.of()));
		call.put("token", token());
		assertThat(post(null, call).status()).isEqualTo(200);
	}

	@Test
	void withoutTheTokenNothingIsDone() {
		assertRefused(post(null, call("get_metrics", Map.of())), 401, "InvalidToken");
		assertRefused(post("wrong", call("get_metrics", Map.of())), 401, "InvalidToken");
		assertRefused(post(this.runtime.apiKey(), call("get_metrics", Map.of())), 401, "InvalidToken");
	}

	@Test
	void theTokenOfOneSessionDoesNotOpenAnother() {
		JsonNode other = this.client.call("CreateMcpSession").ok().path("Data");
		assertRefused(post(other.path("Token").stringValue(), call("get_metrics", Map.of())), 401, "InvalidToken");
	}

	@Test
	void aSessionThatIsGoneIsNotFound() {
		JsonNode other = this.client.call("CreateMcpSession").ok().path("Data");
		this.client.call("DeleteSessionAsync", "SessionId", other.path("SessionId").stringValue()).ok();
		Answer answer = post(other.path("LinkUrl").stringValue(), other.path("Token").stringValue(),
				call("get_metrics", Map.of()));
		assertRefused(answer, 400, "InvalidMcpSession.NotFound");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "{", "[]", "\"x\"", "{}", "{\"tool\":7}", "{\"tool\":\"shell\",\"args\":\"x\"}", "\0\1" })
	void aBodyThatIsNotACallGetsAnEnvelope(String body) {
		Answer answer = TestClient.answer(this.client.web()
			.post()
			.uri(this.session.path("LinkUrl").stringValue() + "/callTool")
			.header("X-Access-Token", token())
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isIn("InvalidParameter", "MissingParameter");
	}

	private String token() {
		return this.session.path("Token").stringValue();
	}

	private static Map<String, Object> call(String tool, Map<String, ?> arguments) {
		return Map.of("tool", tool, "args", arguments, "server", "", "requestId", "link-1");
	}

	private Answer post(@Nullable String token, Map<String, ?> call) {
		return post(this.session.path("LinkUrl").stringValue(), token, call);
	}

	private Answer post(String link, @Nullable String token, Map<String, ?> call) {
		return TestClient.answer(this.client.web()
			.post()
			.uri(link + "/callTool")
			.contentType(MediaType.parseMediaType("application/json; charset=utf-8"))
			.headers((headers) -> {
				if (token != null) {
					headers.set("X-Access-Token", token);
				}
			})
			.bodyValue(TestClient.MAPPER.writeValueAsString(call)));
	}

	private static void assertRefused(Answer answer, int status, String code) {
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.code()).isEqualTo(code);
		assertThat(answer.json().path("Success").booleanValue()).isFalse();
	}

}
