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
import java.util.function.BiConsumer;

import io.agentbay.channel.StreamFrame;
import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.error.StreamBrokenException.Reason;
import io.agentbay.internal.http.WebSocketLink;
import io.agentbay.internal.json.Json;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

/**
 * A call that has one answer and no end. The answer is read on the thread on which it
 * arrives, before anything that follows it.
 */
final class PendingAnswer implements Pending {

	private final String id;

	private final CallDetails details;

	private final BiConsumer<JsonNode, WebSocketLink> reader;

	private final Sinks.One<StreamFrame> answer = Sinks.one();

	private volatile boolean over;

	PendingAnswer(String id, CallDetails details, BiConsumer<JsonNode, WebSocketLink> reader) {
		this.id = id;
		this.details = details;
		this.reader = reader;
	}

	Mono<StreamFrame> answer() {
		return this.answer.asMono();
	}

	@Override
	public CallDetails details() {
		return this.details;
	}

	/** Who waits for one answer notices that there is none. */
	@Override
	public void mayHaveMissedAFrame() {
		// Nothing follows from it.
	}

	@Override
	public boolean isOver() {
		return this.over;
	}

	@Override
	public void fail(Throwable failure) {
		this.over = true;
		this.answer.tryEmitError(failure);
	}

	@Override
	public void invalid(String what) {
		fail(new StreamBrokenException(Reason.INVALID_FRAME, "The answer " + what, this.details, null));
	}

	@Override
	public void arrived(JsonNode frame, JsonNode data, int length, WebSocketLink link) {
		String error = Objects.requireNonNullElse(Json.text(data, "error"),
				PendingStream.isFromGateway(frame) ? Objects.requireNonNullElse(Json.text(frame, "error"), "") : "");
		if (!error.isEmpty()) {
			fail(ServiceException.of(kind(frame, error), null, error, this.details));
			return;
		}
		this.over = true;
		try {
			this.reader.accept(data, link);
			this.answer.tryEmitValue(new StreamFrame(this.id, true, null, data));
		}
		catch (RuntimeException ex) {
			fail(ex);
		}
	}

	/** The service has words for it only. */
	private static FailureKind kind(JsonNode frame, String error) {
		if (error.contains("IncorrectSessionStatus")) {
			return FailureKind.SESSION_STATE;
		}
		if (PendingStream.isFromGateway(frame)) {
			return FailureKind.SERVICE;
		}
		return error.contains("session not found") ? FailureKind.NOT_FOUND : FailureKind.TOOL;
	}

}
