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

package io.agentbay.internal.socket;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.agentbay.channel.Push;
import io.agentbay.error.CallDetails;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.error.StreamBrokenException.Reason;
import io.agentbay.internal.http.WebSocketLink;
import io.agentbay.internal.json.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Tells to which call a frame belongs. One that cannot be read fails only the calls that
 * might miss it without noticing.
 */
final class Frames {

	private static final Logger logger = LoggerFactory.getLogger(Frames.class);

	private final Runnable missed;

	private final Map<String, Pending> pending = new ConcurrentHashMap<>();

	/**
	 * Begin without any call.
	 * @param missed what to do when something has arrived that cannot be read
	 */
	Frames(Runnable missed) {
		this.missed = missed;
	}

	PendingStream begin(String id, CallDetails details) {
		PendingStream stream = new PendingStream(id, details);
		this.pending.put(id, stream);
		return stream;
	}

	PendingAnswer ask(String id, CallDetails details, BiConsumer<JsonNode, WebSocketLink> reader) {
		PendingAnswer answer = new PendingAnswer(id, details, reader);
		this.pending.put(id, answer);
		return answer;
	}

	boolean isPending(String id) {
		return this.pending.containsKey(id);
	}

	void forget(String id) {
		this.pending.remove(id);
	}

	void lost(String id) {
		Pending stream = this.pending.remove(id);
		if (stream != null) {
			stream.fail(new StreamBrokenException(Reason.CONNECTION_LOST,
					"The WebSocket was lost while the call was sent", stream.details(), null));
		}
	}

	void failAll(Function<CallDetails, Throwable> failure) {
		this.pending.keySet().forEach((id) -> {
			Pending stream = this.pending.remove(id);
			if (stream != null) {
				stream.fail(failure.apply(stream.details()));
			}
		});
	}

	/**
	 * Give a frame to its call.
	 * @return what it pushes, {@code null} if it belongs to a call or to nothing
	 */
	@Nullable Push arrived(WebSocketLink link, @Nullable String text) {
		JsonNode frame = (text != null) ? parse(text) : null;
		if (frame == null || !frame.isObject()) {
			unreadable();
			return null;
		}
		String id = Json.text(frame, "invocationId", "requestId");
		if (id == null) {
			if (frame.path("data").has("phase")) {
				unreadable();
			}
			return null;
		}
		Pending stream = this.pending.get(id);
		JsonNode data = data(frame);
		if (data == null) {
			if (stream != null) {
				this.pending.remove(id);
				stream.invalid("has no data that can be read");
			}
			return null;
		}
		if (stream == null) {
			return push(id, frame, data);
		}
		stream.arrived(frame, data, Objects.requireNonNull(text).length(), link);
		if (stream.isOver()) {
			this.pending.remove(id);
		}
		return null;
	}

	private static @Nullable Push push(String id, JsonNode frame, JsonNode data) {
		String target = Json.text(frame, "target");
		String source = Json.text(frame, "source");
		String server = "SDK".equals(target) ? source : target;
		return (server != null) ? new Push(id, server, data) : null;
	}

	private void unreadable() {
		logger.warn("A frame on the WebSocket could not be read and is dropped");
		this.pending.forEach((id, stream) -> {
			stream.mayHaveMissedAFrame();
			if (stream.isOver()) {
				this.pending.remove(id, stream);
			}
		});
		this.missed.run();
	}

	/** The data is an object or the JSON text of one; a refusal may have none. */
	private static @Nullable JsonNode data(JsonNode frame) {
		JsonNode data = frame.get("data");
		if (data == null || data.isNull()) {
			return frame.has("error") ? Json.MAPPER.createObjectNode() : null;
		}
		JsonNode object = data.isString() ? parse(data.asString()) : data;
		return (object != null && object.isObject()) ? object : null;
	}

	private static @Nullable JsonNode parse(String text) {
		try {
			return Json.MAPPER.readTree(text);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

}
