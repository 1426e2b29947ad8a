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

package io.agentbay.internal.http;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets several threads signal to one sink, one signal after the other and in the order in
 * which they came, and none of them waits for another: who finds it busy leaves its
 * signal to the one that is at work.
 */
public final class SerialEmitter {

	private final Queue<Runnable> signals = new ConcurrentLinkedQueue<>();

	private final AtomicInteger due = new AtomicInteger();

	/**
	 * Send a signal, or have it sent.
	 * @param signal sends it
	 */
	public void emit(Runnable signal) {
		this.signals.add(signal);
		if (this.due.getAndIncrement() > 0) {
			return;
		}
		do {
			Runnable next = this.signals.poll();
			if (next != null) {
				next.run();
			}
		}
		while (this.due.decrementAndGet() > 0);
	}

}
