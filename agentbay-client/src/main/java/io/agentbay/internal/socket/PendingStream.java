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

import java.util.Objects;

import io.agentbay.channel.StreamFrame;
import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.error.StreamBrokenException.Reason;
import io.agentbay.internal.http.WebSocketLink;
import io.agentbay.internal.json.Json;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/**
 * A call whose end has not arrived. Its frames are numbered one after the other; a gap is
 * a loss.
 */
final class PendingStream implements Pending {

	private static final String GATEWAY = "WEBSOCKET_SERVER";

	private final String id;

	private final CallDetails details;

	private final Inbox<StreamFrame> inbox;

	private long last = -1;

	private volatile boolean unnumbered;

	/**
	 * Whether a frame that could not be read has come before the first of this stream.
	 */
	private volatile boolean doubtful;

	private volatile boolean over;

	PendingStream(String id, CallDetails details) {
		this.id = id;
		this.details = details;
		this.inbox = new Inbox<>(details);
	}

	@Override
	public CallDetails details() {
		return this.details;
	}

	Flux<StreamFrame> frames() {
		return this.inbox.contents();
	}

	/**
	 * A frame could not be read. In a numbered stream a gap will tell whether it was one
	 * of this stream.
	 */
	@Override
	public void mayHaveMissedAFrame() {
		if (this.unnumbered) {
			missed();
		}
		else if (this.last < 0) {
			this.doubtful = true;
		}
	}

	private void missed() {
		invalid("may have been one that could not be read");
	}

	@Override
	public boolean isOver() {
		return this.over;
	}

	@Override
	public void fail(Throwable failure) {
		this.over = true;
		this.inbox.fail(failure);
	}

	@Override
	public void invalid(String what) {
		fail(new StreamBrokenException(Reason.INVALID_FRAME, "A frame of the stream " + what, this.details, null));
	}

	@Override
	public void arrived(JsonNode frame, JsonNode data, int length, WebSocketLink link) {
		if (isFromGateway(frame)) {
			String error = Objects.requireNonNullElse(Json.text(frame, "error"),
					Objects.requireNonNullElse(Json.text(data, "error"), ""));
			if (!error.isEmpty()) {
				fail(ServiceException.of(FailureKind.SERVICE, null, error, this.details));
				return;
			}
			end(data, length, link);
			return;
		}
		JsonNode error = data.path("error");
		if (error.isString() && !error.asString().isEmpty()) {
			fail(ServiceException.of(FailureKind.TOOL, null, error.asString(), this.details));
			return;
		}
		if (isInOrder(data)) {
			arrivedInOrder(data, length, link);
		}
	}

	static boolean isFromGateway(JsonNode frame) {
		return GATEWAY.equals(Json.text(frame, "source"));
	}

	private void arrivedInOrder(JsonNode data, int length, WebSocketLink link) {
		String phase = Objects.requireNonNullElse(Json.text(data, "phase"), "");
		switch (phase) {
			case "event" ->
				this.inbox.offer(new StreamFrame(this.id, false, Json.text(data, "eventType"), data), length, link);
			case "end" -> end(data, length, link);
			case "error" -> fail(ServiceException.of(FailureKind.TOOL, null,
					data.has("error") ? data.get("error").toString() : "The call failed without a message",
					this.details));
			default -> invalid("has the unknown phase '" + phase + "'");
		}
	}

	private void end(JsonNode data, int length, WebSocketLink link) {
		this.over = true;
		this.inbox.offer(new StreamFrame(this.id, true, null, data), length, link);
		this.inbox.complete();
	}

	private boolean isInOrder(JsonNode data) {
		JsonNode number = data.path("seq");
		if (!number.isIntegralNumber()) {
			this.unnumbered = true;
			if (this.doubtful) {
				missed();
			}
			return !this.doubtful;
		}
		long expected = this.last + 1;
		boolean first = this.last < 0;
		this.last = number.asLong();
		// The first one may have the number 0 or 1.
		if (this.last == expected || (first && this.last == 1 && !this.doubtful)) {
			return true;
		}
		fail(new StreamBrokenException(Reason.LOST_FRAME,
				"Frame %s of the stream arrived where frame %s was due".formatted(this.last, first ? 1 : expected),
				this.details, null));
		return false;
	}

}
