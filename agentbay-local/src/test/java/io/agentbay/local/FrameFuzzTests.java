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
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Malformed frames on WebSockets that were opened properly, for a while: the connections
 * end, the session and its neighbours do not. The seed is told when one of them finds
 * something, and can be given as system property {@code agentbay.fuzz.seed}, the time as
 * {@code agentbay.fuzz.seconds}.
 */
@Timeout(300)
class FrameFuzzTests {

	private static final long SEED = Long.getLong("agentbay.fuzz.seed", System.nanoTime());

	private static final Duration TIME = Duration.ofSeconds(Long.getLong("agentbay.fuzz.seconds", 3));

	private static final int HANGS_AFTER_MILLIS = 30_000;

	private static final int TEXT = 1;

	private final Random random = new Random(SEED);

	private final LocalAgentBay runtime = LocalAgentBay.builder().maxRequestBytes(64 * 1024).start();

	private final TestClient client = new TestClient(this.runtime);

	private final JsonNode record = this.client.call("CreateMcpSession").ok().path("Data");

	@AfterEach
	void close() {
		this.runtime.close();
	}

	@Test
	void noFrameBreaksTheChannelOfASession() throws Exception {
		URI address = URI.create(this.record.path("WsUrl").stringValue());
		bombard(address, "X-Access-Token: " + this.record.path("Token").stringValue());
		try (RawSocket socket = new RawSocket(this.record)) {
			socket.call("last", "wuying_codespace", "no_such_method", Map.of());
			assertThat(socket.next().path("data").path("error").asString("")).as("seed " + SEED)
				.contains("no_such_method");
		}
	}

	@Test
	void noFrameBreaksTheBrowserOfASession() throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/chromium")), "chromium is not installed");
		String session = this.record.path("SessionId").stringValue();
		this.client.call("InitBrowser", "SessionId", session).ok();
		bombard(link(session), "X-None: given");
		assertThat(this.client.tool(session, "page_use_navigate", Map.of("url", "about:blank")).error())
			.as("seed " + SEED)
			.isFalse();
	}

	private URI link(String session) {
		return URI
			.create(this.client.call("GetCdpLink", "SessionId", session).ok().path("Data").path("Url").stringValue());
	}

	private void bombard(URI address, String header) throws IOException {
		long end = System.nanoTime() + TIME.toNanos();
		int connections = 0;
		while (System.nanoTime() < end) {
			connections++;
			try {
				connect(address, header);
			}
			catch (SocketTimeoutException ex) {
				fail("Seed %d: connection %d hangs".formatted(SEED, connections), ex);
			}
		}
		assertThat(connections).as("seed " + SEED).isGreaterThan(5);
		assertThat(
				this.client.shell(this.record.path("SessionId").stringValue(), "echo alive").path("stdout").asString())
			.as("seed " + SEED)
			.isEqualTo("alive\n");
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(RuntimeThreads.count()).as("seed " + SEED).isLessThan(300));
	}

	/** Opens a connection, sends frames, and waits for the runtime to have enough. */
	private void connect(URI address, String header) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", address.getPort())) {
			socket.setSoTimeout(HANGS_AFTER_MILLIS);
			DataInputStream input = new DataInputStream(socket.getInputStream());
			socket.getOutputStream()
				.write(("GET " + address.getPath() + " HTTP/1.1\r\nHost: 127.0.0.1:" + address.getPort()
						+ "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
						+ "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + header + "\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			assertThat(status(input)).as("seed " + SEED).isEqualTo(101);
			try {
				for (int i = this.random.nextInt(6); i >= 0; i--) {
					socket.getOutputStream().write(frame());
				}
				socket.shutdownOutput();
				input.skipNBytes(Long.MAX_VALUE);
			}
			catch (SocketTimeoutException ex) {
				throw ex;
			}
			catch (IOException ex) {
				// Closed or reset: the runtime had enough.
			}
		}
	}

	private static int status(DataInputStream input) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			head.append((char) input.readUnsignedByte());
		}
		return Integer.parseInt(head.substring(9, 12));
	}

	private byte[] frame() throws IOException {
		return switch (this.random.nextInt(6)) {
			case 0 -> bytes(this.random.nextInt(100));
			case 1 -> framed(true, this.random.nextInt(16), bytes(this.random.nextInt(200)), true);
			case 2 -> framed(false, TEXT, message().getBytes(StandardCharsets.UTF_8), true);
			case 3 -> framed(true, TEXT, bytes(this.random.nextInt(50)), this.random.nextBoolean());
			default -> framed(true, TEXT, message().getBytes(StandardCharsets.UTF_8), true);
		};
	}

	private String message() {
		String deep = "[".repeat(this.random.nextInt(3000));
		String data = pick("{}", "[]", "null", "1", "\"x\"", deep,
				"{\"method\":\"run_code\",\"params\":{\"code\":1,\"language\":[]}}",
				"{\"method\":\"run_code\",\"mode\":\"stream\",\"params\":null}",
				"{\"method\":\"\\u0000\",\"params\":{\"path\":\"../../etc\"}}", "{\"phase\":\"end\"}",
				"{\"method\":\"Runtime.evaluate\",\"params\":{\"expression\":1}}");
		return pick(
				"{\"invocationId\":\"i\",\"source\":\"SDK\",\"target\":\""
						+ pick("wuying_codespace", "wuying_filesystem", "wuying_cdp_mcp_server", "x", "")
						+ "\",\"data\":" + data + "}",
				"{\"invocationId\":" + data + "}",
				"{\"id\":" + pick("1", "\"x\"", "1e99", "null") + ",\"method\":" + data + "}", deep, "{",
				"x".repeat(this.random.nextInt(70_000)), "");
	}

	private byte[] framed(boolean last, int kind, byte[] content, boolean masked) throws IOException {
		ByteArrayOutputStream frame = new ByteArrayOutputStream();
		DataOutputStream output = new DataOutputStream(frame);
		output.writeByte((last ? 0x80 : 0) | kind);
		int mask = masked ? 0x80 : 0;
		if (this.random.nextInt(20) == 0) {
			output.writeByte(mask | 127);
			output.writeLong(this.random.nextLong());
		}
		else if (content.length < 126) {
			output.writeByte(mask | content.length);
		}
		else {
			output.writeByte(mask | 127);
			output.writeLong(content.length);
		}
		if (masked) {
			// A mask of zeros leaves the content as it is.
			output.writeInt(0);
		}
		output.write(content);
		return frame.toByteArray();
	}

	private byte[] bytes(int length) {
		byte[] bytes = new byte[length];
		this.random.nextBytes(bytes);
		return bytes;
	}

	private String pick(String... options) {
		return options[this.random.nextInt(options.length)];
	}

}
