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

package io.agentbay.boot.waiting;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Uninterruptibly}.
 */
class UninterruptiblyTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	@AfterEach
	void forgetInterrupt() {
		Thread.interrupted();
	}

	@Test
	void workIsWaitedForOnAnInterruptedThreadWhichKeepsItsFlag() {
		AtomicBoolean done = new AtomicBoolean();
		Thread.currentThread().interrupt();
		boolean ended = Uninterruptibly
			.await(Mono.<Void>fromRunnable(() -> done.set(true)).delaySubscription(Duration.ofMillis(50)), LONG);
		assertThat(ended).isTrue();
		assertThat(done).isTrue();
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void waitingEndsInTime() {
		assertThat(Uninterruptibly.await(Mono.never(), Duration.ofMillis(10))).isFalse();
		assertThat(Thread.interrupted()).isFalse();
	}

	@Test
	void failuresAreThrownAsTheyAre() {
		assertThatIllegalStateException()
			.isThrownBy(() -> Uninterruptibly.await(Mono.error(new IllegalStateException("on purpose")), LONG))
			.withMessage("on purpose");
	}

	@Test
	void anEventLoopMayWait() {
		Boolean ended = Mono.fromCallable(() -> Uninterruptibly.await(Mono.empty(), LONG))
			.subscribeOn(Schedulers.single())
			.block();
		assertThat(ended).isTrue();
	}

	@Test
	void resultsAreWaitedForOnAnInterruptedThread() throws Exception {
		CompletableFuture<String> result = new CompletableFuture<>();
		Thread.currentThread().interrupt();
		Mono.delay(Duration.ofMillis(50)).subscribe((tick) -> result.complete("done"));
		assertThat(Uninterruptibly.get(result, LONG)).isEqualTo("done");
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void workThatIsBrokenOffIsDoneAgain() {
		AtomicInteger attempts = new AtomicInteger();
		Uninterruptibly.run(() -> {
			if (attempts.incrementAndGet() == 1) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("interrupted");
			}
		});
		assertThat(attempts).hasValue(2);
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void workThatFailsIsNotDoneAgain() {
		AtomicInteger attempts = new AtomicInteger();
		Thread.currentThread().interrupt();
		assertThatIllegalStateException().isThrownBy(() -> Uninterruptibly.run(() -> {
			attempts.incrementAndGet();
			throw new IllegalStateException("on purpose");
		}));
		assertThat(attempts).hasValue(1);
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void aThreadComesToTheEndOfWhatItHasBegun() throws Exception {
		ExecutorService thread = Executors.newSingleThreadExecutor();
		Sinks.Empty<Void> begun = Sinks.empty();
		AtomicBoolean interrupted = new AtomicBoolean(true);
		thread.execute(() -> {
			begun.tryEmitEmpty();
			try {
				Thread.sleep(50);
				interrupted.set(false);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		begun.asMono().block(LONG);
		Thread.currentThread().interrupt();
		Uninterruptibly.end(thread, LONG);
		assertThat(thread.isTerminated()).isTrue();
		assertThat(interrupted).isFalse();
		assertThat(Thread.interrupted()).isTrue();
	}

}
