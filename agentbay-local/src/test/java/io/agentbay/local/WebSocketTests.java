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

import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

import io.agentbay.local.fault.Fault;
import io.agentbay.local.journal.Journal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * What goes over a session's WebSocket, frame by frame.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebSocketTests {

	private static final String CODE = "wuying_codespace";

	private static final String FILES = "wuying_filesystem";

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final TestClient client = new TestClient(this.runtime);

	private JsonNode record;

	@BeforeEach
	void createSession() {
		this.record = this.client.call("CreateMcpSession").ok().path("Data");
	}

	@AfterAll
	void closeRuntime() {
		this.runtime.close();
	}

	@Test
	void codeTellsWhatItDoesWhileItDoesIt() throws Exception {
		try (RawSocket socket = new RawSocket(this.record)) {
			socket.call("a1", CODE, "run_code", python("""
					import sys, os, time
					print('first')
					while not os.path.exists('go'): time.sleep(0.01)
					print('later', file=sys.stderr)
					1 + 1"""));
			JsonNode first = socket.next();
			assertThat(first.toString()).isEqualTo("{\"invocationId\":\"a1\",\"source\":\"wuying_codespace\","
					+ "\"target\":\"SDK\",\"data\":{\"phase\":\"event\",\"seq\":1,\"eventType\":\"stdout\","
					+ "\"chunk\":\"first\\n\"}}");
			assertThat(socket.isSilent()).isTrue();
			this.client.tool(id(), "write_file", Map.of("path", "go", "content", ""));
			List<JsonNode> rest = socket.untilEnd("a1");
			assertThat(rest).extracting((data) -> data.path("seq").intValue()).containsExactly(2, 3, 4);
			assertThat(rest).filteredOn((data) -> data.path("eventType").asString("").equals("stderr"))
				.singleElement()
				.satisfies((data) -> assertThat(data.path("chunk").stringValue()).isEqualTo("later\n"));
			assertThat(rest).filteredOn((data) -> data.path("eventType").asString("").equals("result"))
				.singleElement()
				.satisfies((data) -> assertThat(data.path("result").toString())
					.isEqualTo("{\"text/plain\":\"2\",\"isMainResult\":true,\"mime\":{\"text/plain\":\"2\"}}"));
			JsonNode end = rest.get(2);
			assertThat(end.path("status").stringValue()).isEqualTo("finished");
			assertThat(end.path("executionError").isNull()).isTrue();
			assertThat(end.path("executionCount").intValue()).isEqualTo(1);
			assertThat(end.path("executionTime").isNumber()).isTrue();
		}
	}

	@Test
	void anErrorOfTheCodeIsAnEventAndAFailedEnd() throws Exception {
		try (RawSocket socket = new RawSocket(this.record)) {
			List<JsonNode> frames = socket.call("e", CODE, "run_code", python("no_such_name")).untilEnd("e");
			assertThat(frames).hasSize(2);
			JsonNode error = frames.get(0).path("error");
			assertThat(error.path("code").stringValue()).isEqualTo("NameError");
			assertThat(error.path("message").stringValue()).contains("no_such_name");
			assertThat(frames.get(1).path("status").stringValue()).isEqualTo("failed");
			assertThat(frames.get(1).path("executionError").stringValue()).startsWith("Traceback");
		}
	}

	@Test
	void charactersAreNeverCutBetweenFrames() throws Exception {
		try (RawSocket socket = new RawSocket(this.record)) {
			List<JsonNode> frames = socket.call("u", CODE, "run_code", python("print('x' + '日本' * 50000)"))
				.untilEnd("u");
			StringBuilder all = new StringBuilder();
			frames.forEach((data) -> all.append(data.path("chunk").asString("")));
			assertThat(all.toString()).isEqualTo("x" + "日本".repeat(50_000) + "\n");
			assertThat(frames).hasSizeGreaterThan(2);
		}
	}

	@Test
	void whatIsCancelledIsInterruptedAndKeepsItsVariables() throws Exception {
		try (RawSocket socket = new RawSocket(this.record)) {
			socket.call("c", CODE, "run_code", python("kept = 7\nprint('on')\nwhile True: pass"));
			socket.next();
			socket
				.send(Map.of("invocationId", "c", "source", "SDK", "target", CODE, "data", Map.of("method", "cancel")));
			JsonNode end = socket.untilEnd("c").get(1);
			assertThat(end.path("executionError").stringValue()).startsWith("CancelledError");
			assertThat(socket.call("d", CODE, "run_code", python("print(kept)"))
				.untilEnd("d")
				.get(0)
				.path("chunk")
				.stringValue()).isEqualTo("7\n");
		}
	}

	@Test
	void codeIsInterruptedWhenItsListenerHasGone() throws Exception {
		try (RawSocket socket = new RawSocket(this.record)) {
			socket.call("g", CODE, "run_code", python("print('on')\nwhile True: print('x' * 10000)"));
			socket.next();
		}
		try (RawSocket socket = new RawSocket(this.record)) {
			List<JsonNode> frames = socket.call("h", CODE, "run_code", python("print('free')")).untilEnd("h");
			assertThat(frames.get(frames.size() - 1).path("status").stringValue()).isEqualTo("finished");
		}
	}

	@Test
	void changesOfFilesArePushedUntilTheSubscriptionEnds() throws Exception {
		this.client.tool(id(), "create_directory", Map.of("path", "/tmp/w/sub"));
		try (RawSocket socket = new RawSocket(this.record)) {
			List<JsonNode> answer = socket.call("s", FILES, "subscribe_file_change", Map.of("path", "/tmp/w"))
				.untilEnd("s");
			assertThat(answer).hasSize(1);
			this.client.tool(id(), "write_file", Map.of("path", "/tmp/w/sub/a.txt", "content", "1"));
			JsonNode push = socket.next();
			assertThat(push.path("invocationId").stringValue()).isNotEqualTo("s").isNotEmpty();
			assertThat(push.path("source").stringValue()).isEqualTo(FILES);
			assertThat(push.path("target").stringValue()).isEqualTo("SDK");
			assertThat(push.path("data").path("eventType").stringValue()).isEqualTo("file_change");
			assertThat(push.path("data").path("path").stringValue()).isEqualTo("/tmp/w");
			List<JsonNode> events = new ArrayList<>();
			push.path("data").path("events").forEach(events::add);
			assertThat(events).anySatisfy((event) -> {
				assertThat(event.path("path").stringValue()).isEqualTo("/tmp/w/sub/a.txt");
				assertThat(event.path("eventType").stringValue()).isEqualTo("create");
				assertThat(event.path("pathType").stringValue()).isEqualTo("file");
			});
			socket.call("x", FILES, "unsubscribe_file_change", Map.of("path", "/tmp/w"));
			socket.call("y", FILES, "subscribe_file_change", Map.of("path", "/tmp/w/sub")).untilEnd("y");
			this.client.tool(id(), "write_file", Map.of("path", "/tmp/w/sub/b.txt", "content", "1"));
			assertThat(socket.next().path("data").path("path").stringValue()).isEqualTo("/tmp/w/sub");
		}
	}

	@Test
	void heartbeatsOfAllSdksAreTakenWell() throws Exception {
		try (RawSocket socket = new RawSocket(this.record)) {
			assertThat(socket.ping("beat")).isEqualTo("beat");
			socket.sendText("{\"type\":\"ping\"}").sendText("not json").sendText("[]").sendText("{\"invocationId\":7}");
			socket.call("after", CODE, "run_code", python("print('well')"));
			assertThat(socket.next().path("invocationId").stringValue()).isEqualTo("after");
		}
	}

	@Test
	void theGatewayRefusesATargetThatIsNotThere() throws Exception {
		try (RawSocket socket = new RawSocket(this.record)) {
			socket.call("t", "no_such_server", "exec_task", Map.of("task", "x"));
			assertThat(socket.next().toString()).isEqualTo("{\"invocationId\":\"t\",\"source\":\"WEBSOCKET_SERVER\","
					+ "\"target\":\"SDK\",\"error\":\"target not connected\",\"data\":{}}");
		}
	}

	@Test
	void whatCannotBeDoneIsAnErrorOfItsCallOnly() throws Exception {
		try (RawSocket socket = new RawSocket(this.record)) {
			socket.call("1", CODE, "no_such", Map.of());
			assertThat(socket.next().path("data").path("error").stringValue()).isEqualTo("Unknown method: no_such");
			socket.call("2", FILES, "subscribe_file_change", Map.of("path", "/tmp/none"));
			assertThat(socket.next().path("data").path("error").stringValue())
				.isEqualTo("No such file or directory: /tmp/none");
			socket.call("3", CODE, "run_code", Map.of("code", "1", "language", "cobol"));
			assertThat(socket.next().path("data").path("error").stringValue())
				.startsWith("Unsupported language: cobol");
			socket.call("4", CODE, "run_code", Map.of("code", 7, "language", "python"));
			assertThat(socket.next().path("data").path("error").stringValue()).contains("run_code");
		}
	}

	@Test
	void theTokenOpensTheDoorAndNothingElseDoes() {
		String url = this.record.path("WsUrl").stringValue();
		assertThat(refusal(url, "wrong")).isEqualTo(401);
		assertThat(refusal(url.replaceAll("/[^/]*$", "/session-00000000000000000"), "wrong")).isEqualTo(400);
		this.client.call("PauseSessionAsync", "SessionId", id()).ok();
		assertThat(refusal(url, this.record.path("Token").stringValue())).isEqualTo(400);
		assertThat(TestClient.answer(this.client.web().get().uri(url.replace("ws:", "http:"))).status()).isEqualTo(401);
	}

	@Test
	void aSessionThatEndsClosesItsSockets() throws Exception {
		try (RawSocket one = new RawSocket(this.record); RawSocket other = new RawSocket(this.record)) {
			one.call("r", CODE, "run_code", python("print('on')\nwhile True: pass"));
			one.next();
			this.client.call("DeleteSessionAsync", "SessionId", id()).ok();
			assertThat(one.closeCode()).isEqualTo(4404);
			assertThat(other.closeCode()).isEqualTo(4404);
		}
	}

	@Test
	void aPausedSessionKeepsItsSocketsAndRefusesCalls() throws Exception {
		try (RawSocket socket = new RawSocket(this.record)) {
			this.client.call("PauseSessionAsync", "SessionId", id()).ok();
			socket.call("p", CODE, "run_code", python("1"));
			assertThat(socket.next().path("error").stringValue()).startsWith("IncorrectSessionStatus");
			await().until(() -> this.client.call("GetSession", "SessionId", id())
				.ok()
				.path("Data")
				.path("Status")
				.stringValue()
				.equals("PAUSED"));
			this.client.call("ResumeSessionAsync", "SessionId", id()).ok();
			await().until(() -> this.client.call("GetSession", "SessionId", id())
				.ok()
				.path("Data")
				.path("Status")
				.stringValue()
				.equals("RUNNING"));
			assertThat(socket.call("q", CODE, "run_code", python("print(1)")).untilEnd("q")).hasSize(2);
		}
	}

	@Test
	void faultsStrikeHereToo() throws Exception {
		try (RawSocket socket = new RawSocket(this.record)) {
			this.runtime.faults().onNext(Journal.CHANNEL_CALL, Fault.malformedBody());
			this.runtime.faults().onNext(Journal.CHANNEL_CALL, Fault.dropBeforeHandling());
			socket.call("m", CODE, "run_code", python("print(1)"));
			assertThat(socket.untilEndAfterGarbage("m")).isEqualTo(2);
			socket.call("n", CODE, "run_code", python("1"));
			assertThat(socket.closeCode()).isEqualTo(1011);
		}
		assertThat(this.runtime.journal().calls(Journal.WEB_SOCKET)).isNotEmpty();
		assertThat(this.runtime.journal().toolCalls("run_code")).isNotEmpty();
	}

	@Test
	void twoHundredSocketsLeaveNoThreadAndNoSubscription() throws Exception {
		long before = RuntimeThreads.count();
		for (int i = 0; i < 200; i++) {
			try (RawSocket socket = new RawSocket(this.record)) {
				socket.call("s", FILES, "subscribe_file_change", Map.of("path", "/tmp")).untilEnd("s");
			}
		}
		await().atMost(Duration.ofSeconds(20)).until(() -> RuntimeThreads.count() <= before + 2);
	}

	private static int refusal(String url, String token) {
		Throwable[] cause = new Throwable[1];
		assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> new RawSocket(url, token))
			.satisfies((ex) -> cause[0] = ex.getCause());
		return ((WebSocketHandshakeException) cause[0]).getResponse().statusCode();
	}

	private String id() {
		return this.record.path("SessionId").stringValue();
	}

	private static Map<String, Object> python(String code) {
		return Map.of("code", code, "language", "python", "timeoutS", 60);
	}

}
