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

package io.agentbay.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The threads that carry calls out. */
@Timeout(60)
class WorkerPoolTests {

	private final AtomicInteger made = new AtomicInteger();

	private final AtomicInteger allowed = new AtomicInteger(Integer.MAX_VALUE);

	private final WorkerPool pool = new WorkerPool(3, Duration.ofMinutes(5), factory());

	private final CountDownLatch gate = new CountDownLatch(1);

	@AfterEach
	void end() {
		this.gate.countDown();
		this.pool.shutdownNow();
	}

	@Test
	void anIdleThreadIsTakenBeforeOneIsMade() throws InterruptedException {
		for (int i = 0; i < 20; i++) {
			CountDownLatch done = new CountDownLatch(1);
			this.pool.execute(done::countDown);
			done.await();
			Awaitility.await().until(() -> this.pool.getActiveCount() == 0);
		}
		assertThat(this.made).hasValue(1);
	}

	@Test
	void asManyRunAtOnceAsThereMayBeThreadsAndTheRestComesLater() throws InterruptedException {
		CountDownLatch begun = new CountDownLatch(3);
		CountDownLatch done = new CountDownLatch(8);
		for (int i = 0; i < 8; i++) {
			this.pool.execute(() -> {
				begun.countDown();
				pass();
				done.countDown();
			});
		}
		begun.await();
		assertThat(this.pool.getQueue()).hasSize(5);
		this.gate.countDown();
		done.await();
		assertThat(this.made).hasValue(3);
	}

	@Test
	void aThreadThatTheMachineRefusesIsWaitedFor() throws InterruptedException {
		this.allowed.set(1);
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch second = new CountDownLatch(1);
		this.pool.execute(() -> {
			begun.countDown();
			pass();
		});
		begun.await();
		this.pool.execute(second::countDown);
		this.gate.countDown();
		second.await();
	}

	@Test
	void withoutAnyThreadATaskIsRefusedAndTheNextHasAnother() throws InterruptedException {
		this.allowed.set(0);
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> this.pool.execute(() -> {
		})).withMessageContaining("no thread");
		this.allowed.set(Integer.MAX_VALUE);
		CountDownLatch done = new CountDownLatch(1);
		this.pool.execute(done::countDown);
		done.await();
	}

	@Test
	void nothingIsTakenOnceItIsShutDown() {
		this.pool.shutdown();
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> this.pool.execute(() -> {
		}));
	}

	@Test
	void nothingIsLostWhereThreadsComeAndGo() throws InterruptedException {
		WorkerPool fleeting = new WorkerPool(2, Duration.ofMillis(1), factory());
		List<CountDownLatch> rounds = IntStream.range(0, 2000).mapToObj((i) -> new CountDownLatch(3)).toList();
		for (CountDownLatch round : rounds) {
			for (int i = 0; i < 3; i++) {
				fleeting.execute(round::countDown);
			}
			assertThat(round.await(30, TimeUnit.SECONDS)).isTrue();
		}
		fleeting.shutdownNow();
	}

	private void pass() {
		try {
			this.gate.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Newer JDKs start threads by other means, so making one is what is refused. */
	private ThreadFactory factory() {
		return (task) -> {
			if (this.made.incrementAndGet() > this.allowed.get()) {
				throw new OutOfMemoryError("unable to create native thread");
			}
			return new Thread(task);
		};
	}

}
