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
// Written by agentbay-face from ReactiveChannel. Change that, not this.

package io.agentbay.internal.blocking;

import java.util.Map;
import java.util.function.Consumer;

import io.agentbay.channel.Channel;
import io.agentbay.channel.ChannelCall;
import io.agentbay.channel.ChannelState;
import io.agentbay.channel.Push;
import io.agentbay.channel.ReactiveChannel;
import io.agentbay.event.EventSubscription;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveChannel}.
 */
public final class BlockingChannel implements Channel {

	private final ReactiveChannel reactive;

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingChannel(ReactiveChannel reactive) {
		this.reactive = reactive;
	}

	@Override
	public boolean isAvailable() {
		return this.reactive.isAvailable();
	}

	@Override
	public ChannelState state() {
		return this.reactive.state();
	}

	@Override
	public EventSubscription watchState(Consumer<? super ChannelState> consumer) {
		return Blocking.subscribe(this.reactive.watchState(), consumer);
	}

	@Override
	public void connect() {
		Blocking.run(this.reactive.connect());
	}

	@Override
	public void disconnect() {
		Blocking.run(this.reactive.disconnect());
	}

	@Override
	public ChannelCall call(String server, Map<String, ? extends @Nullable Object> data) {
		return new BlockingChannelCall(this.reactive.call(server, data));
	}

	@Override
	public void send(String server, Map<String, ? extends @Nullable Object> data) {
		Blocking.run(this.reactive.send(server, data));
	}

	@Override
	public EventSubscription listen(String server, Consumer<? super Push> consumer) {
		return Blocking.subscribe(this.reactive.listen(server), consumer);
	}

	@Override
	public ReactiveChannel reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingChannel that && this.reactive.equals(that.reactive);
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
