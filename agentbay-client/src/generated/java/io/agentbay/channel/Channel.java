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

package io.agentbay.channel;

import java.util.Map;
import java.util.function.Consumer;

import io.agentbay.event.EventSubscription;
import org.jspecify.annotations.Nullable;

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
public interface Channel {

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
	 * @param consumer told each item, one after the other
	 * @return the subscription; when it is there, nothing is missed any longer
	 */
	EventSubscription watchState(Consumer<? super ChannelState> consumer);

	/**
	 * Open the WebSocket now rather than on first use. Does nothing if it is open.
	 */
	void connect();

	/**
	 * Close the WebSocket. Calls under way fail; listeners wait. The next use opens it
	 * again.
	 */
	void disconnect();

	/**
	 * Prepare a call that streams what it has to say. Sends nothing yet.
	 * @param server the server of the session that is called
	 * @param data the call: its {@code method} and {@code params}
	 * @return the call
	 * @throws IllegalArgumentException if an argument is missing
	 */
	ChannelCall call(String server, Map<String, ? extends @Nullable Object> data);

	/**
	 * Send a message that nothing answers.
	 * @param server the server of the session that it is for
	 * @param data the message
	 * @throws IllegalArgumentException if an argument is missing
	 */
	void send(String server, Map<String, ? extends @Nullable Object> data);

	/**
	 * Listen to what a server sends without being asked. Opens the WebSocket, and keeps
	 * it open as long as somebody listens: what was sent while it was lost is missing,
	 * and {@link #watchState(Consumer)} tells when that may be. Several may listen. Fails
	 * when the session has ended or what was sent is not taken in time.
	 * @param server the server of the session
	 * @param consumer told each item, one after the other
	 * @return the subscription; when it is there, nothing is missed any longer
	 * @throws IllegalArgumentException if the server is blank
	 */
	EventSubscription listen(String server, Consumer<? super Push> consumer);

	/**
	 * Return the reactive face of this: what one does, the other sees.
	 * @return the reactive face
	 */
	ReactiveChannel reactive();

}
