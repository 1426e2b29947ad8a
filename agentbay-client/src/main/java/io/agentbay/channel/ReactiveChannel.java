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

import io.agentbay.internal.blocking.BlockingChannel;
import io.agentbay.internal.blocking.BlockingShape;
import io.agentbay.internal.blocking.BlockingShape.Kind;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.lang.CheckReturnValue;

/**
 * The WebSocket of a session: one, shared by all that streams, opened on first use and
 * closed with the session. When it is lost, the calls that were under way fail with a
 * {@link io.agentbay.error.StreamBrokenException}, as what they would have said is gone.
 * While somebody listens to pushes it is opened again, after 0.5 to 5 seconds, as long as
 * the session lives. It is pinged every 20 seconds. What needs it in a session that has
 * none is a {@link io.agentbay.error.NotFoundException}. Called by applications: new
 * methods may be added in minor releases.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public interface ReactiveChannel {

	/**
	 * Return whether the session has a WebSocket. Sends nothing.
	 * @return whether it has
	 */
	boolean isAvailable();

	/**
	 * Return whether the WebSocket is open. Sends nothing.
	 * @return its state
	 */
	ChannelState state();

	/**
	 * Follow the state of the WebSocket, beginning with the state now. Ends by itself
	 * when the state is {@link ChannelState#ENDED}. Sends nothing.
	 * @return the state now, and each that follows
	 */
	@BlockingShape(Kind.SUBSCRIBE)
	Flux<ChannelState> watchState();

	/**
	 * Open the WebSocket now rather than on first use. Does nothing if it is open.
	 * @return completes when it is open
	 */
	Mono<Void> connect();

	/**
	 * Close the WebSocket. Calls under way fail; listeners wait. The next use opens it
	 * again.
	 * @return completes when it is closed
	 */
	Mono<Void> disconnect();

	/**
	 * Prepare a call that streams what it has to say. Sends nothing yet.
	 * @param server the server of the session that is called
	 * @param data the call: its {@code method} and {@code params}
	 * @return the call
	 * @throws IllegalArgumentException if an argument is missing
	 */
	ReactiveChannelCall call(String server, Map<String, ? extends @Nullable Object> data);

	/**
	 * Send a message that nothing answers.
	 * @param server the server of the session that it is for
	 * @param data the message
	 * @return completes when it is on its way
	 * @throws IllegalArgumentException if an argument is missing
	 */
	Mono<Void> send(String server, Map<String, ? extends @Nullable Object> data);

	/**
	 * Listen to what a server sends without being asked. Opens the WebSocket, and keeps
	 * it open as long as somebody listens: what was sent while it was lost is missing,
	 * and {@link #watchState()} tells when that may be. Several may listen. Fails when
	 * the session has ended or what was sent is not taken in time.
	 * @param server the server of the session
	 * @return the pushes
	 * @throws IllegalArgumentException if the server is blank
	 */
	@BlockingShape(Kind.SUBSCRIBE)
	Flux<Push> listen(String server);

	/**
	 * Return the blocking face of this.
	 * @return the blocking face
	 */
	default Channel blocking() {
		return new BlockingChannel(this);
	}

}
