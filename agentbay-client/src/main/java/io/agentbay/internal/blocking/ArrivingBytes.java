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

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.Exceptions;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Signal;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Buffers as a stream that hands on what has arrived. Spring's own waits until all that
 * was asked for is there, which never comes from a program that waits for an answer, and
 * spins without an end once its thread is interrupted.
 */
final class ArrivingBytes extends InputStream {

	/** Holds no more than was requested, and the end. */
	private final BlockingQueue<Signal<byte[]>> arrived = new LinkedBlockingQueue<>();

	private final BaseSubscriber<DataBuffer> arrivals;

	private byte[] current = {};

	private int position;

	private @Nullable Signal<byte[]> end;

	private volatile boolean closed;

	ArrivingBytes(Flux<DataBuffer> buffers, int readAhead) {
		this.arrivals = new Arrivals(this.arrived, readAhead);
		buffers.subscribe(this.arrivals);
	}

	@Override
	public int read() throws IOException {
		return isAtEnd() ? -1 : this.current[this.position++] & 0xff;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		Objects.checkFromIndexSize(offset, length, target.length);
		if (length == 0) {
			return 0;
		}
		if (isAtEnd()) {
			return -1;
		}
		int read = Math.min(length, available());
		System.arraycopy(this.current, this.position, target, offset, read);
		this.position += read;
		return read;
	}

	@Override
	public int available() {
		return this.current.length - this.position;
	}

	@Override
	public void close() {
		this.closed = true;
		this.arrivals.cancel();
		// Another thread may be waiting.
		this.arrived.add(Signal.complete());
	}

	/** Waits for a byte or the end. An interrupted wait loses nothing. */
	private boolean isAtEnd() throws IOException {
		while (this.end == null && !this.closed && available() == 0) {
			take(next());
		}
		if (this.closed) {
			throw new IOException("Stream closed");
		}
		if (this.end == null) {
			return false;
		}
		if (this.end.getThrowable() != null) {
			throw Exceptions.propagate(this.end.getThrowable());
		}
		return true;
	}

	private void take(Signal<byte[]> signal) {
		byte[] bytes = signal.get();
		if (bytes == null) {
			this.end = signal;
			return;
		}
		this.current = bytes;
		this.position = 0;
		this.arrivals.request(1);
	}

	private Signal<byte[]> next() {
		Signal<byte[]> there = this.arrived.poll();
		return (there != null) ? there : Blocking.take(this.arrived);
	}

	/** Copies, so that no buffer is held for a stream that nobody closes. */
	private static final class Arrivals extends BaseSubscriber<DataBuffer> {

		private final BlockingQueue<Signal<byte[]>> arrived;

		private final int readAhead;

		private Arrivals(BlockingQueue<Signal<byte[]>> arrived, int readAhead) {
			this.arrived = arrived;
			this.readAhead = readAhead;
		}

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			subscription.request(this.readAhead);
		}

		@Override
		protected void hookOnNext(DataBuffer buffer) {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			DataBufferUtils.release(buffer);
			this.arrived.add(Signal.next(bytes));
		}

		@Override
		protected void hookOnComplete() {
			this.arrived.add(Signal.complete());
		}

		@Override
		protected void hookOnError(Throwable failure) {
			this.arrived.add(Signal.error(failure));
		}

	}

}
