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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import io.agentbay.error.CallInterruptedException;
import io.netty.buffer.PooledByteBufAllocator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.publisher.TestPublisher;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.core.io.buffer.NettyDataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowable;

/** A stream of what arrives, read by threads that wait, are interrupted, or go away. */
@Timeout(60)
class ArrivingBytesTests {

	private static final int READ_AHEAD = 3;

	private final TestPublisher<DataBuffer> buffers = TestPublisher.create();

	@Test
	void aReadHandsOnWhatHasArrivedWithoutWaitingForMore() throws IOException {
		InputStream stream = stream();
		arrive("some");
		assertThat(stream.readNBytes(2)).asString().isEqualTo("so");
		assertThat(stream.available()).isEqualTo(2);
		byte[] target = new byte[10];
		assertThat(stream.read(target, 1, 9)).isEqualTo(2);
		assertThat(target).startsWith(0, 'm', 'e', 0);
	}

	@Test
	void nothingIsReadIntoNoSpace() throws IOException {
		assertThat(stream().read(new byte[0])).isZero();
	}

	@Test
	void emptyBuffersAreNotTheEnd() throws IOException {
		InputStream stream = stream();
		arrive("", "a", "");
		this.buffers.complete();
		assertThat(stream.read()).isEqualTo('a');
		assertThat(stream.read()).isEqualTo(-1);
		assertThat(stream.read(new byte[2])).isEqualTo(-1);
	}

	@Test
	void bytesAreReadWithoutTheirSign() throws IOException {
		InputStream stream = new ArrivingBytes(
				Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(new byte[] { -1 })), READ_AHEAD);
		assertThat(stream.read()).isEqualTo(255);
	}

	@Test
	void noMoreIsAskedForThanCanBeHeld() throws IOException {
		InputStream stream = stream();
		this.buffers.assertMinRequested(READ_AHEAD);
		this.buffers.assertMaxRequested(READ_AHEAD);
		arrive("a", "b", "c");
		this.buffers.assertMaxRequested(0);
		assertThat(stream.read()).isEqualTo('a');
		this.buffers.assertMinRequested(1);
	}

	@Test
	void buffersOfAPoolAreReleasedWhetherReadOrNot() {
		NettyDataBufferFactory pool = new NettyDataBufferFactory(PooledByteBufAllocator.DEFAULT);
		List<NettyDataBuffer> pooled = List.of(pool.allocateBuffer(8), pool.allocateBuffer(8));
		pooled.forEach((buffer) -> buffer.write(new byte[8]));
		new ArrivingBytes(Flux.fromIterable(pooled), READ_AHEAD).close();
		assertThat(pooled).allMatch((buffer) -> buffer.getNativeBuffer().refCnt() == 0);
	}

	@Test
	void aFailureIsThrownAsItIsBehindTheLastByteAndAgain() throws IOException {
		InputStream stream = stream();
		IllegalStateException failure = new IllegalStateException("cut");
		arrive("a");
		this.buffers.error(failure);
		assertThat(stream.read()).isEqualTo('a');
		assertThat(catchThrowable(stream::read)).isSameAs(failure);
		assertThat(catchThrowable(stream::read)).isSameAs(failure);
	}

	@Test
	void anInterruptedWaitIsToldKeepsTheFlagAndLosesNothing() throws IOException {
		InputStream stream = stream();
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(CallInterruptedException.class).isThrownBy(stream::read);
		assertThat(Thread.interrupted()).isTrue();
		arrive("a");
		assertThat(stream.read()).isEqualTo('a');
	}

	@Test
	void anInterruptedThreadReadsWhatIsThere() throws IOException {
		InputStream stream = stream();
		arrive("a");
		Thread.currentThread().interrupt();
		assertThat(stream.read()).isEqualTo('a');
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void closingCancelsAndEndsTheWaitOfAnotherThread() throws IOException {
		InputStream stream = stream();
		AtomicReference<Thread> reader = new AtomicReference<>();
		CompletableFuture<Throwable> read = CompletableFuture.supplyAsync(() -> {
			reader.set(Thread.currentThread());
			return catchThrowable(stream::read);
		});
		Awaitility.await()
			.until(() -> reader.get() != null && reader.get().getState() == Thread.State.WAITING && !read.isDone());
		stream.close();
		assertThat(read.join()).isInstanceOf(IOException.class).hasMessage("Stream closed");
		this.buffers.assertCancelled();
	}

	@Test
	void aClosedStreamSaysSoEvenIfMoreHadArrived() throws IOException {
		InputStream stream = stream();
		arrive("a");
		stream.close();
		stream.close();
		assertThatIOException().isThrownBy(stream::read).withMessage("Stream closed");
	}

	@Test
	void anEventLoopIsNotMadeToWait() {
		InputStream stream = stream();
		Throwable thrown = Mono.fromCallable(() -> catchThrowable(stream::read))
			.subscribeOn(Schedulers.parallel())
			.block();
		assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessageContaining("event loop");
	}

	private InputStream stream() {
		return new ArrivingBytes(this.buffers.flux(), READ_AHEAD);
	}

	private void arrive(String... texts) {
		for (String text : texts) {
			this.buffers.next(DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8)));
		}
	}

}
