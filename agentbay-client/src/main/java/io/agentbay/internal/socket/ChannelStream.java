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

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;

import io.agentbay.error.StreamBrokenException;
import io.agentbay.error.StreamBrokenException.Reason;
import io.agentbay.internal.http.Polling;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A call over the WebSocket. It is sent when its frames are subscribed to, once.
 */
public final class ChannelStream {

	private final String invocationId;

	private final Flux<StreamFrame> frames;

	private final BiFunction<String, Map<String, ?>, Mono<Void>> writer;

	private final AtomicBoolean started = new AtomicBoolean();

	public ChannelStream(String invocationId, Flux<StreamFrame> frames,
			BiFunction<String, Map<String, ?>, Mono<Void>> writer) {
		this.invocationId = invocationId;
		this.frames = frames;
		this.writer = writer;
	}

	/**
	 * Return the id of the call.
	 * @return the id
	 */
	public String invocationId() {
		return this.invocationId;
	}

	/**
	 * Make the call and return what it says, its end included. Frames that arrive faster
	 * than they are taken wait, within limits; then the WebSocket is not read until some
	 * were taken. Completes only if nothing was lost; else it fails with a
	 * {@link StreamBrokenException}, or with a {@link io.agentbay.error.ServiceException}
	 * if the call was refused. Cancelling the subscription ends the call in the session
	 * where that is possible: on the local runtime it is, the service knows no way to do
	 * it and goes on.
	 * @return the frames; may be subscribed to once
	 */
	public Flux<StreamFrame> frames() {
		return Flux.defer(() -> this.started.compareAndSet(false, true) ? this.frames
				: Flux.error(new IllegalStateException("A call is made once: its frames were subscribed to before")));
	}

	/**
	 * Make the call and wait for its end.
	 * @return the last frame
	 */
	public Mono<StreamFrame> end() {
		return frames().last();
	}

	/**
	 * Make the call and wait for its end, but not for ever.
	 * @param timeout the longest time; after it the call is cancelled and fails with a
	 * {@link StreamBrokenException} whose reason is {@link Reason#TIMEOUT}
	 * @return the last frame
	 * @throws IllegalArgumentException if the time is not positive
	 */
	public Mono<StreamFrame> end(Duration timeout) {
		Polling.requirePositive(timeout, "timeout");
		return end().timeout(timeout, Mono.error(() -> new StreamBrokenException(Reason.TIMEOUT,
				"The call did not end within " + timeout, this.invocationId, null)));
	}

	/**
	 * Send a further message that belongs to this call, such as an answer to a question.
	 * @param data the message
	 * @return completes when it is on its way; fails if the WebSocket is not open
	 */
	public Mono<Void> write(Map<String, ? extends @Nullable Object> data) {
		return this.writer.apply(this.invocationId, data);
	}

}
