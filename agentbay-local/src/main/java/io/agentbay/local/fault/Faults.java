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

package io.agentbay.local.fault;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The faults that wait for their call. Each strikes once; several for the same action
 * strike one call after the other, in the order they were given.
 *
 * @since 0.1.0
 */
public final class Faults {

	private static final Logger logger = LoggerFactory.getLogger(Faults.class);

	private final Map<String, Queue<Fault>> waiting = new HashMap<>();

	private @Nullable Chaos chaos;

	/**
	 * Let the next call of an action that has no fault yet go wrong.
	 * @param action the action, e.g. {@code CallMcpTool}; {@code callTool} for the direct
	 * link
	 * @param fault what goes wrong
	 */
	public synchronized void onNext(String action, Fault fault) {
		this.waiting.computeIfAbsent(action, (key) -> new ArrayDeque<>()).add(fault);
	}

	/**
	 * Let the next calls of an action go wrong in the same way.
	 * @param action the action
	 * @param times how many calls
	 * @param fault what goes wrong
	 */
	public synchronized void onNext(String action, int times, Fault fault) {
		for (int i = 0; i < times; i++) {
			onNext(action, fault);
		}
	}

	/**
	 * Take the fault that strikes now.
	 * @param action the action that is called
	 * @return the fault, or {@code null} when all is well
	 */
	public synchronized @Nullable Fault take(@Nullable String action) {
		Queue<Fault> faults = this.waiting.get(action);
		Fault scripted = (faults != null) ? faults.poll() : null;
		if (scripted != null || action == null || this.chaos == null) {
			return scripted;
		}
		Fault random = this.chaos.next(action);
		if (random != null) {
			logger.warn("{}: {} strikes {}", this.chaos, random.getClass().getSimpleName(), action);
		}
		return random;
	}

	/**
	 * Let calls go wrong at random, beside those that have a fault of their own. Every
	 * strike is logged with the seed.
	 * @param chaos what goes wrong how often; it takes the place of an earlier one
	 */
	public synchronized void chaos(Chaos chaos) {
		this.chaos = chaos;
	}

	/**
	 * Whether faults are still waiting.
	 * @return true when some call has yet to go wrong
	 */
	public synchronized boolean pending() {
		return this.waiting.values().stream().anyMatch((queue) -> !queue.isEmpty());
	}

	/**
	 * Call all faults off, and chaos with them.
	 */
	public synchronized void clear() {
		this.chaos = null;
		this.waiting.clear();
	}

}
