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

package io.agentbay.internal.socket;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import io.agentbay.error.CallDetails;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.error.StreamBrokenException.Reason;
import io.agentbay.internal.http.SerialEmitter;
import io.agentbay.internal.http.WebSocketLink;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * What has arrived for one consumer and waits to be taken. When that is much, nothing
 * more is read from the WebSocket until some of it was taken; when the consumer takes
 * nothing at all for ten seconds, it is given up, as others use the same WebSocket.
 *
 * @param <T> what waits
 */
public final class Inbox<T> {

	static final Duration PATIENCE = Duration.ofSeconds(10);

	static final int MAX_WAITING = 256;

	private static final long MAX_LENGTH = 4 * 1024 * 1024;

	private final Sinks.Many<Sized<T>> waiting = Sinks.many().unicast().onBackpressureBuffer();

	/** What has ended takes nothing more, which is nobody's fault. */
	private final SerialEmitter emitter = new SerialEmitter();

	private final Sinks.Empty<Void> givenUp = Sinks.empty();

	private final AtomicBoolean read = new AtomicBoolean();

	private final CallDetails details;

	private final int maxWaiting;

	private final long maxLength;

	private boolean over;

	private int count;

	private long length;

	private long taken;

	private @Nullable WebSocketLink halted;

	Inbox(CallDetails details) {
		this(details, MAX_WAITING, MAX_LENGTH);
	}

	/**
	 * Create an inbox.
	 * @param details what is told when its consumer is given up
	 * @param maxWaiting how many items may wait before nothing more is read
	 * @param maxLength how long they may be together
	 */
	public Inbox(CallDetails details, int maxWaiting, long maxLength) {
		this.details = details;
		this.maxWaiting = maxWaiting;
		this.maxLength = maxLength;
	}

	/**
	 * Take what has arrived and what arrives. There is one who takes.
	 * @return the items
	 */
	public Flux<T> contents() {
		return Flux.defer(() -> {
			if (!this.read.compareAndSet(false, true)) {
				return Flux.error(new IllegalStateException("This has been read already, or is being read: "
						+ "what arrives is handed out once, to one reader"));
			}
			return this.waiting.asFlux().doOnNext(this::take).map(Sized::item).doFinally((signal) -> {
				close();
				release();
			});
		});
	}

	/**
	 * Add what has arrived.
	 * @param item what
	 * @param size how long it is
	 * @param link where it has arrived
	 */
	public void offer(T item, int size, WebSocketLink link) {
		synchronized (this) {
			if (this.over) {
				return;
			}
			this.count++;
			this.length += size;
			if (isFull() && this.halted == null) {
				this.halted = link;
				link.halt(this);
				watch(this.taken);
			}
		}
		this.emitter.emit(() -> this.waiting.tryEmitNext(new Sized<>(item, size)));
	}

	/** Nothing more arrives. */
	public void complete() {
		close();
		this.emitter.emit(this.waiting::tryEmitComplete);
	}

	/**
	 * Nothing more arrives, and that is a failure.
	 * @param failure the failure
	 */
	public void fail(Throwable failure) {
		close();
		this.emitter.emit(() -> this.waiting.tryEmitError(failure));
	}

	/**
	 * Wait until the consumer is given up. The contents tell of it only when all that
	 * waits was taken, which may be never.
	 * @return fails when the consumer is given up, and never completes
	 */
	public Mono<Void> givenUp() {
		return this.givenUp.asMono();
	}

	private synchronized void close() {
		this.over = true;
	}

	private void take(Sized<T> item) {
		WebSocketLink link = null;
		synchronized (this) {
			this.count--;
			this.length -= item.size();
			this.taken++;
			if (!isFull()) {
				link = this.halted;
				this.halted = null;
			}
		}
		if (link != null) {
			link.resume(this);
		}
	}

	private boolean isFull() {
		return this.count >= this.maxWaiting || this.length >= this.maxLength;
	}

	private void watch(long takenBefore) {
		Mono.delay(PATIENCE).subscribe((tick) -> {
			long now;
			synchronized (this) {
				if (this.halted == null) {
					return;
				}
				now = this.taken;
			}
			if (now != takenBefore) {
				watch(now);
				return;
			}
			StreamBrokenException overflow = new StreamBrokenException(Reason.OVERFLOW,
					"The consumer took nothing for %s s while as much of the stream waited as may wait"
						.formatted(PATIENCE.toSeconds()),
					this.details, null);
			fail(overflow);
			release();
			this.givenUp.tryEmitError(overflow);
		});
	}

	private void release() {
		WebSocketLink link;
		synchronized (this) {
			link = this.halted;
			this.halted = null;
		}
		if (link != null) {
			link.resume(this);
		}
	}

	private record Sized<T>(T item, int size) {
	}

}
