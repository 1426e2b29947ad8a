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

package io.agentbay.boot.keyed;

import java.util.concurrent.Callable;

import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.ReactiveSession;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.Assert;

/**
 * Stores and locks block, so this works on threads that may. What was begun goes on after
 * a cancellation: the session is found by its key the next time.
 */
final class OffloadedAgentBaySessions implements ReactiveAgentBaySessions {

	private final AgentBaySessions sessions;

	OffloadedAgentBaySessions(AgentBaySessions sessions) {
		Assert.notNull(sessions, "'sessions' must not be null");
		this.sessions = sessions;
	}

	@Override
	public Mono<ReactiveSession> get(String key) {
		return call(() -> this.sessions.get(key).reactive());
	}

	@Override
	public Mono<ReactiveSession> get(String key, CreateSessionOptions options) {
		return call(() -> this.sessions.get(key, options).reactive());
	}

	@Override
	public Mono<Void> remove(String key) {
		return call(() -> {
			this.sessions.remove(key);
			return true;
		}).then();
	}

	@Override
	public Mono<Long> count() {
		return call(this.sessions::count);
	}

	private static <T> Mono<T> call(Callable<T> work) {
		return Mono.deferContextual((context) -> Mono.fromFuture(
				Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic()).contextWrite(context).toFuture(),
				true));
	}

}
