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

package io.agentbay.channel;

import java.util.Map;
import java.util.function.Consumer;

import io.agentbay.internal.blocking.Blocking;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The WebSocket of a session, waiting for each operation. The blocking twin of
 * {@link ReactiveChannel}.
 */
public final class Channel {

	private final ReactiveChannel reactive;

	/**
	 * Create the blocking twin.
	 * @param reactive the channel
	 */
	public Channel(ReactiveChannel reactive) {
		this.reactive = reactive;
	}

	/**
	 * Return whether the session has a WebSocket. Sends nothing.
	 * @return whether it has
	 */
	public boolean isAvailable() {
		return this.reactive.isAvailable();
	}

	/**
	 * Return whether the WebSocket is open. Sends nothing.
	 * @return its state
	 */
	public ChannelState state() {
		return this.reactive.state();
	}

	/**
	 * Follow the state of the WebSocket on another thread, beginning with the state now.
	 * @param onEvent what to do when it changes
	 * @return the listener, which is to be closed
	 * @throws IllegalArgumentException if there is nothing to do
	 */
	public ChannelListener states(Consumer<ChannelState> onEvent) {
		return ChannelListener.start(this.reactive.states(), Mono.empty(), onEvent);
	}

	/**
	 * Open the WebSocket now rather than on first use. Does nothing if it is open.
	 * @see ReactiveChannel#connect()
	 */
	public void connect() {
		Blocking.await(this.reactive.connect().thenReturn(this));
	}

	/**
	 * Close the WebSocket. Calls under way fail; listeners wait. The next use opens it
	 * again.
	 */
	public void disconnect() {
		Blocking.await(this.reactive.disconnect().thenReturn(this));
	}

	/**
	 * Prepare a call that streams what it has to say.
	 * @param server the server of the session that is called
	 * @param data the call: its {@code method} and {@code params}
	 * @return the call, which is made when its frames are asked for
	 * @throws IllegalArgumentException if an argument is missing
	 */
	public ChannelCall call(String server, Map<String, ? extends @Nullable Object> data) {
		return new ChannelCall(this.reactive.call(server, data));
	}

	/**
	 * Send a message that nothing answers.
	 * @param server the server of the session that it is for
	 * @param data the message
	 * @throws IllegalArgumentException if an argument is missing
	 */
	public void send(String server, Map<String, ? extends @Nullable Object> data) {
		Blocking.await(this.reactive.send(server, data).thenReturn(this));
	}

	/**
	 * Listen on another thread to what a server sends without being asked. Returns when
	 * the WebSocket is open.
	 * @param server the server of the session
	 * @param onEvent what to do with each push
	 * @return the listener, which is to be closed
	 * @throws IllegalArgumentException if the server is blank or there is nothing to do
	 * @see ReactiveChannel#pushes(String)
	 */
	public ChannelListener pushes(String server, Consumer<Push> onEvent) {
		return ChannelListener.start(this.reactive.pushes(server), this.reactive.connect(), onEvent);
	}

}
