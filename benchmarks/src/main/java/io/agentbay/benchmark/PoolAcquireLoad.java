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

package io.agentbay.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.pool.PoolSettings;
import io.agentbay.boot.pool.SessionPools;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.CreateSessionOptions;
import io.micrometer.observation.ObservationRegistry;
import reactor.core.publisher.Mono;

/**
 * How long one waits for a session of a warm pool at 1,000 acquisitions a second. The
 * time counts from when an acquisition was due, so that one that is late because of
 * another is not left out.
 */
public final class PoolAcquireLoad {

	private static final int PER_SECOND = 1000;

	private static final int SECONDS = 20;

	private static final int WARM_UP_SECONDS = 10;

	private static final int SESSIONS = 50;

	private static final Duration USE = Duration.ofMillis(10);

	private PoolAcquireLoad() {
	}

	/**
	 * Run the load and print the figures.
	 * @param args none
	 */
	public static void main(String[] args) {
		CreateSessionOptions kind = CreateSessionOptions.defaults();
		try (LocalAgentBay runtime = LocalAgentBay.builder().start();
				ReactiveAgentBay client = ReactiveAgentBay.builder()
					.apiKey(runtime.apiKey())
					.endpoint(runtime.endpoint().toString())
					.buildReactive()) {
			PoolSettings settings = new PoolSettings(SESSIONS, SESSIONS, 8, Duration.ofSeconds(30),
					Duration.ofMinutes(30), Duration.ofSeconds(30), Duration.ofSeconds(30), (session) -> Mono.empty());
			SessionPools pools = new SessionPools(client, List.of(kind), kind, settings, Duration.ofSeconds(30),
					ObservationRegistry.NOOP);
			pools.start();
			while (pools.figures().values().stream().noneMatch((pool) -> pool.idle() == SESSIONS)) {
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
			}
			load(pools, kind, WARM_UP_SECONDS);
			print(load(pools, kind, SECONDS));
			pools.stop();
		}
	}

	private static long[] load(SessionPools pools, CreateSessionOptions kind, int seconds) {
		int number = PER_SECOND * seconds;
		long[] nanos = new long[number];
		AtomicInteger done = new AtomicInteger();
		long begin = System.nanoTime();
		for (int i = 0; i < number; i++) {
			int index = i;
			long due = begin + i * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
			while (System.nanoTime() < due) {
				LockSupport.parkNanos(due - System.nanoTime());
			}
			pools.acquire(kind).doOnNext((session) -> nanos[index] = System.nanoTime() - due).flatMap((session) -> {
				done.incrementAndGet();
				return Mono.delay(USE).then(session.close());
			}).subscribe();
		}
		while (done.get() < number) {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
		}
		return nanos;
	}

	private static void print(long[] nanos) {
		Arrays.sort(nanos);
		System.out.printf("%d acquisitions at %d/s: p50 %.3f ms, p99 %.3f ms, p99.9 %.3f ms, longest %.3f ms%n",
				nanos.length, PER_SECOND, millis(nanos, 0.5), millis(nanos, 0.99), millis(nanos, 0.999),
				millis(nanos, 1));
	}

	private static double millis(long[] sorted, double part) {
		return sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * part))] / 1e6;
	}

}
