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
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.agentbay.local.TestClient.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How requests are read at the OpenAPI door, and that whatever comes gets an envelope.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiDoorTests {

	private static final String KEY = "akm-0000+/&=é";

	private static final String ENCODED_KEY = "akm-0000%2B%2F%26%3D%C3%A9";

	private LocalAgentBay runtime;

	private TestClient client;

	private String session;

	@BeforeAll
	void startRuntime() {
		this.runtime = LocalAgentBay.builder().apiKey(KEY).maxRequestBytes(1024 * 1024).start();
		this.client = new TestClient(this.runtime);
		this.session = this.client.createSession();
	}

	@AfterAll
	void closeRuntime() {
		this.runtime.close();
	}

	@Test
	void aSuccessIsAnEnvelope() {
		JsonNode envelope = this.client.call("RefreshSessionIdleTime", "SessionId", this.session).ok();
		assertThat(envelope.propertyNames()).containsExactly("Code", "HttpStatusCode", "Message", "RequestId",
				"Success");
		assertThat(envelope.path("HttpStatusCode").intValue()).isEqualTo(200);
		assertThat(envelope.path("RequestId").stringValue()).matches("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");
	}

	@Test
	void parametersMayStandInTheQueryOfAGet() {
		assertThat(
				get("Action=GetSessionDetail&SessionId=" + this.session + "&Authorization=Bearer%20" + ENCODED_KEY).ok()
					.path("Data")
					.path("Status")
					.stringValue())
			.isEqualTo("RUNNING");
	}

	@Test
	void queryAndFormAreReadTogether() {
		Answer answer = post("Action=GetSessionDetail&SessionId=" + this.session,
				"Authorization=Bearer+" + ENCODED_KEY);
		assertThat(answer.ok().path("Data").path("Status").stringValue()).isEqualTo("RUNNING");
		answer = post("Action=GetSession&Authorization=Bearer+" + ENCODED_KEY, "SessionId=" + this.session);
		assertThat(answer.ok().path("Data").path("SessionId").stringValue()).isEqualTo(this.session);
	}

	@Test
	void theActionMayStandInAHeader() {
		Answer answer = TestClient.answer(this.client.web()
			.post()
			.uri("/")
			.header("x-acs-action", "GetSessionDetail")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.bodyValue("Authorization=Bearer+" + ENCODED_KEY + "&SessionId=" + this.session));
		assertThat(answer.ok().path("Data").path("Status").stringValue()).isEqualTo("RUNNING");
	}

	@Test
	void plusAndPercentEncodedBlanksAreTheSame() {
		post("Action=SetLabel", "Authorization=Bearer+" + ENCODED_KEY + "&SessionId=" + this.session
				+ "&Labels=%7B%22a+b%22%3A%22c%20d+%C3%A4%22%7D")
			.ok();
		assertThat(
				this.client.call("GetLabel", "SessionId", this.session).ok().path("Data").path("Labels").stringValue())
			.isEqualTo("{\"a b\":\"c d ä\"}");
	}

	@Test
	void aChunkedBodyIsReadAsAnyOther() {
		Flux<String> chunks = Flux.just("Authorization=Bear", "er+" + ENCODED_KEY.substring(0, 11),
				ENCODED_KEY.substring(11) + "&Sess", "ionId=" + this.session);
		Answer answer = TestClient.answer(this.client.web()
			.post()
			.uri("/?Action=GetSessionDetail")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.body(chunks, String.class));
		answer.ok();
	}

	@Test
	void anEmptyParameterCountsAsAbsent() {
		this.client
			.call("CallMcpTool", "SessionId", this.session, "Name", "get_metrics", "Args", "", "Server", "", "ImageId",
					"", "ExternalUserId", "", "AutoGenSession", "False")
			.ok();
		Answer answer = this.client.call("GetSession", "SessionId", "");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isEqualTo("MissingParameter");
		assertThat(answer.message()).isEqualTo("Parameter SessionId is required");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Authorization=", "Authorization=Bearer+wrong", "Authorization=Bearer+",
			"Authorization=" + ENCODED_KEY, "Authorization=Bearer+" + ENCODED_KEY + "x" })
	void withoutTheKeyNothingIsDone(String authorization) {
		Answer answer = post("Action=DeleteSessionAsync&SessionId=" + this.session, authorization);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isEqualTo("NOT_LOGIN");
		assertThat(answer.json().path("Success").booleanValue()).isFalse();
		assertThat(answer.text()).doesNotContain(KEY);
		assertThat(this.runtime.liveSessionIds()).contains(this.session);
		this.runtime.journal().clear();
	}

	@Test
	void anActionThatIsNotOfferedIsNotFound() {
		Answer answer = this.client.call("NoSuchAction", "SessionId", this.session);
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.code()).isEqualTo("InvalidAction.NotFound");
	}

	@Test
	void aMissingActionIsNamed() {
		assertThat(post("", "Authorization=Bearer+" + ENCODED_KEY).message()).isEqualTo("Parameter Action is required");
	}

	@Test
	void wrongMethodsAndPathsGetAnEnvelope() {
		for (HttpMethod method : List.of(HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.PATCH, HttpMethod.OPTIONS)) {
			assertEnvelope(TestClient.answer(this.client.web().method(method).uri("/")), 405, "MethodNotAllowed");
		}
		assertEnvelope(TestClient.answer(this.client.web().get().uri("/favicon.ico")), 404, "NotFound");
		assertEnvelope(TestClient.answer(this.client.web().get().uri("/link/" + this.session + "/callTool")), 405,
				"MethodNotAllowed");
	}

	@Test
	void aBodyThatIsNotAFormGetsAnEnvelope() {
		Answer answer = TestClient.answer(this.client.web()
			.post()
			.uri("/?Action=GetSession")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{}"));
		assertEnvelope(answer, 415, "UnsupportedMediaType");
	}

	@Test
	void binaryGarbageGetsAnEnvelope() {
		byte[] garbage = new byte[10_000];
		new Random(42).nextBytes(garbage);
		Answer answer = TestClient.answer(this.client.web()
			.post()
			.uri("/?Action=GetSession")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.bodyValue(garbage));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isNotEmpty();
	}

	@Test
	void aBodyThatIsTooLargeGetsAnEnvelopeAndTheServerGoesOn() {
		Answer answer = this.client.call("CallMcpTool", "SessionId", this.session, "Name", "shell", "Args",
				"x".repeat(3 * 1024 * 1024));
		assertEnvelope(answer, 413, "RequestTooLarge");
		this.client.call("GetSession", "SessionId", this.session).ok();
	}

	@Test
	void argumentsThatAreNotAJsonObjectAreRefused() {
		for (String arguments : List.of("{", "[]", "7", "\0", "{\"a\":}", "[".repeat(100_000))) {
			Answer answer = this.client.call("CallMcpTool", "SessionId", this.session, "Name", "shell", "Args",
					arguments);
			assertEnvelope(answer, 400, "InvalidParameter");
			assertThat(answer.message()).startsWith("Parameter Args ");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "GARBAGE\r\n\r\n", "GET /%zz|^?=% HTTP/1.1\r\nHost: x\r\n\r\n",
			"GET http://[/ HTTP/1.1\r\nHost: x\r\n\r\n", "\0\1\2\3\r\n\r\n",
			"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n", "GET /?Action=%zz HTTP/1.1\r\nHost: x\r\n\r\n",
			"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n" })
	void whatIsHardlyHttpGetsAnEnvelope(String request) throws Exception {
		String response = raw(request.getBytes(StandardCharsets.ISO_8859_1));
		assertThat(response).startsWith("HTTP/1.1 4").containsIgnoringCase("content-type: application/json");
		JsonNode envelope = TestClient.MAPPER.readTree(response.substring(response.indexOf("\r\n\r\n") + 4));
		assertThat(envelope.path("Code").stringValue()).isNotEmpty();
		assertThat(envelope.path("Success").booleanValue()).isFalse();
	}

	@Test
	void halfARequestIsNotCarriedOut() throws Exception {
		String head = "POST /?Action=DeleteSessionAsync&Authorization=Bearer+" + ENCODED_KEY
				+ " HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n";
		String form = "SessionId=" + this.session;
		raw((head + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(form.length()) + "\r\n" + form
				+ "\r\nzz\r\n")
			.getBytes(StandardCharsets.ISO_8859_1));
		try (Socket socket = new Socket("127.0.0.1", this.runtime.port())) {
			socket.getOutputStream()
				.write((head + "Content-Length: 1000\r\n\r\n" + form).getBytes(StandardCharsets.ISO_8859_1));
		}
		this.client.call("GetSession", "SessionId", this.session).ok();
		assertThat(this.runtime.journal().calls("DeleteSessionAsync")).isEmpty();
	}

	@Test
	@Exercises("ListMcpTools")
	void everyToolIsListedWithItsServerAndSchema() {
		String text = this.client.call("ListMcpTools", "ImageId", "code_latest").ok().path("Data").stringValue();
		JsonNode tools = TestClient.MAPPER.readTree(text);
		assertThat(tools.valueStream().map((tool) -> tool.path("name").stringValue())).containsExactlyInAnyOrder(
				"shell", "run_code", "create_directory", "delete_file", "edit_file", "get_file_info", "list_directory",
				"move_file", "read_file", "read_multiple_files", "write_file", "search_files", "get_file_change",
				"get_metrics", "set_env", "get_env", "oss_env_init", "oss_upload", "oss_upload_annon", "oss_download",
				"oss_download_annon", "flux_execute_task", "flux_get_task_status", "flux_terminate_task",
				"browser_use_execute_task", "browser_use_get_task_status", "browser_use_terminate_task", "execute_task",
				"get_task_status", "terminate_task");
		assertThat(tools.valueStream()).allSatisfy((tool) -> {
			assertThat(tool.path("server").stringValue()).startsWith("wuying_");
			assertThat(tool.path("description").stringValue()).isNotEmpty();
			assertThat(tool.path("inputSchema").path("type").stringValue()).isEqualTo("object");
		});
		assertThat(tools.path(0).path("inputSchema").path("properties").path("timeout_ms").path("default").intValue())
			.isEqualTo(1000);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			linux_latest   | shell read_file get_metrics run_code click_mouse list_root_windows start_app | tap
			code_latest    | shell read_file get_metrics run_code                        | click_mouse start_app tap
			browser_latest | shell read_file get_metrics                                 | click_mouse start_app tap
			windows_latest | shell read_file get_metrics click_mouse list_root_windows start_app | run_code tap
			my_own_image   | shell read_file get_metrics run_code click_mouse list_root_windows start_app | no_such_tool
			""")
	void anImageHasItsToolsAndNoOthers(String image, String present, String absent) {
		String text = this.client.call("ListMcpTools", "ImageId", image).ok().path("Data").stringValue();
		List<String> names = TestClient.MAPPER.readTree(text)
			.valueStream()
			.map((tool) -> tool.path("name").stringValue())
			.toList();
		assertThat(names).contains(present.split(" ")).doesNotContain(absent.split(" ")).doesNotHaveDuplicates();
		String session = this.client.createSession("ImageId", image);
		JsonNode record = this.client.call("GetSession", "SessionId", session).ok().path("Data");
		assertThat(record.path("ToolList").stringValue()).isEqualTo(text);
		for (String tool : absent.split(" ")) {
			TestClient.ToolAnswer refused = this.client.tool(session, tool, Map.of("x", 1, "y", 1));
			assertThat(refused.error()).isTrue();
			assertThat(refused.text()).startsWith("Tool not found: " + tool);
		}
	}

	@Test
	void anUnknownToolIsAnErrorOfTheTool() {
		assertThat(this.client.tool(this.session, "no_such_tool", Map.of()))
			.isEqualTo(new TestClient.ToolAnswer("Tool not found: no_such_tool", true));
	}

	@Test
	@Exercises({ "CallMcpTool", "get_metrics" })
	void metricsAreThoseOfTheMachine() {
		JsonNode metrics = TestClient.MAPPER.readTree(this.client.tool(this.session, "get_metrics", Map.of()).text());
		assertThat(metrics.path("cpu_count").intValue()).isEqualTo(Runtime.getRuntime().availableProcessors());
		assertThat(metrics.path("cpu_used_pct").doubleValue()).isBetween(0.0, 100.0);
		assertThat(metrics.path("mem_used").longValue()).isPositive().isLessThan(metrics.path("mem_total").longValue());
		assertThat(metrics.path("disk_used").longValue()).isPositive()
			.isLessThan(metrics.path("disk_total").longValue());
		assertThat(metrics.path("timestamp").stringValue()).endsWith("Z");
	}

	private void assertEnvelope(Answer answer, int status, String code) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		assertThat(answer.code()).isEqualTo(code);
		assertThat(answer.json().path("HttpStatusCode").intValue()).isEqualTo(status);
		assertThat(answer.json().path("Success").booleanValue()).isFalse();
		assertThat(answer.json().path("RequestId").stringValue()).hasSize(36);
	}

	private Answer get(String query) {
		return TestClient.answer(this.client.web().get().uri(this.runtime.endpoint().resolve("/?" + query)));
	}

	private Answer post(String query, String form) {
		return TestClient.answer(this.client.web()
			.post()
			.uri(this.runtime.endpoint().resolve("/?" + query))
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.bodyValue(form));
	}

	private String raw(byte[] request) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.runtime.port())) {
			socket.setSoTimeout(10_000);
			OutputStream output = socket.getOutputStream();
			output.write(request);
			output.flush();
			StringBuilder response = new StringBuilder();
			byte[] part = new byte[8192];
			while (!response.toString().endsWith("}")) {
				int count = socket.getInputStream().read(part);
				assertThat(count).as("Only came: %s", response).isPositive();
				response.append(new String(part, 0, count, StandardCharsets.UTF_8));
			}
			return response.toString();
		}
	}

}
