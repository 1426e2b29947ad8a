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
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.agentbay.error.AgentBayException;
import io.agentbay.error.CallDetails;
import io.agentbay.error.CallInterruptedException;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.event.EventSubscription;
import io.agentbay.internal.http.Closing;
import io.agentbay.internal.http.Effects;
import io.agentbay.internal.observe.RunningObservation;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
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
	 * Wait for an operation. Interrupting the waiting thread cancels the operation and
	 * leaves the thread's flag set.
	 * @param operation the operation, which must have a value
	 * @param <T> its type
	 * @return its value
	 * @throws IllegalStateException if called on a thread that must not block, such as an
	 * event loop
	 */
	public static <T> T await(Mono<T> operation) {
		return Objects.requireNonNull(block(operation), "operation ended without a value");
	}

	/**
	 * Wait for an operation without a value.
	 * @param operation the operation
	 */
	public static void run(Mono<Void> operation) {
		block(operation);
	}

	/**
	 * Wait until something has been given up, on an interrupted thread as well.
	 * @param operation gives it up
	 */
	public static void close(Mono<Void> operation) {
		refuseEventLoops();
		Closing.await(operation.contextWrite(RunningObservation::fromThread));
	}

	/**
	 * Wait for what may not be there.
	 * @param operation the operation
	 * @param <T> its type
	 * @return its value, or nothing
	 */
	public static <T> Optional<T> find(Mono<T> operation) {
		return Optional.ofNullable(block(operation));
	}

	/**
	 * Wait for all items of a stream that one reply answers.
	 * @param items the items
	 * @param <T> their type
	 * @return the items
	 */
	public static <T> List<T> list(Flux<T> items) {
		return await(items.collectList());
	}

	/**
	 * Read items page by page. Waits where a page begins, and asks for a page when its
	 * first item is asked for.
	 * @param items the items
	 * @param <T> their type
	 * @return the items; closing the stream is not necessary
	 */
	public static <T> Stream<T> pages(Flux<T> items) {
		refuseEventLoops();
		Stream<T> stream = items.contextWrite(RunningObservation::fromThread).toStream(1);
		return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new InterruptibleIterator<>(stream.iterator()),
				Spliterator.ORDERED | Spliterator.NONNULL), false)
			.onClose(stream::close);
	}

	/**
	 * Read buffers by a stream that waits for them. Closing it cancels the operation.
	 * @param buffers the buffers
	 * @return the stream, which holds a few of them
	 * @throws IllegalStateException if called on a thread that must not block, such as an
	 * event loop
	 */
	public static InputStream bytes(Flux<DataBuffer> buffers) {
		refuseEventLoops();
		return new ArrivingBytes(buffers.contextWrite(RunningObservation::fromThread), READ_AHEAD);
	}

	/**
	 * Wait for an element of a queue.
	 * @param queue the queue
	 * @param <T> the type of its elements
	 * @return the element, which has been taken
	 * @throws CallInterruptedException if the thread is interrupted; nothing has been
	 * taken, and the thread's flag is set
	 */
	static <T> T take(BlockingQueue<T> queue) {
		refuseEventLoops();
		try {
			return queue.take();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw interrupted(null, ex);
		}
	}

	/**
	 * Tell a consumer all that a stream brings, on the calling thread. Interrupting the
	 * thread, or an exception of the consumer, cancels the stream.
	 * @param stream the stream
	 * @param last the type of its last event
	 * @param consumer takes each event
	 * @param <T> the type of the events
	 * @param <L> the type of the last event
	 * @return the last event
	 */
	public static <T, L extends T> L events(Flux<T> stream, Class<L> last, Consumer<? super T> consumer) {
		return last.cast(forEach(stream, consumer));
	}

	/**
	 * Tell a consumer what a stream brings until the subscription is closed, and wait
	 * until nothing is missed.
	 * @param stream the stream
	 * @param consumer takes each event, on a thread that may block
	 * @param <T> the type of the events
	 * @return the subscription
	 */
	public static <T> EventSubscription subscribe(Flux<T> stream, Consumer<? super T> consumer) {
		Assert.notNull(consumer, "'consumer' must not be null");
		refuseEventLoops();
		refuseInterrupted();
		return Subscription.start(stream, consumer);
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
		Assert.notNull(consumer, "'consumer' must not be null");
		refuseEventLoops();
		refuseInterrupted();
		AtomicReference<@Nullable T> last = new AtomicReference<>();
		try (Stream<T> items = stream.contextWrite(RunningObservation::fromThread).toStream(1)) {
			items.forEach((item) -> {
				last.set(item);
				consumer.accept(item);
			});
		}
		catch (RuntimeException ex) {
			throw isInterruption(ex) ? new OutcomeUnknownException("the waiting thread was interrupted",
					CallDetails.none(), Exceptions.unwrap(ex)) : ex;
		}
		return Objects.requireNonNull(last.get(), "stream ended without a value");
	}

	private static <T> @Nullable T block(Mono<T> operation) {
		refuseEventLoops();
		refuseInterrupted();
		Effects effects = new Effects();
		try {
			return operation.contextWrite(RunningObservation::fromThread).contextWrite(effects::within).block();
		}
		catch (RuntimeException ex) {
			if (isInterruption(ex)) {
				effects.abandon();
				throw interrupted(effects.begun(), Exceptions.unwrap(ex));
			}
			throw ex;
		}
	}

	/** Reactor sets the flag of the thread again. */
	private static boolean isInterruption(RuntimeException ex) {
		return Exceptions.unwrap(ex) instanceof InterruptedException;
	}

	private static AgentBayException interrupted(@Nullable CallDetails begun, Throwable cause) {
		return (begun != null) ? new OutcomeUnknownException("the waiting thread was interrupted", begun, cause)
				: new CallInterruptedException("The waiting thread was interrupted", CallDetails.none(), cause);
	}

	/** A thread that could not wait for the answer had better not send anything. */
	private static void refuseInterrupted() {
		if (Thread.currentThread().isInterrupted()) {
			throw interrupted(null, new InterruptedException());
		}
	}

	private static void refuseEventLoops() {
		if (Schedulers.isInNonBlockingThread()) {
			throw new IllegalStateException("Thread '%s' is an event loop and must not wait. Use the reactive twin "
				.formatted(Thread.currentThread().getName())
					+ "(ReactiveAgentBay, session.reactive()) here, or move the call to another thread, "
					+ "for example with publishOn(Schedulers.boundedElastic()).");
		}
	}

	/** Tells an interrupt as the client tells it elsewhere. */
	private record InterruptibleIterator<T>(Iterator<T> items) implements Iterator<T> {

		@Override
		public boolean hasNext() {
			try {
				return this.items.hasNext();
			}
			catch (RuntimeException ex) {
				throw isInterruption(ex) ? interrupted(null, Exceptions.unwrap(ex)) : ex;
			}
		}

		@Override
		public T next() {
			return this.items.next();
		}

	}

}
