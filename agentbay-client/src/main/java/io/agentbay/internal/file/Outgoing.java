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

package io.agentbay.internal.file;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import io.agentbay.error.AgentBayException;
import io.agentbay.error.CallDetails;
import io.agentbay.error.CallTimeoutException;
import io.agentbay.error.ConnectionFailedException;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.internal.http.AttemptFailedException;
import io.agentbay.internal.http.Meter;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * The content of a file on its way out. Tells whose fault it is when it does not arrive:
 * a source that fails, changes or stands still is not mended by another attempt, and what
 * was not sent to its end is stored nowhere.
 */
final class Outgoing {

	private final FileExchange.Upload upload;

	private final CallDetails call;

	private final Meter meter;

	private final AtomicReference<@Nullable DataBuffer> waiting = new AtomicReference<>();

	private long read;

	private volatile boolean begun;

	private volatile boolean whole;

	/** How many pieces whoever sends them waits for. */
	private final AtomicLong wanted = new AtomicLong();

	private volatile @Nullable Throwable failure;

	Outgoing(FileExchange.Upload upload, CallDetails call, Meter meter) {
		this.upload = upload;
		this.call = call;
		this.meter = meter;
	}

	/**
	 * Look whether there is as little as was announced, where that is nothing: a request
	 * without content would be answered before its content is looked at.
	 */
	Mono<Boolean> ready() {
		if (this.upload.size() != 0) {
			return Mono.just(true);
		}
		return Flux.from(this.upload.content()).filter((buffer) -> {
			boolean something = buffer.readableByteCount() > 0;
			DataBufferUtils.release(buffer);
			return something;
		})
			.hasElements()
			.flatMap((something) -> something ? Mono.<Boolean>error(tooMuch()) : Mono.just(true))
			.doOnError((ex) -> this.failure = ex);
	}

	/**
	 * A file that changes meanwhile must break the request, not end it early. So the last
	 * piece waits until it is clear that it is the last.
	 */
	Flux<DataBuffer> body() {
		return (this.upload.size() == 0) ? Flux.empty() : whole();
	}

	private Flux<DataBuffer> whole() {
		return Flux.from(this.upload.content())
			.doOnSubscribe((subscription) -> this.begun = true)
			.<DataBuffer>handle((buffer, sink) -> {
				this.read += buffer.readableByteCount();
				DataBuffer before = this.waiting.getAndSet(buffer);
				if (this.upload.size() > 0 && this.read > this.upload.size()) {
					DataBufferUtils.release(before);
					sink.error(tooMuch());
				}
				else if (before != null) {
					sink.next(before);
				}
			})
			.concatWith(Mono.defer(this::last))
			.doOnNext((buffer) -> {
				this.wanted.decrementAndGet();
				this.meter.measure(buffer);
			})
			.doOnRequest((more) -> this.wanted.accumulateAndGet(more, Operators::addCap))
			.doOnError((ex) -> this.failure = ex)
			.doOnComplete(() -> this.whole = true)
			.doFinally((signal) -> DataBufferUtils.release(this.waiting.getAndSet(null)));
	}

	private IOException tooMuch() {
		return new IOException("it has more than the %s bytes that were announced".formatted(this.upload.size()));
	}

	private Mono<DataBuffer> last() {
		if (this.upload.size() >= 0 && this.read != this.upload.size()) {
			return Mono.error(new IOException(
					"it has %s of the %s bytes that were announced".formatted(this.read, this.upload.size())));
		}
		return Mono.justOrEmpty(this.waiting.getAndSet(null));
	}

	/** What stands still when no byte moves: the source, or who should take the bytes. */
	Throwable explained(Throwable ex) {
		Throwable failed = this.failure;
		if (failed != null) {
			return refused(failed);
		}
		if (!(ex instanceof AttemptFailedException attempt) || !this.begun || this.whole) {
			return ex;
		}
		if (attempt.isTimedOut() && this.wanted.get() > 0) {
			return new CallTimeoutException("The upload was given up, its content does not go on: " + attempt.reason(),
					this.call, ex);
		}
		return this.upload.repeatable() ? ex : brokenOff(attempt);
	}

	private AgentBayException refused(Throwable failed) {
		String message = failed.getMessage();
		ServiceException refused = ServiceException.of(FailureKind.INVALID_ARGUMENT, null,
				"The upload was given up, its content failed or changed while it was read: "
						+ ((message != null) ? message : failed.getClass().getSimpleName()),
				this.call);
		refused.addSuppressed(failed);
		return refused;
	}

	/** The content cannot be had again, but half of it was not stored either. */
	private AgentBayException brokenOff(AttemptFailedException attempt) {
		String message = "The upload broke off before all was sent, so nothing was stored: " + attempt.reason();
		return attempt.isTimedOut() ? new CallTimeoutException(message, this.call, attempt.getCause())
				: new ConnectionFailedException(message, this.call, attempt.getCause());
	}

}
