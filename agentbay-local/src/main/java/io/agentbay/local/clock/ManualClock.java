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

package io.agentbay.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until a test moves it. Alarms that fall due run, in their
 * order, on the thread that calls {@link #advance(Duration)}.
 *
 * @since 0.1.0
 */
public final class ManualClock implements RuntimeClock {

	private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(
			Comparator.comparing(Waiting::due).thenComparing(Waiting::number));

	private Instant now;

	private long scheduled;

	/**
	 * Create a clock that stands at the given instant.
	 * @param start the first present
	 */
	public ManualClock(Instant start) {
		this.now = start;
	}

	@Override
	public synchronized Instant now() {
		return this.now;
	}

	@Override
	public synchronized Alarm schedule(Duration delay, Runnable task) {
		Waiting entry = new Waiting(this.now.plus(delay), this.scheduled++, task);
		this.waiting.add(entry);
		return () -> cancel(entry);
	}

	/**
	 * Let time pass and run what falls due. An alarm sees the instant it was set for, and
	 * alarms it sets run as well when they are due within the same span.
	 * @param span how far to move the clock
	 */
	public void advance(Duration span) {
		Instant target = now().plus(span);
		for (Waiting due = next(target); due != null; due = next(target)) {
			due.task().run();
		}
	}

	@Override
	public synchronized void close() {
		this.waiting.clear();
	}

	private synchronized @Nullable Waiting next(Instant target) {
		Waiting first = this.waiting.peek();
		if (first == null || first.due().isAfter(target)) {
			this.now = target;
			return null;
		}
		this.waiting.remove();
		this.now = first.due();
		return first;
	}

	private synchronized void cancel(Waiting entry) {
		this.waiting.remove(entry);
	}

	private record Waiting(Instant due, long number, Runnable task) {
	}

}
