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

package io.agentbay.local.internal.channel;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.agentbay.local.internal.tool.ToolStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call that is under way, from its request to its end.
 */
final class Invocation implements ToolStream {

	private static final int MAX_CONTINUATIONS = 100;

	private static final Duration STEP = Duration.ofMillis(200);

	private final Channel channel;

	private final String id;

	private final String target;

	private final CompletableFuture<Void> cancelled = new CompletableFuture<>();

	private final BlockingQueue<JsonNode> continuations = new LinkedBlockingQueue<>(MAX_CONTINUATIONS);

	private int sequence;

	private boolean garble;

	Invocation(Channel channel, String id, String target) {
		this.channel = channel;
		this.id = id;
		this.target = target;
	}

	String id() {
		return this.id;
	}

	String target() {
		return this.target;
	}

	/**
	 * A further frame of the client: it cancels the call or goes on with it.
	 */
	void heard(JsonNode data) {
		if (data.path("method").asString("").equals("cancel")) {
			cancel();
			return;
		}
		this.continuations.offer(data);
	}

	void cancel() {
		this.cancelled.complete(null);
	}

	/**
	 * Spoil the first frame of the answer.
	 */
	void garble() {
		this.garble = true;
	}

	@Override
	public void event(String type, Map<String, ?> fields) throws InterruptedException {
		say("event", type, fields);
	}

	@Override
	public void end(Map<String, ?> fields) throws InterruptedException {
		say("end", null, fields);
	}

	/**
	 * Answer a call of the kind that has one answer and no end.
	 * @param result what has come of it
	 */
	void answer(Map<String, ?> result) throws InterruptedException {
		send(Map.of("result", result));
	}

	/** One frame at a time, so that they leave in the order of their numbers. */
	private synchronized void say(String phase, @Nullable String type, Map<String, ?> fields)
			throws InterruptedException {
		Map<String, @Nullable Object> data = new LinkedHashMap<>();
		data.put("phase", phase);
		data.put("seq", ++this.sequence);
		if (type != null) {
			data.put("eventType", type);
		}
		data.putAll(fields);
		send(data);
	}

	private synchronized void send(Map<String, ? extends @Nullable Object> data) throws InterruptedException {
		if (this.garble) {
			this.garble = false;
			this.channel.garbled();
			return;
		}
		if (!this.channel.send(this.id, this.target, data)) {
			throw new InterruptedException("The connection has closed");
		}
	}

	@Override
	public boolean push(Map<String, ?> data) {
		return this.channel.trySend("push-" + UUID.randomUUID(), this.target, data);
	}

	@Override
	public CompletableFuture<Void> cancelled() {
		return this.cancelled;
	}

	@Override
	public @Nullable JsonNode awaitContinuation(Duration limit) throws InterruptedException {
		long end = System.nanoTime() + limit.toNanos();
		while (!this.cancelled.isDone() && end - System.nanoTime() > 0) {
			JsonNode next = this.continuations.poll(STEP.toMillis(), TimeUnit.MILLISECONDS);
			if (next != null) {
				return next;
			}
		}
		return null;
	}

	@Override
	public void keep(String name, Runnable end) {
		this.channel.keep(name, end);
	}

	@Override
	public void drop(String name) {
		this.channel.drop(name);
	}

}
