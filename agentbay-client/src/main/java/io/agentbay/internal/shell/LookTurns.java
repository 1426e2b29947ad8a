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

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntFunction;

import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Lets a few of those who wait for news of commands ask the session at the same time, so
 * that however many commands are watched, neither the connections of the client nor the
 * processes of the session are used up. With few of them each lets the session wait for
 * news; with many they ask in turn.
 */
final class LookTurns {

	private static final int MOST = 8;

	/** For about seven seconds. */
	private static final int LONG = 45;

	private static final int SHORT = 15;

	/**
	 * What a look without news costs a session, so that it has as much time for others.
	 */
	private static final Duration PAUSE = Duration.ofMillis(20);

	private static final int LONGEST_PAUSE = 100;

	private final Deque<MonoSink<Integer>> waiting = new ArrayDeque<>();

	private int taken;

	private int watchers;

	/**
	 * Ask when it is one's turn.
	 * @param question asks, and is given for how many rounds the session may wait
	 */
	Mono<CommandLook> take(IntFunction<Mono<CommandLook>> question) {
		return Mono
			.usingWhen(Mono.<Integer>create(this::enter), (rounds) -> question.apply(rounds),
					(rounds) -> Mono.fromRunnable(this::leave))
			.flatMap(this::paced);
	}

	private Mono<CommandLook> paced(CommandLook look) {
		int others = watchers() - MOST;
		boolean news = look.exitCode() != null || look.stdout().length > 0 || look.stderr().length > 0;
		return (news || others <= 0) ? Mono.just(look)
				: Mono.just(look).delayElement(PAUSE.multipliedBy(Math.min(others, LONGEST_PAUSE)));
	}

	private void enter(MonoSink<Integer> sink) {
		int rounds;
		synchronized (this) {
			if (this.taken >= MOST) {
				this.waiting.add(sink);
				sink.onCancel(() -> forget(sink));
				return;
			}
			this.taken++;
			rounds = rounds();
		}
		sink.success(rounds);
	}

	private synchronized void forget(MonoSink<Integer> sink) {
		this.waiting.remove(sink);
	}

	private int rounds() {
		if (!this.waiting.isEmpty() || watchers() > MOST) {
			return 0;
		}
		return (this.taken <= MOST / 2) ? LONG : SHORT;
	}

	private void leave() {
		MonoSink<Integer> next;
		int rounds;
		synchronized (this) {
			next = this.waiting.poll();
			if (next == null) {
				this.taken--;
				return;
			}
			rounds = rounds();
		}
		next.success(rounds);
	}

	/** Somebody watches a command from now on, with looks and pauses between them. */
	synchronized void join() {
		this.watchers++;
	}

	synchronized void quit() {
		this.watchers--;
	}

	private synchronized int watchers() {
		return this.watchers;
	}

}
