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

package io.agentbay.internal.shell;

import java.util.ArrayDeque;
import java.util.Queue;

import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Lets one operation run after the other, in the order in which they are subscribed to.
 */
final class WritingOrder {

	private final Queue<MonoSink<WritingOrder>> waiting = new ArrayDeque<>();

	private boolean busy;

	Mono<Void> then(Mono<Void> operation) {
		return Mono.usingWhen(Mono.<WritingOrder>create(this::enter), (turn) -> operation,
				(turn) -> Mono.fromRunnable(this::leave));
	}

	private void enter(MonoSink<WritingOrder> sink) {
		synchronized (this) {
			if (this.busy) {
				this.waiting.add(sink);
				sink.onCancel(() -> forget(sink));
				return;
			}
			this.busy = true;
		}
		sink.success(this);
	}

	private synchronized void forget(MonoSink<WritingOrder> sink) {
		this.waiting.remove(sink);
	}

	private void leave() {
		MonoSink<WritingOrder> next;
		synchronized (this) {
			next = this.waiting.poll();
			if (next == null) {
				this.busy = false;
				return;
			}
		}
		next.success(this);
	}

}
