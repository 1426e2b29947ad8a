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

import io.agentbay.internal.blocking.BlockingChannelCall;
import io.agentbay.internal.blocking.BlockingShape;
import io.agentbay.internal.blocking.BlockingShape.Kind;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.lang.CheckReturnValue;

/**
 * A call over the WebSocket of a session. It is made once; making it again is an
 * {@link IllegalStateException}. A call that is refused is a
 * {@link io.agentbay.error.ServiceException}. Called by applications: new methods may be
 * added in minor releases.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public interface ReactiveChannelCall {

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
	 * @return the parts
	 * @apiNote the call is made when the parts are subscribed to. Cancelling the
	 * subscription ends the call in the session where that is possible: on the local
	 * runtime it is, the service knows no way to do it and goes on.
	 */
	@BlockingShape(Kind.EVENTS)
	Flux<StreamFrame> stream();

	/**
	 * Make the call and wait for its end.
	 * @return the last part
	 */
	Mono<StreamFrame> run();

	/**
	 * Make the call and wait for its end, but not for ever.
	 * @param timeout the longest time; after it the call is cancelled, and it is a
	 * {@link io.agentbay.error.StreamBrokenException} whose reason is {@code TIMEOUT}
	 * @return the last part
	 * @throws IllegalArgumentException if the time is not positive
	 */
	Mono<StreamFrame> run(Duration timeout);

	/**
	 * Send a further message that belongs to this call, such as an answer to a question.
	 * It goes over the connection that the call went over, or is a
	 * {@link io.agentbay.error.StreamBrokenException}.
	 * @param data the message
	 * @return completes when it is on its way
	 * @throws IllegalArgumentException if there is no message
	 */
	Mono<Void> write(Map<String, ? extends @Nullable Object> data);

	/**
	 * Return the blocking face of this.
	 * @return the blocking face
	 */
	default ChannelCall blocking() {
		return new BlockingChannelCall(this);
	}

}
