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
import java.util.ConcurrentModificationException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.agentbay.error.CallDetails;
import io.agentbay.error.CallInterruptedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one thread at a time work on a key: first within this instance, so that only one
 * thread of it bothers the shared locks, then among all.
 */
final class ExclusiveKeys {

	private static final Logger logger = LoggerFactory.getLogger(ExclusiveKeys.class);

	private static final Duration TIMEOUT = Duration.ofMinutes(1);

	private static final String PREFIX = "agentbay.session.";

	private final Map<String, LocalLock> local = new ConcurrentHashMap<>();

	private final @Nullable KeyLocks shared;

	ExclusiveKeys(@Nullable KeyLocks shared) {
		this.shared = shared;
	}

	/**
	 * Work on a key.
	 * @param key the key
	 * @param answer what another thread of this instance may have found out meanwhile,
	 * {@code null} if it did not
	 * @param work what to do if so
	 * @param <T> what comes of it
	 * @return what comes of it
	 */
	<T> T run(String key, Supplier<@Nullable T> answer, Supplier<T> work) {
		LocalLock lock = Objects
			.requireNonNull(this.local.compute(key, (same, found) -> ((found != null) ? found : new LocalLock()).in()));
		try {
			return locked(lock.lock, () -> {
				T known = answer.get();
				return (known != null) ? known : shared(key, work);
			});
		}
		finally {
			this.local.computeIfPresent(key, (same, found) -> found.out());
		}
	}

	private <T> T shared(String key, Supplier<T> work) {
		return (this.shared != null) ? locked(this.shared.obtain(PREFIX + key), work) : work.get();
	}

	private static <T> T locked(Lock lock, Supplier<T> work) {
		try {
			if (!lock.tryLock(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new IllegalStateException("The session of a key was not free within " + TIMEOUT);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CallInterruptedException("The thread that waited for the session of a key was interrupted",
					CallDetails.none(), ex);
		}
		try {
			return work.get();
		}
		finally {
			unlock(lock);
		}
	}

	/** These exceptions are how registries say that a lock has ended by itself. */
	private static void unlock(Lock lock) {
		try {
			lock.unlock();
		}
		catch (IllegalStateException | ConcurrentModificationException ex) {
			logger.debug("The lock of a key ended before the work on it: {}", ex.getMessage());
		}
	}

	/** Forgotten when nobody holds it or waits for it. */
	private static final class LocalLock {

		private final Lock lock = new ReentrantLock();

		private int threads;

		LocalLock in() {
			this.threads++;
			return this;
		}

		@Nullable LocalLock out() {
			return (--this.threads == 0) ? null : this;
		}

	}

}
