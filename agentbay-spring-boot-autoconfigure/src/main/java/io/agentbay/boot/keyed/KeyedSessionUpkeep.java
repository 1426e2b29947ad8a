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

package io.agentbay.boot.keyed;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.agentbay.boot.waiting.Uninterruptibly;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Looks after the sessions of keys from the first use on, on a thread of its own.
 */
final class KeyedSessionUpkeep implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(KeyedSessionUpkeep.class);

	private static final Duration SHORTEST_PERIOD = Duration.ofMillis(100);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Duration LONGEST_PERIOD = Duration.ofMinutes(1);

	private final KeyedSessionKeeper keeper;

	private final boolean keepAlive;

	private final long period;

	private final ScheduledExecutorService thread;

	private final AtomicBoolean begun = new AtomicBoolean();

	KeyedSessionUpkeep(KeyedSessionKeeper keeper, KeyedSessionSettings settings, @Nullable Duration idleRelease) {
		this.keeper = keeper;
		this.keepAlive = settings.keepAlive();
		this.period = period(settings.maxIdle(), idleRelease).toMillis();
		CustomizableThreadFactory threads = new CustomizableThreadFactory("agentbay-sessions-");
		threads.setDaemon(true);
		this.thread = Executors.newSingleThreadScheduledExecutor(threads);
	}

	/** Several times before the service would release a session. */
	private static Duration period(Duration maxIdle, @Nullable Duration idleRelease) {
		Duration shortest = maxIdle;
		if (idleRelease != null && idleRelease.compareTo(shortest) < 0) {
			shortest = idleRelease;
		}
		Duration period = shortest.dividedBy(4);
		if (period.compareTo(LONGEST_PERIOD) > 0) {
			return LONGEST_PERIOD;
		}
		return (period.compareTo(SHORTEST_PERIOD) < 0) ? SHORTEST_PERIOD : period;
	}

	void begin() {
		if (!this.thread.isShutdown() && this.begun.compareAndSet(false, true)) {
			this.thread.scheduleWithFixedDelay(this::run, this.period, this.period, TimeUnit.MILLISECONDS);
		}
	}

	private void run() {
		attempt(() -> {
			this.keeper.endIdle();
			this.keeper.forgetOld();
			this.keeper.endStrays();
		});
		// Needs no store: one that is down ends no session.
		if (this.keepAlive) {
			attempt(this.keeper::keepAlive);
		}
	}

	private void attempt(Runnable work) {
		try {
			work.run();
		}
		catch (RuntimeException ex) {
			if (this.thread.isShutdown()) {
				return;
			}
			logger.warn("The sessions of keys could not be looked after, the next try follows: {}", ex.getMessage());
		}
	}

	/**
	 * Let what is under way come to its end, so that no session is left half ended for
	 * other instances.
	 */
	@Override
	public void close() {
		Uninterruptibly.end(this.thread, PATIENCE);
	}

}
