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
import java.util.function.Function;

import io.agentbay.channel.ReactiveChannelCall;
import io.agentbay.channel.StreamFrame;
import io.agentbay.error.CallDetails;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.error.StreamBrokenException.Reason;
import io.agentbay.internal.text.Durations;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * A call of a channel. It is sent when its frames are subscribed to, once.
 */
final class DefaultReactiveChannelCall implements ReactiveChannelCall {

	private final String invocationId;

	private final CallDetails details;

	private final Flux<StreamFrame> frames;

	private final Function<Map<String, ?>, Mono<Void>> writer;

	private final AtomicBoolean started = new AtomicBoolean();

	DefaultReactiveChannelCall(String invocationId, CallDetails details, Flux<StreamFrame> frames,
			Function<Map<String, ?>, Mono<Void>> writer) {
		this.invocationId = invocationId;
		this.details = details;
		this.frames = frames;
		this.writer = writer;
	}

	@Override
	public String invocationId() {
		return this.invocationId;
	}

	@Override
	public Flux<StreamFrame> stream() {
		return Flux.defer(() -> this.started.compareAndSet(false, true) ? this.frames
				: Flux.error(new IllegalStateException("A call is made once, and this one was made before")));
	}

	@Override
	public Mono<StreamFrame> run() {
		return stream().last();
	}

	@Override
	public Mono<StreamFrame> run(Duration timeout) {
		Durations.requirePositive(timeout, "timeout");
		return run().timeout(timeout, Mono.error(() -> new StreamBrokenException(Reason.TIMEOUT,
				"The call did not end within " + timeout, this.details, null)));
	}

	@Override
	public Mono<Void> write(Map<String, ? extends @Nullable Object> data) {
		Assert.notNull(data, "'data' must not be null");
		return this.writer.apply(data);
	}

}
