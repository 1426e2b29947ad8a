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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Pools of threads that do what takes its time. Idle threads end after a while.
 */
final class Workers {

	private static final int MAX_CALLS = 256;

	private static final int MAX_CLEANERS = 8;

	private static final int MAX_COPIERS = 8;

	private static final long IDLE_SECONDS = 10;

	private static final long END_SECONDS = 5;

	private Workers() {
	}

	/**
	 * For calls. Each holds a thread for as long as it takes, so their number is that of
	 * the commands that can run at the same time; further calls wait.
	 */
	static ExecutorService forCalls() {
		return create("agentbay-local-worker-", MAX_CALLS);
	}

	/**
	 * For taking sessions down, which must not wait for calls to end.
	 */
	static ExecutorService forCleaning() {
		return create("agentbay-local-cleaner-", MAX_CLEANERS);
	}

	/**
	 * For copying between sessions and contexts, which nobody waits for.
	 */
	static ExecutorService forCopying() {
		return create("agentbay-local-copier-", MAX_COPIERS);
	}

	/**
	 * For the tasks of agents, which may take hours and must not keep calls waiting.
	 */
	static ExecutorService forAgents() {
		return create("agentbay-local-agent-", MAX_CALLS);
	}

	/**
	 * For those who reach phones by adb: each connection holds a thread for as long as it
	 * stays.
	 */
	static ExecutorService forPhones() {
		return create("agentbay-local-phone-", MAX_CALLS);
	}

	/**
	 * For watching files: one thread for all watches.
	 */
	static ScheduledExecutorService forWatching() {
		ScheduledThreadPoolExecutor watchers = new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread thread = new Thread(task, "agentbay-local-watcher");
			thread.setDaemon(true);
			return thread;
		});
		watchers.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
		watchers.allowCoreThreadTimeOut(true);
		return watchers;
	}

	private static ExecutorService create(String prefix, int threads) {
		AtomicInteger number = new AtomicInteger();
		return new WorkerPool(threads, Duration.ofSeconds(IDLE_SECONDS), (task) -> {
			Thread thread = new Thread(task, prefix + number.incrementAndGet());
			thread.setDaemon(true);
			return thread;
		});
	}

	static void end(ExecutorService workers) {
		workers.shutdownNow();
		try {
			workers.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
