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

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import io.agentbay.filesystem.TransferProgress;
import io.agentbay.internal.text.Durations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * Measures the bytes of a file while they pass, and notices when none do.
 */
public final class Meter {

	private static final Logger logger = LoggerFactory.getLogger(Meter.class);

	/** How often to look within the time after which nothing moves any more. */
	private static final int LOOKS = 4;

	private final MessageDigest digest;

	private final TransferProgress progress;

	private volatile long total;

	private volatile long bytes;

	/**
	 * How many buffers the receiver still waits for; it starts with the answer itself.
	 */
	private final AtomicLong wanted = new AtomicLong(1);

	private volatile long movedAt;

	public Meter(long total, TransferProgress progress) {
		this.total = total;
		this.progress = progress;
		try {
			this.digest = MessageDigest.getInstance("MD5");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This JVM has no MD5", ex);
		}
	}

	public void expect(long total) {
		this.total = total;
	}

	/** Called by one thread after the other, never by two at a time. */
	@SuppressWarnings("NonAtomicVolatileUpdate")
	public void measure(DataBuffer buffer) {
		try (DataBuffer.ByteBufferIterator pieces = buffer.readableByteBuffers()) {
			while (pieces.hasNext()) {
				ByteBuffer piece = pieces.next();
				this.bytes += piece.remaining();
				this.digest.update(piece);
			}
		}
		moved();
		try {
			this.progress.moved(this.bytes, this.total);
		}
		catch (RuntimeException ex) {
			logger.warn("The listener to the progress of a transfer failed", ex);
		}
	}

	public long bytes() {
		return this.bytes;
	}

	/** To be asked once, at the end. */
	public String md5() {
		return HexFormat.of().formatHex(this.digest.digest());
	}

	/**
	 * Measure what is received. Where who receives it takes no more for a while, the
	 * other side is not to blame that nothing moves.
	 * @param received what is received
	 * @return the same
	 */
	public Flux<DataBuffer> measured(Flux<DataBuffer> received) {
		return received.doOnSubscribe((subscription) -> this.wanted.set(0)).doOnRequest((more) -> {
			moved();
			this.wanted.accumulateAndGet(more, Operators::addCap);
		}).doOnNext((buffer) -> {
			this.wanted.updateAndGet((wanted) -> (wanted == Long.MAX_VALUE) ? wanted : Math.max(0, wanted - 1));
			measure(buffer);
		});
	}

	/**
	 * Return a signal that fails when no byte has moved for some time though one was
	 * waited for, and never ends otherwise.
	 */
	public Mono<Object> standstill(Duration limit) {
		return Mono.defer(() -> {
			moved();
			return Flux.interval(limit.dividedBy(LOOKS)).concatMap((tick) -> {
				boolean still = this.wanted.get() > 0 && now() - this.movedAt >= limit.toNanos();
				return still ? Mono.error(new TimeoutException("no byte moved for " + Durations.text(limit)))
						: Mono.empty();
			}).next();
		});
	}

	private void moved() {
		this.movedAt = now();
	}

	/** The scheduler's clock, so that virtual time moves it too. */
	private static long now() {
		return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
	}

}
