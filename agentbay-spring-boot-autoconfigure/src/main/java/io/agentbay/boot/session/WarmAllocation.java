package io.agentbay.boot.session;

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
