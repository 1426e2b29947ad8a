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

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;

/**
 * A WebSocket of the JDK, so that tests see each frame as it comes.
 */
final class RawSocket implements WebSocket.Listener, AutoCloseable {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final long PATIENCE = 30;

	private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();

	private final CompletableFuture<Integer> closed = new CompletableFuture<>();

	private final CompletableFuture<String> pong = new CompletableFuture<>();

	private final StringBuilder partial = new StringBuilder();

	private final WebSocket socket;

	RawSocket(JsonNode record) {
		this(record.path("WsUrl").stringValue(), record.path("Token").stringValue());
	}

	RawSocket(String url, String token) {
		this.socket = HTTP.newWebSocketBuilder()
			.header("X-Access-Token", token)
			.connectTimeout(Duration.ofSeconds(PATIENCE))
			.buildAsync(URI.create(url), this)
			.join();
	}

	RawSocket call(String id, String target, String method, Map<String, ?> parameters) {
		return send(Map.of("invocationId", id, "source", "SDK", "target", target, "data",
				Map.of("method", method, "mode", "stream", "params", parameters)));
	}

	RawSocket send(Map<String, ?> frame) {
		return sendText(TestClient.MAPPER.writeValueAsString(frame));
	}

	RawSocket sendText(String text) {
		this.socket.sendText(text, true).join();
		return this;
	}

	String ping(String text) throws Exception {
		this.socket.sendPing(ByteBuffer.wrap(text.getBytes())).join();
		return this.pong.get(PATIENCE, TimeUnit.SECONDS);
	}

	JsonNode next() throws InterruptedException {
		String frame = this.frames.poll(PATIENCE, TimeUnit.SECONDS);
		if (frame == null) {
			throw new AssertionError("No frame came");
		}
		return TestClient.MAPPER.readTree(frame);
	}

	/** The data of the frames up to the end of a stream. */
	List<JsonNode> untilEnd(String id) throws InterruptedException {
		List<JsonNode> seen = new ArrayList<>();
		while (true) {
			JsonNode frame = next();
			if (frame.path("invocationId").asString().equals(id)) {
				seen.add(frame.path("data"));
				if (frame.path("data").path("phase").asString("").equals("end")) {
					return seen;
				}
			}
		}
	}

	/** The number of the first frame that can be read, after one that cannot. */
	int untilEndAfterGarbage(String id) throws InterruptedException {
		String garbage = this.frames.poll(PATIENCE, TimeUnit.SECONDS);
		if (garbage == null || garbage.startsWith("{")) {
			throw new AssertionError("Not garbage: " + garbage);
		}
		return untilEnd(id).get(0).path("seq").intValue();
	}

	boolean isSilent() {
		return this.frames.isEmpty();
	}

	int closeCode() throws Exception {
		return this.closed.get(PATIENCE, TimeUnit.SECONDS);
	}

	@Override
	public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
		this.partial.append(data);
		if (last) {
			this.frames.add(this.partial.toString());
			this.partial.setLength(0);
		}
		webSocket.request(1);
		return null;
	}

	@Override
	public CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
		byte[] bytes = new byte[message.remaining()];
		message.get(bytes);
		this.pong.complete(new String(bytes));
		webSocket.request(1);
		return null;
	}

	@Override
	public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
		this.closed.complete(code);
		return null;
	}

	@Override
	public void onError(WebSocket webSocket, Throwable error) {
		this.closed.completeExceptionally(error);
	}

	@Override
	public void close() {
		this.socket.abort();
	}

}
