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

package io.agentbay.local.internal.limit;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again after the limits of all sessions, on one thread that rests most
 * of the time.
 */
public final class LimitWatch implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(LimitWatch.class);

	private static final long PAUSE_MILLIS = 100;

	/**
	 * At most that share of the time is spent with looking.
	 */
	private static final int SHARE = 20;

	private final Set<LimitGuard> guards = ConcurrentHashMap.newKeySet();

	private final ScheduledExecutorService looker = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "agentbay-local-limits");
		thread.setDaemon(true);
		return thread;
	});

	public LimitWatch() {
		next(0);
	}

	void add(LimitGuard guard) {
		this.guards.add(guard);
	}

	void remove(LimitGuard guard) {
		this.guards.remove(guard);
	}

	/**
	 * Where other small things can be done later.
	 */
	public ScheduledExecutorService timer() {
		return this.looker;
	}

	@Override
	public void close() {
		this.looker.shutdownNow();
	}

	private void look() {
		long start = System.nanoTime();
		for (LimitGuard guard : this.guards) {
			try {
				guard.look();
			}
			catch (IOException | RuntimeException ex) {
				// Files and processes come and go while they are looked at.
				logger.debug("The limits of a session could not be looked at", ex);
			}
		}
		next(System.nanoTime() - start);
	}

	private void next(long took) {
		try {
			this.looker.schedule(this::look, Math.max(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS), SHARE * took),
					TimeUnit.NANOSECONDS);
		}
		catch (RejectedExecutionException ex) {
			// Closed meanwhile.
		}
	}

}
