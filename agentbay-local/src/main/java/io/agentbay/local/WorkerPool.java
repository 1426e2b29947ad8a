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
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that are made when none is idle, up to a number; further tasks wait. They wait
 * as well when the machine refuses a thread, as long as there is one that will come to
 * them: an error of the JVM would leave a call without any answer.
 */
final class WorkerPool extends ThreadPoolExecutor {

	private final HandOver tasks;

	WorkerPool(int threads, Duration idleTime, ThreadFactory factory) {
		this(threads, idleTime, factory, new HandOver());
	}

	private WorkerPool(int threads, Duration idleTime, ThreadFactory factory, HandOver tasks) {
		super(1, threads, idleTime.toMillis(), TimeUnit.MILLISECONDS, tasks, factory,
				(task, pool) -> ((WorkerPool) pool).queue(task));
		this.tasks = tasks;
		allowCoreThreadTimeOut(true);
	}

	@Override
	public void execute(Runnable task) {
		try {
			super.execute(task);
		}
		catch (OutOfMemoryError ex) {
			if (getPoolSize() == 0) {
				throw new RejectedExecutionException("The machine has no thread for another call", ex);
			}
			queue(task);
		}
	}

	private void queue(Runnable task) {
		this.tasks.add(task);
		if (isShutdown() && remove(task)) {
			throw new RejectedExecutionException("The runtime is being closed");
		}
		if (getPoolSize() == 0) {
			// All have ended since.
			prestartCoreThread();
		}
	}

	/** Says it is full unless a thread waits, so that one is made. */
	private static final class HandOver extends LinkedTransferQueue<Runnable> {

		private static final long serialVersionUID = 1L;

		@Override
		public boolean offer(Runnable task) {
			return tryTransfer(task);
		}

		@Override
		public boolean add(Runnable task) {
			return super.offer(task);
		}

	}

}
