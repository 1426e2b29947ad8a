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

import java.util.function.Consumer;

import io.agentbay.internal.blocking.Blocking;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.Assert;

/**
 * Hands on what comes over a channel until it is closed, or fails because the session has
 * ended. Closing it leaves the WebSocket of the session to its other users.
 */
public final class ChannelListener implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ChannelListener.class);

	private final Disposable.Swap subscription = Disposables.swap();

	private volatile @Nullable Throwable failure;

	private ChannelListener() {
	}

	/**
	 * Start to listen, and wait until nothing is missed any longer. For use by the
	 * features.
	 * @param source what comes
	 * @param ready completes when nothing is missed
	 * @param onEvent what to do with it
	 * @param <T> its type
	 * @return the listener
	 */
	public static <T> ChannelListener start(Flux<T> source, Mono<Void> ready, Consumer<? super T> onEvent) {
		Assert.notNull(onEvent, "'onEvent' must not be null");
		ChannelListener listener = new ChannelListener();
		listener.subscription.update(source.publishOn(Schedulers.boundedElastic(), 1)
			.subscribe((event) -> tell(onEvent, event), (ex) -> listener.failure = ex));
		try {
			return Blocking.await(ready.thenReturn(listener));
		}
		catch (RuntimeException ex) {
			listener.close();
			throw ex;
		}
	}

	/** A consumer that throws misses nothing further. */
	private static <T> void tell(Consumer<? super T> onEvent, T event) {
		try {
			onEvent.accept(event);
		}
		catch (RuntimeException ex) {
			logger.error("What was to be done on an event of a channel failed; the listener goes on", ex);
		}
	}

	/**
	 * Return why nothing more comes.
	 * @return the failure, {@code null} as long as something may come or if this was
	 * closed
	 */
	public @Nullable Throwable failure() {
		return this.failure;
	}

	/**
	 * Stop. The consumer may still be busy with an event.
	 */
	@Override
	public void close() {
		this.subscription.dispose();
	}

}
