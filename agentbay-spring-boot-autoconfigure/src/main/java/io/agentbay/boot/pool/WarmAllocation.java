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

package io.agentbay.boot.pool;

import java.util.concurrent.atomic.AtomicInteger;

import reactor.pool.AllocationStrategy;

/**
 * How many sessions a pool may have. One permit at a time: those that come with the pool
 * count lent sessions as warm ones, and give up a whole batch when one creation fails.
 */
final class WarmAllocation implements AllocationStrategy {

	private final int minIdle;

	private final int max;

	private final AtomicInteger granted = new AtomicInteger();

	WarmAllocation(int minIdle, int max) {
		this.minIdle = minIdle;
		this.max = max;
	}

	/**
	 * Grant one permit.
	 * @param desired 1 for somebody who waits, 0 for a session that is to be ready
	 */
	@Override
	public int getPermits(int desired) {
		int before = this.granted.getAndUpdate((now) -> (now < this.max) ? now + 1 : now);
		return (before < this.max) ? 1 : 0;
	}

	@Override
	public void returnPermits(int returned) {
		this.granted.addAndGet(-returned);
	}

	/**
	 * Take back a permit that was returned too early: the pool does so before a session
	 * is deleted, but until then it counts with the service.
	 */
	void retake() {
		this.granted.incrementAndGet();
	}

	@Override
	public int estimatePermitCount() {
		return Math.max(0, this.max - this.granted.get());
	}

	@Override
	public int permitGranted() {
		return this.granted.get();
	}

	@Override
	public int permitMinimum() {
		return this.minIdle;
	}

	@Override
	public int permitMaximum() {
		return this.max;
	}

}
