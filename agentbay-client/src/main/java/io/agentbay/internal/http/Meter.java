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
import java.util.concurrent.TimeoutException;

import io.agentbay.filesystem.TransferProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * Measures the bytes of a file while they pass, and notices when none do.
 */
public final class Meter {

	private static final Logger logger = LoggerFactory.getLogger(Meter.class);

	private final MessageDigest digest;

	private final TransferProgress progress;

	private volatile long total;

	private volatile long bytes;

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
	 * Return a signal that fails when no byte has moved for some time, and never ends
	 * otherwise.
	 */
	public Mono<Object> standstill(Duration limit) {
		return Mono.defer(() -> {
			long[] before = { -1 };
			return Flux.interval(limit).concatMap((tick) -> {
				boolean still = before[0] == this.bytes;
				before[0] = this.bytes;
				return still ? Mono.error(new TimeoutException("no byte moved for " + limit.toSeconds() + " s"))
						: Mono.empty();
			}).next();
		});
	}

}
