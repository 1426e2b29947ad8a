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

import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.agentbay.internal.observe.RunningObservation;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.util.Assert;

/**
 * Waits for reactive operations on behalf of the blocking classes. What is observed of
 * them belongs to the observation that is current on the waiting thread. For use inside
 * the client only.
 */
public final class Blocking {

	private static final int READ_AHEAD = 4;

	private Blocking() {
	}

	/**
	 * Wait for an operation. Interrupting the waiting thread cancels the operation.
	 * @param operation the operation, which must have a value
	 * @param <T> its type
	 * @return its value
	 * @throws IllegalStateException if called on a thread that must not block, such as an
	 * event loop
	 */
	public static <T> T await(Mono<T> operation) {
		refuseEventLoops();
		return Objects.requireNonNull(operation.contextWrite(RunningObservation::fromThread).block(),
				"operation ended without a value");
	}

	/**
	 * Read buffers by a stream that waits for them. Closing it cancels the operation.
	 * @param buffers the buffers
	 * @return the stream, which holds a few of them
	 * @throws IllegalStateException if called on a thread that must not block, such as an
	 * event loop
	 */
	public static InputStream stream(Flux<DataBuffer> buffers) {
		refuseEventLoops();
		return DataBufferUtils.subscriberInputStream(buffers.contextWrite(RunningObservation::fromThread), READ_AHEAD);
	}

	/**
	 * Take all that a stream brings, on the calling thread. Interrupting the thread, or
	 * an exception of the consumer, cancels the stream.
	 * @param stream the stream, which must not be empty
	 * @param consumer takes each item
	 * @param <T> the type of the items
	 * @return the last item
	 * @throws IllegalStateException if called on a thread that must not block, such as an
	 * event loop
	 */
	public static <T> T forEach(Flux<T> stream, Consumer<? super T> consumer) {
		Assert.notNull(consumer, "'onEvent' must not be null");
		refuseEventLoops();
		AtomicReference<@Nullable T> last = new AtomicReference<>();
		try (Stream<T> items = stream.contextWrite(RunningObservation::fromThread).toStream(1)) {
			items.forEach((item) -> {
				last.set(item);
				consumer.accept(item);
			});
		}
		return Objects.requireNonNull(last.get(), "stream ended without a value");
	}

	private static void refuseEventLoops() {
		if (Schedulers.isInNonBlockingThread()) {
			throw new IllegalStateException("Thread '%s' is an event loop and must not wait. Use the reactive twin "
				.formatted(Thread.currentThread().getName())
					+ "(ReactiveAgentBay, session.reactive()) here, or move the call to another thread, "
					+ "for example with publishOn(Schedulers.boundedElastic()).");
		}
	}

}
