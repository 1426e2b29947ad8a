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

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A connection to a page of a browser, by the DevTools protocol.
 */
final class DevTools implements WebSocket.Listener, AutoCloseable {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final AtomicInteger lastId = new AtomicInteger();

	private final Map<Integer, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();

	private final StringBuilder message = new StringBuilder();

	private final WebSocket socket;

	private @Nullable String page;

	private DevTools(URI address) {
		this.socket = HTTP.newWebSocketBuilder().connectTimeout(PATIENCE).buildAsync(address, this).join();
	}

	/**
	 * Connect to the first page of a browser.
	 * @param address the address of the browser
	 * @return the connection, to be closed
	 */
	static DevTools ofPage(URI address) {
		DevTools browser = new DevTools(address);
		for (JsonNode target : browser.call("Target.getTargets", Map.of()).path("targetInfos")) {
			if (target.path("type").asString().equals("page")) {
				Map<String, Object> attachment = Map.of("targetId", target.path("targetId").asString(), "flatten",
						true);
				browser.page = browser.call("Target.attachToTarget", attachment).path("sessionId").asString();
				return browser;
			}
		}
		browser.close();
		throw new RefusedException("The browser shows no page");
	}

	JsonNode call(String method, Map<String, ?> parameters) {
		int id = this.lastId.incrementAndGet();
		CompletableFuture<JsonNode> answer = new CompletableFuture<JsonNode>().orTimeout(PATIENCE.toSeconds(),
				TimeUnit.SECONDS);
		this.calls.put(id, answer);
		Map<String, Object> call = (this.page == null) ? Map.of("id", id, "method", method, "params", parameters)
				: Map.of("id", id, "method", method, "params", parameters, "sessionId", this.page);
		this.socket.sendText(JSON.writeValueAsString(call), true).join();
		try {
			return answer.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RefusedException refused) ? refused : ex;
		}
	}

	@Override
	public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
		this.message.append(part);
		if (last) {
			JsonNode read = JSON.readTree(this.message.toString());
			this.message.setLength(0);
			CompletableFuture<JsonNode> call = this.calls.remove(read.path("id").asInt(-1));
			if (call != null && read.has("error")) {
				call.completeExceptionally(new RefusedException(read.path("error").path("message").asString()));
			}
			else if (call != null) {
				call.complete(read.path("result"));
			}
		}
		socket.request(1);
		return null;
	}

	/**
	 * The browser refuses a call. Loading may give the page a new process, and what is
	 * asked of the old one in that moment is refused.
	 */
	static final class RefusedException extends IllegalStateException {

		private static final long serialVersionUID = 1L;

		RefusedException(String message) {
			super(message);
		}

	}

	@Override
	public void close() {
		this.socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally((ex) -> this.socket).join();
		this.socket.abort();
	}

}
