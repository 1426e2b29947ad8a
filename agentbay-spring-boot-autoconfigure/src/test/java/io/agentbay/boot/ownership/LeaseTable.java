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

import java.time.Duration;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.springframework.integration.support.locks.RenewableLockRegistry;

/**
 * Locks as a database keeps them: rows with an end, which each process sees through a
 * registry of its own, and which belong to a process and there to a thread.
 */
public final class LeaseTable {

	private static final Duration DEFAULT_TIME = Duration.ofSeconds(10);

	private final Map<Object, Row> rows = new HashMap<>();

	private final AtomicLong now = new AtomicLong();

	/** Let time go on. */
	public void pass(Duration time) {
		this.now.addAndGet(time.toMillis());
	}

	public RenewableLockRegistry<Lock> newProcess() {
		return new Registry();
	}

	public synchronized int size() {
		return this.rows.size();
	}

	/** As an operator might. */
	public synchronized void clear() {
		this.rows.clear();
	}

	private synchronized boolean put(Object key, String process, Duration time) {
		Row row = this.rows.get(key);
		if (row != null && !row.process().equals(process) && row.ends() > this.now.get()) {
			return false;
		}
		this.rows.put(key, new Row(process, this.now.get() + time.toMillis()));
		return true;
	}

	private synchronized boolean renew(Object key, String process, Duration time) {
		Row row = this.rows.get(key);
		return row != null && row.process().equals(process) && put(key, process, time);
	}

	private synchronized boolean remove(Object key, String process) {
		Row row = this.rows.get(key);
		return row != null && row.process().equals(process) && this.rows.remove(key, row);
	}

	private record Row(String process, long ends) {
	}

	private final class Registry implements RenewableLockRegistry<Lock> {

		private final String process = UUID.randomUUID().toString();

		private final Map<Object, RowLock> locks = new HashMap<>();

		@Override
		public synchronized Lock obtain(Object key) {
			return this.locks.computeIfAbsent(key, (name) -> new RowLock(name, this.process));
		}

		@Override
		public void renewLock(Object key) {
			renewLock(key, DEFAULT_TIME);
		}

		@Override
		public synchronized void renewLock(Object key, Duration time) {
			RowLock lock = this.locks.get(key);
			if (lock == null || !lock.local.isHeldByCurrentThread()) {
				throw new IllegalStateException("not the thread that holds the lock");
			}
			if (!LeaseTable.this.renew(key, this.process, time)) {
				throw new ConcurrentModificationException("the lock is lost");
			}
		}

	}

	private final class RowLock implements Lock {

		private final ReentrantLock local = new ReentrantLock();

		private final Object key;

		private final String process;

		RowLock(Object key, String process) {
			this.key = key;
			this.process = process;
		}

		@Override
		public boolean tryLock() {
			if (!this.local.tryLock()) {
				return false;
			}
			boolean taken = LeaseTable.this.put(this.key, this.process, DEFAULT_TIME);
			if (!taken) {
				this.local.unlock();
			}
			return taken;
		}

		@Override
		public void unlock() {
			if (!this.local.isHeldByCurrentThread()) {
				throw new IllegalMonitorStateException("not the thread that holds the lock");
			}
			this.local.unlock();
			if (!LeaseTable.this.remove(this.key, this.process)) {
				throw new ConcurrentModificationException("the lock was lost");
			}
		}

		@Override
		public void lock() {
			throw new UnsupportedOperationException();
		}

		@Override
		public void lockInterruptibly() {
			throw new UnsupportedOperationException();
		}

		@Override
		public boolean tryLock(long time, TimeUnit unit) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Condition newCondition() {
			throw new UnsupportedOperationException();
		}

	}

}
