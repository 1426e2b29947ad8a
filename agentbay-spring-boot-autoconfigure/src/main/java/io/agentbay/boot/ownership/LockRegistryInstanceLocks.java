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

package io.agentbay.boot.ownership;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.regex.Pattern;

import io.agentbay.boot.waiting.Uninterruptibly;
import io.agentbay.ownership.InstanceLocks;
import org.jspecify.annotations.Nullable;

import org.springframework.integration.support.locks.DefaultLockRegistry;
import org.springframework.integration.support.locks.LockRegistry;
import org.springframework.integration.support.locks.PassThruLockRegistry;
import org.springframework.integration.support.locks.RenewableLockRegistry;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.util.Assert;

/**
 * Locks of the instances on several machines, in a {@link LockRegistry} that they share:
 * a database, Redis and the like. Such locks belong to the thread that took them, so one
 * thread takes, renews and gives back all of them.
 *
 * @since 0.1.0
 */
public final class LockRegistryInstanceLocks implements InstanceLocks, AutoCloseable {

	private static final String PREFIX = "agentbay.instance.";

	private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9_-]{1,24}");

	/** An interrupt must not lose track of a lock that was just taken. */
	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final LockRegistry<?> registry;

	private final String domain;

	private final Duration timeToLive;

	private final Collection<String> held = ConcurrentHashMap.newKeySet();

	private final ExecutorService thread = Executors.newSingleThreadExecutor(threads());

	/**
	 * Create locks.
	 * @param registry where they are; not one that no other process sees, which cannot
	 * tell who is alive
	 * @param domain the name of the registry, the same for all instances that use it and
	 * another one for each other registry; up to 24 letters, digits and {@code _ -}
	 * @param timeToLive after which time without renewal a lock ends, where the registry
	 * can renew locks; elsewhere the registry decides
	 */
	public LockRegistryInstanceLocks(LockRegistry<?> registry, String domain, Duration timeToLive) {
		Assert.notNull(registry, "'registry' must not be null");
		Assert.isTrue(!(registry instanceof DefaultLockRegistry || registry instanceof PassThruLockRegistry),
				"'registry' must be one that other processes share");
		Assert.isTrue(domain != null && DOMAIN.matcher(domain).matches(),
				"'domain' must be 1 to 24 letters, digits, '_' or '-'");
		Assert.isTrue(timeToLive.toMillis() > 0, "'timeToLive' must be longer than zero");
		this.registry = registry;
		this.domain = domain;
		this.timeToLive = timeToLive;
	}

	private static CustomizableThreadFactory threads() {
		CustomizableThreadFactory threads = new CustomizableThreadFactory("agentbay-locks-");
		threads.setDaemon(true);
		return threads;
	}

	@Override
	public String domain() {
		return this.domain;
	}

	/** The registry would let the one thread have a lock of its own twice. */
	@Override
	public @Nullable InstanceLock tryLock(String instance) throws IOException {
		return call(() -> {
			if (!this.held.add(instance)) {
				return null;
			}
			Held lock = null;
			try {
				lock = lock(instance);
			}
			finally {
				if (lock == null) {
					this.held.remove(instance);
				}
			}
			return lock;
		});
	}

	private @Nullable Held lock(String instance) {
		Lock lock = this.registry.obtain(PREFIX + instance);
		if (!lock.tryLock()) {
			return null;
		}
		Held taken = new Held(instance, lock);
		try {
			taken.renewHere();
			return taken;
		}
		catch (RuntimeException ex) {
			lock.unlock();
			throw ex;
		}
	}

	/** Stops the thread; locks that are still held end by themselves. */
	@Override
	public void close() {
		this.thread.shutdown();
	}

	private <T extends @Nullable Object> T call(Callable<T> work) throws IOException {
		try {
			return Uninterruptibly.get(this.thread.submit(work), PATIENCE);
		}
		catch (TimeoutException ex) {
			throw new IOException("The lock registry did not answer within " + PATIENCE, ex);
		}
		catch (RejectedExecutionException ex) {
			throw new IOException("The locks are closed", ex);
		}
		catch (ExecutionException ex) {
			throw new IOException("The lock registry failed: " + ex.getCause(), ex.getCause());
		}
	}

	private final class Held implements InstanceLock {

		private final String instance;

		private final Lock lock;

		private boolean closed;

		Held(String instance, Lock lock) {
			this.instance = instance;
			this.lock = lock;
		}

		/** These exceptions are how registries say that a lock is no longer held. */
		@Override
		public boolean renew() throws IOException {
			return call(() -> {
				try {
					if (!this.closed) {
						renewHere();
					}
					return !this.closed;
				}
				catch (IllegalStateException | ConcurrentModificationException ex) {
					return false;
				}
			});
		}

		private void renewHere() {
			if (LockRegistryInstanceLocks.this.registry instanceof RenewableLockRegistry<?> renewable) {
				renewable.renewLock(PREFIX + this.instance, LockRegistryInstanceLocks.this.timeToLive);
			}
		}

		@Override
		public void close() throws IOException {
			call(() -> {
				if (this.closed) {
					return true;
				}
				this.closed = true;
				LockRegistryInstanceLocks.this.held.remove(this.instance);
				try {
					this.lock.unlock();
				}
				catch (IllegalStateException | ConcurrentModificationException ex) {
					// It had ended already: that is what was wanted.
				}
				return true;
			});
		}

	}

}
