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
// Written by agentbay-face from ReactiveChannelCall. Change that, not this.

package io.agentbay.internal.blocking;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import io.agentbay.channel.ChannelCall;
import io.agentbay.channel.ReactiveChannelCall;
import io.agentbay.channel.StreamFrame;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveChannelCall}.
 */
public final class BlockingChannelCall implements ChannelCall {

	private final ReactiveChannelCall reactive;

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingChannelCall(ReactiveChannelCall reactive) {
		this.reactive = reactive;
	}

	@Override
	public String invocationId() {
		return this.reactive.invocationId();
	}

	@Override
	public StreamFrame stream(Consumer<? super StreamFrame> consumer) {
		return Blocking.forEach(this.reactive.stream(), consumer);
	}

	@Override
	public StreamFrame run() {
		return Blocking.await(this.reactive.run());
	}

	@Override
	public StreamFrame run(Duration timeout) {
		return Blocking.await(this.reactive.run(timeout));
	}

	@Override
	public void write(Map<String, ? extends @Nullable Object> data) {
		Blocking.run(this.reactive.write(data));
	}

	@Override
	public ReactiveChannelCall reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingChannelCall that && this.reactive.equals(that.reactive);
	}

	@Override
	public int hashCode() {
		return this.reactive.hashCode();
	}

	@Override
	public String toString() {
		return this.reactive.toString();
	}

}
