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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.agentbay.ownership.LiveInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Renews the lock of this instance for as long as there are clients, on a thread of its
 * own. Not bound to start and stop of the application: a stopped one can be started
 * again.
 */
final class InstanceKeeper implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(InstanceKeeper.class);

	private final LiveInstance instance;

	private final ScheduledExecutorService thread;

	private volatile boolean lockHeld = true;

	InstanceKeeper(LiveInstance instance, Duration period) {
		this.instance = instance;
		CustomizableThreadFactory threads = new CustomizableThreadFactory("agentbay-instance-");
		threads.setDaemon(true);
		this.thread = Executors.newSingleThreadScheduledExecutor(threads);
		this.thread.scheduleWithFixedDelay(this::renew, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
	}

	private void renew() {
		String before = this.instance.owner().instance();
		try {
			if (!this.instance.renew()) {
				logLoss(before, this.instance.owner().instance());
			}
			this.lockHeld = true;
		}
		catch (IOException | RuntimeException ex) {
			logger.warn("The lock of instance {} could not be renewed, the next try follows. Other instances may end "
					+ "its sessions when that goes on: {}", before, ex.getMessage());
			this.lockHeld = false;
		}
	}

	private static void logLoss(String before, String now) {
		if (now.equals(before)) {
			logger.error("The lock of instance {} was lost, and taken again: other instances may have ended its "
					+ "sessions meanwhile", now);
		}
		else {
			logger.error("The lock of instance {} was lost to another instance, which ends its sessions. New "
					+ "sessions belong to instance {}", before, now);
		}
	}

	/** Whether it is certain that the lock was held when it was last renewed. */
	boolean isLockHeld() {
		return this.lockHeld;
	}

	/** Stop renewing. The lock itself belongs to the instance. */
	@Override
	public void close() {
		this.thread.shutdownNow();
	}

}
