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

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import io.agentbay.internal.blocking.Blocking;
import io.agentbay.internal.socket.ChannelStream;
import io.agentbay.internal.socket.StreamFrame;
import org.jspecify.annotations.Nullable;

/**
 * A call over the WebSocket, waiting for what it says. The blocking twin of
 * {@link ChannelStream}.
 */
public final class ChannelCall {

	private final ChannelStream reactive;

	ChannelCall(ChannelStream reactive) {
		this.reactive = reactive;
	}

	/**
	 * Return the id of the call.
	 * @return the id
	 */
	public String invocationId() {
		return this.reactive.invocationId();
	}

	/**
	 * Make the call and hand on what it says, its end included, on the calling thread. An
	 * exception of the consumer, or interrupting the thread, cancels the call.
	 * @param onEvent what to do with each frame
	 * @return the last frame
	 * @throws IllegalArgumentException if there is nothing to do
	 * @see ChannelStream#frames()
	 */
	public StreamFrame frames(Consumer<StreamFrame> onEvent) {
		return Blocking.forEach(this.reactive.frames(), onEvent);
	}

	/**
	 * Make the call and wait for its end.
	 * @return the last frame
	 */
	public StreamFrame end() {
		return Blocking.await(this.reactive.end());
	}

	/**
	 * Make the call and wait for its end, but not for ever.
	 * @param timeout the longest time; after it the call is cancelled
	 * @return the last frame
	 * @throws IllegalArgumentException if the time is not positive
	 * @see ChannelStream#end(Duration)
	 */
	public StreamFrame end(Duration timeout) {
		return Blocking.await(this.reactive.end(timeout));
	}

	/**
	 * Send a further message that belongs to this call, such as an answer to a question.
	 * @param data the message
	 */
	public void write(Map<String, ? extends @Nullable Object> data) {
		Blocking.await(this.reactive.write(data).thenReturn(this));
	}

}
