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

package io.agentbay.channel;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A call over the WebSocket of a session. It is made once; making it again is an
 * {@link IllegalStateException}. A call that is refused is a
 * {@link io.agentbay.error.ServiceException}. Called by applications: new methods may be
 * added in minor releases.
 *
 * @since 0.1.0
 */
public interface ChannelCall {

	/**
	 * Return the id of the call.
	 * @return the id
	 */
	String invocationId();

	/**
	 * Make the call and tell what it says, its end included. Parts that arrive faster
	 * than they are taken wait, within limits; then the WebSocket is not read until some
	 * were taken. The end comes only if nothing was lost: otherwise it is a
	 * {@link io.agentbay.error.StreamBrokenException}.
	 * @param consumer told each item, one after the other
	 * @return the last of them
	 */
	StreamFrame stream(Consumer<? super StreamFrame> consumer);

	/**
	 * Make the call and wait for its end.
	 * @return the last part
	 */
	StreamFrame run();

	/**
	 * Make the call and wait for its end, but not for ever.
	 * @param timeout the longest time; after it the call is cancelled, and it is a
	 * {@link io.agentbay.error.StreamBrokenException} whose reason is {@code TIMEOUT}
	 * @return the last part
	 * @throws IllegalArgumentException if the time is not positive
	 */
	StreamFrame run(Duration timeout);

	/**
	 * Send a further message that belongs to this call, such as an answer to a question.
	 * It goes over the connection that the call went over, or is a
	 * {@link io.agentbay.error.StreamBrokenException}.
	 * @param data the message
	 * @throws IllegalArgumentException if there is no message
	 */
	void write(Map<String, ? extends @Nullable Object> data);

	/**
	 * Return the reactive face of this: what one does, the other sees.
	 * @return the reactive face
	 */
	ReactiveChannelCall reactive();

}
