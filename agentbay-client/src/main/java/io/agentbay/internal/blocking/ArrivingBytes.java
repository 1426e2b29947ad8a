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
import java.util.concurrent.atomic.AtomicLong;

import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Buffers as a stream that hands on what has arrived. Spring's own waits until all that
 * was asked for is there, which never comes from a program that waits for an answer.
 */
final class ArrivingBytes extends InputStream {

	private final AtomicLong arrived = new AtomicLong();

	private final InputStream bytes;

	private long taken;

	ArrivingBytes(Flux<DataBuffer> buffers, int readAhead) {
		this.bytes = DataBufferUtils.subscriberInputStream(
				buffers.doOnNext((buffer) -> this.arrived.addAndGet(buffer.readableByteCount())), readAhead);
	}

	@Override
	public int read() throws IOException {
		int one = this.bytes.read();
		if (one >= 0) {
			this.taken++;
		}
		return one;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		Objects.checkFromIndexSize(offset, length, target.length);
		if (length == 0) {
			return 0;
		}
		if (available() == 0) {
			int one = read();
			if (one < 0) {
				return -1;
			}
			target[offset] = (byte) one;
			return 1 + Math.max(0, more(target, offset + 1, length - 1));
		}
		return more(target, offset, length);
	}

	private int more(byte[] target, int offset, int length) throws IOException {
		int there = Math.min(available(), length);
		int read = (there > 0) ? this.bytes.read(target, offset, there) : 0;
		this.taken += Math.max(0, read);
		return read;
	}

	@Override
	public int available() {
		return (int) Math.min(Integer.MAX_VALUE, this.arrived.get() - this.taken);
	}

	@Override
	public void close() throws IOException {
		this.bytes.close();
	}

}
