package io.agentbay.transport;

import java.time.Duration;

import io.netty.channel.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Whether the writing of a request has begun. Until then it is certain that the service
 * has seen none of it.
 */
final class SendingState {

	private volatile boolean sent;

	void markSent() {
		this.sent = true;
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
			String message = "no connection was ready within %d ms".formatted(limit.toMillis());
			return Mono.error(new ConnectTimeoutException(message));
		});
	}

}
