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

import io.agentbay.local.fault.Fault;
import io.agentbay.local.journal.Journal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Terminals as the official clients speak to them, frame by frame.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TerminalFrameTests {

	private static final String SERVER = "PTY_SERVER";

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

	private static void send(RawSocket socket, String id, String method, Map<String, ?> parameters) throws Exception {
		socket.send(Map.of("invocationId", id, "source", "SDK", "target", SERVER, "data",
				Map.of("method", method, "params", parameters)));
	}

	private static String create(RawSocket socket) throws Exception {
		send(socket, "c", "pty.create", Map.of("cols", 80, "rows", 24, "envs",
				Map.of("TERM", "xterm-256color", "LANG", "en_US.UTF-8", "PS1", "> "), "shell", "/bin/sh"));
		JsonNode answer = until(socket, (frame) -> frame.path("invocationId").asString("").equals("c"));
		assertThat(answer.path("source").asString()).isEqualTo(SERVER);
		assertThat(answer.path("target").asString()).isEqualTo("SDK");
		assertThat(answer.path("data").propertyNames()).containsExactly("result");
		return answer.path("data").path("result").path("ptySessionId").asString();
	}

	private static JsonNode until(RawSocket socket, Predicate<JsonNode> wanted) throws Exception {
		JsonNode frame = socket.next();
		while (!wanted.test(frame)) {
			frame = socket.next();
		}
		return frame;
	}

	private static String read(RawSocket socket, String expected) throws Exception {
		StringBuilder all = new StringBuilder();
		while (!all.toString().contains(expected)) {
			JsonNode frame = until(socket,
					(pushed) -> pushed.path("data").path("eventType").asString("").equals("pty.output"));
			assertThat(frame.path("source").asString()).isEqualTo(SERVER);
			assertThat(frame.path("target").asString()).isEqualTo("SDK");
			assertThat(frame.path("invocationId").asString()).isNotEmpty();
			assertThat(frame.path("data").path("encoding").asString()).isEqualTo("utf8");
			all.append(frame.path("data").path("data").asString());
		}
		return all.toString();
	}

	@Test
	void theCallsOfTheOfficialClientsWork() throws Exception {
		try (RawSocket socket = new RawSocket(this.record)) {
			String id = create(socket);
			assertThat(read(socket, "> ")).isEqualTo("> ");
			send(socket, "i1", "pty.input", Map.of("ptySessionId", id, "encoding", "utf8", "data", "echo o''ne\r"));
			read(socket, "one\r\n> ");
			send(socket, "i2", "pty.input",
					Map.of("ptySessionId", id, "encoding", "base64", "data", "ZWNobyB0Jyd3bw0="));
			read(socket, "two\r\n> ");
			send(socket, "i3", "pty.input", Map.of("ptySessionId", id, "data", "stty size\r"));
			send(socket, "r1", "pty.resize", Map.of("ptySessionId", id, "cols", 100, "rows", 30));
			read(socket, "\r\n> ");
			send(socket, "i4", "pty.input", Map.of("ptySessionId", id, "data", "stty size\r"));
			read(socket, "30 100\r\n");
			send(socket, "l", "pty.list", Map.of());
			JsonNode list = until(socket, (frame) -> frame.path("invocationId").asString("").equals("l"));
			assertThat(list.path("data").toString()).isEqualTo("{\"result\":{\"ptySessionIds\":[\"" + id + "\"]}}");
			send(socket, "k", "pty.kill", Map.of("ptySessionId", id));
			JsonNode exit = until(socket,
					(frame) -> frame.path("data").path("eventType").asString("").equals("pty.exit"));
			assertThat(exit.path("data").path("exitCode").intValue()).isEqualTo(-9);
		}
	}

	/**
	 * A hundred browsers may leave in the same moment, and all kills go over one
	 * connection.
	 */
	@Test
	void asManyCallsAsASessionHasTerminalsMayBeUnderWay() throws Exception {
		this.runtime.faults().onNext(Journal.CHANNEL_CALL, 128, Fault.delay(Duration.ofMillis(500)));
		try (RawSocket socket = new RawSocket(this.record)) {
			for (int number = 0; number < 128; number++) {
				send(socket, "l" + number, "pty.list", Map.of());
			}
			for (int number = 0; number < 128; number++) {
				assertThat(socket.next().path("data").propertyNames()).containsExactly("result");
			}
		}
	}

	@Test
	void aTerminalOutlivesItsConnectionAndIsShownToAll() throws Exception {
		String id;
		try (RawSocket socket = new RawSocket(this.record)) {
			id = create(socket);
			read(socket, "> ");
		}
		try (RawSocket first = new RawSocket(this.record); RawSocket second = new RawSocket(this.record)) {
			send(first, "a", "pty.connect", Map.of("ptySessionId", id));
			assertThat(first.next().path("data").path("result").path("ptySessionId").asString()).isEqualTo(id);
			send(first, "i", "pty.input", Map.of("ptySessionId", id, "data", "echo o''ne; exit 5\r"));
			assertThat(read(first, "one\r\n")).startsWith("echo");
			assertThat(read(second, "one\r\n")).startsWith("echo");
			for (RawSocket socket : new RawSocket[] { first, second }) {
				assertThat(
						until(socket, (frame) -> frame.path("data").path("eventType").asString("").equals("pty.exit"))
							.path("data")
							.path("exitCode")
							.intValue())
					.isEqualTo(5);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "0,24", "80,501", "-1,24", "80,x" })
	void sizesOutOfRangeAreErrorsInText(String columns, String rows) throws Exception {
		try (RawSocket socket = new RawSocket(this.record)) {
			send(socket, "c", "pty.create", Map.of("cols", columns, "rows", rows, "envs", Map.of()));
			assertThat(socket.next().path("data").path("error").asString())
				.isEqualTo("Invalid terminal size: cols=%s, rows=%s (must be 1-500)".formatted(columns, rows));
		}
	}

	@Test
	void whatCannotBeDoneIsToldInText() throws Exception {
		try (RawSocket socket = new RawSocket(this.record)) {
			for (String method : new String[] { "pty.connect", "pty.kill" }) {
				send(socket, "x", method, Map.of("ptySessionId", "pty-9"));
				assertThat(socket.next().path("data").path("error").asString())
					.isEqualTo("PTY session not found: pty-9");
			}
			send(socket, "u", "pty.unknown", Map.of());
			assertThat(socket.next().path("data").path("error").asString()).isEqualTo("Unknown method: pty.unknown");
			send(socket, "i", "pty.input", Map.of("ptySessionId", "pty-9", "data", "x"));
			JsonNode told = socket.next();
			assertThat(told.path("data").path("eventType").asString()).isEqualTo("pty.error");
			assertThat(told.path("data").path("ptySessionId").asString()).isEqualTo("pty-9");
			assertThat(socket.next().path("data").path("error").asString()).isNotEmpty();
			Map<String, Object> parameters = new HashMap<>(Map.of("cols", 80, "rows", 24));
			parameters.put("envs", Map.of("A=B", "c"));
			send(socket, "e", "pty.create", parameters);
			assertThat(socket.next().path("data").path("error").asString()).contains("A=B");
		}
	}

}
