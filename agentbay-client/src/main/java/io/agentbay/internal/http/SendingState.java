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

package io.agentbay.internal.http;

import java.time.Duration;

import io.netty.channel.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/**
 * Whether the writing of a request has begun. Until then it is certain that the service
 * has seen none of it.
 */
public final class SendingState {

	private volatile boolean sent;

	private volatile @Nullable Connection connection;

	public void markSent() {
		this.sent = true;
	}

	void markSent(Connection connection) {
		this.connection = connection;
		markSent();
	}

	/** Close the connection, whatever is still to come on it. */
	void hangUp() {
		Connection present = this.connection;
		if (present != null) {
			present.channel().close();
		}
	}

	boolean isSent() {
		return this.sent;
	}

	/**
	 * Return a signal that fails when the writing has not begun in time, and never ends
	 * otherwise.
	 */
	Mono<Object> expiry(@Nullable Duration limit) {
		if (limit == null) {
			return Mono.never();
		}
		return Mono.delay(limit).flatMap((tick) -> {
			if (this.sent) {
				return Mono.never();
			}
			String message = "no connection was ready within %s ms".formatted(limit.toMillis());
			return Mono.error(new ConnectTimeoutException(message));
		});
	}

}
