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

package io.agentbay.local.internal.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import io.agentbay.local.internal.process.Output;
import io.agentbay.local.internal.sandbox.Coprocess;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The DevTools protocol over pipes: JSON messages, each ended by a zero byte. Answers are
 * matched to calls by their number; everything else is an event.
 */
final class CdpPipe implements Output {

	private static final int MAX_MESSAGE_BYTES = 256 * 1024 * 1024;

	private final JsonMapper mapper;

	private final Consumer<JsonNode> events;

	private final AtomicLong numbers = new AtomicLong();

	private final Map<Long, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();

	private final Map<String, DevTools> clients = new ConcurrentHashMap<>();

	private final ByteArrayOutputStream message = new ByteArrayOutputStream();

	private boolean overlong;

	private volatile @Nullable Coprocess process;

	CdpPipe(JsonMapper mapper, Consumer<JsonNode> events) {
		this.mapper = mapper;
		this.events = events;
	}

	/**
	 * Begin to talk.
	 */
	void connect(Coprocess process) {
		this.process = process;
		process.ended().whenComplete((code, failure) -> {
			BrowserException ended = new BrowserException("The browser has ended");
			this.calls.values().forEach((call) -> call.completeExceptionally(ended));
			Set.copyOf(this.clients.values()).forEach(DevTools::ended);
			this.clients.clear();
		});
	}

	/**
	 * Call a method and wait for its answer. While the session is paused the time stands
	 * still.
	 * @param target the protocol's session, {@code null} for the browser itself
	 * @param method the method
	 * @param parameters its parameters
	 * @param limit how long to wait
	 * @return the result
	 * @throws BrowserException if the browser refuses it, has ended or does not answer
	 */
	JsonNode call(@Nullable String target, String method, Map<String, ?> parameters, Duration limit)
			throws BrowserException, InterruptedException {
		long number = this.numbers.incrementAndGet();
		CompletableFuture<JsonNode> answer = begin(number, target, method, parameters);
		try {
			JsonNode message = process().await(answer, limit);
			JsonNode error = message.get("error");
			if (error != null) {
				throw new BrowserException(error.path("message").asString("The browser refused " + method));
			}
			return message.path("result");
		}
		catch (ExecutionException ex) {
			throw new BrowserException("The browser has ended", ex);
		}
		catch (TimeoutException ex) {
			throw new BrowserException(
					"Timeout: the browser did not answer %s within %s s".formatted(method, limit.toSeconds()), ex);
		}
		finally {
			this.calls.remove(number);
		}
	}

	/**
	 * Call a method whose answer does not matter. Can be used where events are taken.
	 */
	void tell(@Nullable String target, String method, Map<String, ?> parameters) {
		begin(this.numbers.incrementAndGet(), target, method, parameters);
	}

	/**
	 * Call a method on behalf of a client.
	 * @return completes with the whole answer
	 */
	CompletableFuture<JsonNode> forward(String target, String method, Map<String, ?> parameters) {
		long number = this.numbers.incrementAndGet();
		return begin(number, target, method, parameters).whenComplete((answer, failure) -> this.calls.remove(number));
	}

	/**
	 * Let a client have the events of one of the protocol's sessions.
	 */
	void lead(String session, DevTools client) {
		this.clients.put(session, client);
	}

	/**
	 * Forget a client.
	 */
	void leave(DevTools client) {
		this.clients.values().removeIf(client::equals);
	}

	private CompletableFuture<JsonNode> begin(long number, @Nullable String target, String method,
			Map<String, ?> parameters) {
		Map<String, Object> message = new LinkedHashMap<>();
		message.put("id", number);
		message.put("method", method);
		message.put("params", parameters);
		if (target != null) {
			message.put("sessionId", target);
		}
		byte[] json = this.mapper.writeValueAsBytes(message);
		byte[] framed = new byte[json.length + 1];
		System.arraycopy(json, 0, framed, 0, json.length);
		CompletableFuture<JsonNode> answer = new CompletableFuture<>();
		this.calls.put(number, answer);
		try {
			Coprocess present = process();
			present.send(framed);
			if (present.ended().isDone()) {
				answer.completeExceptionally(new BrowserException("The browser has ended"));
			}
		}
		catch (IOException ex) {
			answer.completeExceptionally(new BrowserException("The browser has ended", ex));
		}
		return answer;
	}

	private Coprocess process() throws BrowserException {
		Coprocess present = this.process;
		if (present == null) {
			throw new BrowserException("The browser is not ready");
		}
		return present;
	}

	@Override
	public void accept(byte[] chunk, int count) {
		int start = 0;
		for (int i = 0; i < count; i++) {
			if (chunk[i] == 0) {
				gather(chunk, start, i - start);
				finish();
				start = i + 1;
			}
		}
		gather(chunk, start, count - start);
	}

	private void gather(byte[] chunk, int start, int length) {
		this.overlong = this.overlong || this.message.size() + length > MAX_MESSAGE_BYTES;
		if (!this.overlong) {
			this.message.write(chunk, start, length);
		}
	}

	private void finish() {
		byte[] json = this.message.toByteArray();
		boolean whole = !this.overlong;
		this.message.reset();
		this.overlong = false;
		if (whole) {
			try {
				take(this.mapper.readTree(json));
			}
			catch (JacksonException ex) {
				// Not for us: whoever waits for an answer runs out of time.
			}
		}
	}

	private void take(JsonNode json) {
		if (!json.has("id")) {
			DevTools client = this.clients.get(json.path("sessionId").asString(""));
			if (client == null) {
				this.events.accept(json);
				return;
			}
			if (json.path("method").asString("").equals("Target.attachedToTarget")) {
				lead(json.path("params").path("sessionId").asString(""), client);
			}
			client.heard(json);
			return;
		}
		CompletableFuture<JsonNode> call = this.calls.remove(json.path("id").asLong(0));
		if (call != null) {
			call.complete(json);
		}
	}

}
