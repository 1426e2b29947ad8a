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

package io.agentbay.internal.blocking;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.agentbay.event.EventSubscription;
import io.agentbay.internal.http.Listening;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * A stream of events that a consumer is told, on a thread that may block.
 *
 * @param <T> the type of the events
 */
final class Subscription<T> implements EventSubscription {

	private static final Logger logger = LoggerFactory.getLogger(Subscription.class);

	private final Object turn = new Object();

	private final Disposable.Swap source = Disposables.swap();

	private final CompletableFuture<Void> completion = new CompletableFuture<>();

	private final Consumer<? super T> consumer;

	private final Listening listening = new Listening();

	private boolean closed;

	private volatile @Nullable Throwable failure;

	private Subscription(Consumer<? super T> consumer) {
		this.consumer = consumer;
	}

	/** Start, and wait until nothing is missed. */
	static <T> Subscription<T> start(Flux<T> events, Consumer<? super T> consumer) {
		Subscription<T> subscription = new Subscription<>(consumer);
		subscription.source.update(events.contextWrite(subscription.listening::within)
			.publishOn(Schedulers.boundedElastic(), 1)
			.subscribe(subscription::tell, subscription::failed, subscription::ended));
		try {
			Blocking.run(subscription.listening.begun());
		}
		catch (RuntimeException ex) {
			subscription.close();
			throw ex;
		}
		return subscription;
	}

	/** A consumer that throws misses nothing further. */
	private void tell(T event) {
		synchronized (this.turn) {
			if (this.closed) {
				return;
			}
			try {
				this.consumer.accept(event);
			}
			catch (RuntimeException ex) {
				logger.error("What was to be done on an event failed; the subscription goes on", ex);
			}
		}
	}

	private void failed(Throwable ex) {
		this.failure = ex;
		this.listening.fail(ex);
		this.completion.completeExceptionally(ex);
	}

	private void ended() {
		this.listening.begin();
		this.completion.complete(null);
	}

	@Override
	public boolean isActive() {
		return !this.completion.isDone();
	}

	@Override
	public @Nullable Throwable failure() {
		return this.failure;
	}

	@Override
	public CompletableFuture<Void> completion() {
		return this.completion.copy();
	}

	@Override
	public void close() {
		this.source.dispose();
		synchronized (this.turn) {
			this.closed = true;
		}
		this.completion.complete(null);
	}

}
