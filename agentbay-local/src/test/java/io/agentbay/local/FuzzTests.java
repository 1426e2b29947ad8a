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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

/**
 * Malformed requests at every door, for a while. The seed is told when one of them finds
 * something, and can be given as system property {@code agentbay.fuzz.seed}, the time as
 * {@code agentbay.fuzz.seconds}.
 */
@Timeout(300)
class FuzzTests {

	private static final long SEED = Long.getLong("agentbay.fuzz.seed", System.nanoTime());

	private static final Duration TIME = Duration.ofSeconds(Long.getLong("agentbay.fuzz.seconds", 5));

	private static final int HANGS_AFTER_MILLIS = 30_000;

	private static final List<String> ACTIONS = List.of("CreateMcpSession", "GetSession", "ListSession", "SetLabel",
			"GetLabel", "GetLink", "CallMcpTool", "ListMcpTools", "GetContext", "ModifyContext", "DeleteContext",
			"ClearContext", "DescribeContextFiles", "GetContextFileUploadUrl", "BindContexts", "SyncContext",
			"GetContextInfo", "GetAndLoadInternalContext", "CreateNetwork", "DescribeNetwork", "GetSkillMetaData",
			"GetVolume", "ListVolumes", "DeleteVolume", "ApplyMqttToken", "HandleAIEngineMessage", "GetMcpResource",
			"GetSessionDetail", "RefreshSessionIdleTime", "GetAdbLink", "GetCdpLink", "NoSuchAction", "");

	private static final List<String> PARAMETERS = List.of("SessionId", "Labels", "Args", "Name", "ContextId",
			"PersistenceDataList", "MaxResults", "NextToken", "Timeout", "Port", "FilePath", "ParentFolderPath",
			"PageSize", "ImageId", "ExtraConfigs", "Skills", "Status", "Server", "Option", "ContextTypes.1", "Policy");

	private static final List<String> TOOLS = List.of("read_file", "write_file", "list_directory", "edit_file",
			"search_files", "get_file_info", "read_multiple_files", "move_file", "get_file_change", "no_such_tool",
			"oss_upload", "page_use_navigate", "flux_get_task_status");

	private final Random random = new Random(SEED);

	private final LocalAgentBay runtime = LocalAgentBay.builder().maxRequestBytes(64 * 1024).start();

	private final TestClient client = new TestClient(this.runtime);

	private final String session = this.client.createSession("Timeout", "604800");

	private final JsonNode record = this.client.call("GetSession", "SessionId", this.session).ok().path("Data");

	@AfterEach
	void close() {
		this.runtime.close();
	}

	@Test
	void noMalformedRequestBreaksHangsOrLeaks() throws Exception {
		long end = System.nanoTime() + TIME.toNanos();
		int requests = 0;
		while (System.nanoTime() < end) {
			byte[] request = request();
			requests++;
			try {
				check(request, exchange(request));
			}
			catch (IOException | JacksonException ex) {
				fail("Seed %d, request %d: %s".formatted(SEED, requests, shown(request)), ex);
			}
			deleteOtherSessions();
		}
		assertThat(requests).as("seed " + SEED).isGreaterThan(20);
		assertThat(this.client.call("GetSession", "SessionId", this.session).ok()).isNotNull();
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(
					() -> assertThat(this.runtime.liveSessionIds()).as("seed " + SEED).containsExactly(this.session));
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(RuntimeThreads.count()).as("seed " + SEED).isLessThan(300));
	}

	private void deleteOtherSessions() {
		this.runtime.liveSessionIds()
			.stream()
			.filter((id) -> !id.equals(this.session))
			.forEach((id) -> this.client.call("DeleteSessionAsync", "SessionId", id));
	}

	/** Whatever the server itself finds wrong must be told in an envelope. */
	private void check(byte[] request, String answer) {
		if (answer.isEmpty()) {
			return;
		}
		String seed = "Seed %d: %s%n%s".formatted(SEED, shown(request), answer);
		assertThat(answer).as(seed).matches("(?s)HTTP/\\d\\.\\d \\d{3} .*");
		int status = Integer.parseInt(answer.substring(9, 12));
		assertThat(status).as(seed).isNotEqualTo(500);
		if (status >= 400) {
			String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
			assertThat(body).as(seed).contains("\"RequestId\"", "\"Code\"", "\"Success\":false");
		}
	}

	private byte[] request() {
		return switch (this.random.nextInt(9)) {
			case 0, 1, 2 -> openApi();
			case 3 -> http("POST", path("LinkUrl") + pick("/callTool", "/callTool/", "/", "/callTool?a=%"),
					pick("X-Access-Token: " + this.record.path("Token").stringValue(), "X-Access-Token: ", "A: b"),
					directLink());
			case 4 -> http("GET", path("WsUrl"),
					"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: " + pick("13", "0", "x", "999")
							+ "\r\nSec-WebSocket-Key: " + pick("", "abc", junk(30)) + "\r\nX-Access-Token: "
							+ pick("wrong", "", junk(10)),
					"");
			case 5 -> http(pick("GET", "PUT", "POST", "DELETE"),
					"/contexts/" + pick("SdkCtx-1", "..", "%2e%2e", junk(5)) + "/file?path="
							+ pick("/a", "..", "%00", "%zz") + "&expires="
							+ pick("1", "-1", "x", "99999999999999999999") + "&signature=" + pick("", "00", junk(9)),
					"A: b", junk(50));
			case 6 -> http(pick("GET", "POST", "OPTIONS"),
					"/request_ai/" + pick("x", junk(8), "") + "/path/" + junk(10), "A: b", "");
			case 7 ->
				http("GET", pick("/cdp/", "/pictures/", "/resource/", "/ws/", "/link/") + pick("x", "", "..", junk(8))
						+ pick("", "/", "/json/version"), pick("Upgrade: websocket", "A: b"), "");
			default -> bytes(this.random.nextInt(200));
		};
	}

	private byte[] openApi() {
		StringBuilder form = new StringBuilder("Authorization=Bearer+").append(this.runtime.apiKey());
		for (int i = this.random.nextInt(5); i > 0; i--) {
			form.append('&').append(pick(PARAMETERS)).append('=').append(value());
		}
		String action = pick(ACTIONS);
		if (action.equals("CallMcpTool")) {
			form.append("&SessionId=")
				.append(this.session)
				.append("&Name=")
				.append(pick(TOOLS))
				.append("&Args=")
				.append(value());
		}
		return http(pick("POST", "POST", "POST", "GET", "PUT"), "/?Action=" + action + pick("", "&a=%", "&Format=xml"),
				"A: b", form.toString());
	}

	private String directLink() {
		return pick("{\"tool\":\"%s\",\"args\":%s}".formatted(pick(TOOLS), decodedValue()),
				"{\"params\":{\"name\":\"%s\",\"arguments\":%s}}".formatted(pick(TOOLS), decodedValue()), "[]", "{",
				"null", "\"\"", junk(30));
	}

	private String value() {
		return pick(decodedValue().replace("&", "%26").replace("%", "%25").replace(" ", "+"), "%", "%zz", "%00",
				"%ff%fe", junk(20), this.session, "-1", "99999999999999999999");
	}

	private String decodedValue() {
		String deep = "[".repeat(this.random.nextInt(2000));
		return pick("{}", "[]", "null", "{\"path\":1}", "{\"path\":\"/\\u0000\"}",
				"{\"path\":\"../../../../etc/passwd\"}", "{\"path\":\"/tmp/a\",\"content\":null}",
				"{\"path\":\"/\",\"pattern\":\"[\"}", "{\"paths\":[1,null,{}]}", "{\"edits\":[{}],\"path\":\"/tmp\"}",
				"{\"path\":\"" + "a".repeat(5000) + "\"}", "[{\"ContextId\":1,\"Path\":\"\",\"Policy\":\"{\"}]",
				"{\"a\":\"" + junk(10) + "\"}", deep, "{\"a\":" + deep);
	}

	private byte[] http(String method, String target, String header, String body) {
		byte[] content = body.getBytes(StandardCharsets.UTF_8);
		String length = (this.random.nextInt(20) == 0) ? pick("-1", "x", "999999999999", "1, 2") : "" + content.length;
		String head = method + " " + target.replace(' ', '+').replace("\r", "").replace("\n", "")
				+ " HTTP/1.1\r\nHost: " + pick("127.0.0.1", "localhost", "x", "[", "a b", "", "@:99999") + "\r\n"
				+ header.replace("\0", "") + "\r\nContent-Type: "
				+ pick("application/x-www-form-urlencoded", "application/json", "text", "a/b; charset=x")
				+ "\r\nContent-Length: " + length + "\r\n\r\n";
		byte[] request = (head + body).getBytes(StandardCharsets.UTF_8);
		if (this.random.nextInt(10) == 0) {
			request[this.random.nextInt(request.length)] = (byte) this.random.nextInt(256);
		}
		return request;
	}

	private String path(String name) {
		return URI.create(this.record.path(name).stringValue()).getPath();
	}

	private String junk(int length) {
		String letters = "aZ0-_.~/\\:;,'\"<>{}|^`?*ä日";
		return this.random.ints(length, 0, letters.length())
			.mapToObj((index) -> String.valueOf(letters.charAt(index)))
			.reduce("", String::concat);
	}

	private byte[] bytes(int length) {
		byte[] bytes = new byte[length];
		this.random.nextBytes(bytes);
		return bytes;
	}

	private String pick(String... options) {
		return options[this.random.nextInt(options.length)];
	}

	private String pick(List<String> options) {
		return options.get(this.random.nextInt(options.size()));
	}

	/**
	 * The client says that it has no more to say, so any honest server closes in the end.
	 */
	private String exchange(byte[] request) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.runtime.port())) {
			socket.setSoTimeout(HANGS_AFTER_MILLIS);
			ByteArrayOutputStream answer = new ByteArrayOutputStream();
			try {
				socket.getOutputStream().write(request);
				socket.shutdownOutput();
				InputStream input = socket.getInputStream();
				for (int next = input.read(); next >= 0; next = input.read()) {
					answer.write(next);
				}
			}
			catch (SocketTimeoutException ex) {
				throw ex;
			}
			catch (IOException ex) {
				// Reset: the server had enough. What it said before counts.
			}
			return answer.toString(StandardCharsets.UTF_8);
		}
	}

	private static String shown(byte[] request) {
		String text = new String(request, StandardCharsets.ISO_8859_1);
		return text.substring(0, Math.min(600, text.length()));
	}

}
