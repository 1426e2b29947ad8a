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

import io.agentbay.result.OperationResult;
import io.agentbay.session.CreateSessionParams;
import io.agentbay.session.ReactiveSession;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.Assert;

/**
 * The reactive twin of {@link AgentBaySessions}. Stores and locks block, so it works on
 * threads that may. What was begun goes on after a cancellation: the session is found by
 * its key the next time.
 */
public final class ReactiveAgentBaySessions {

	private final AgentBaySessions sessions;

	/**
	 * Create the reactive twin.
	 * @param sessions the sessions
	 */
	public ReactiveAgentBaySessions(AgentBaySessions sessions) {
		Assert.notNull(sessions, "'sessions' must not be null");
		this.sessions = sessions;
	}

	/**
	 * Return the session of a key, and create one of the default kind if there is none or
	 * it has ended.
	 * @param key the key, not empty
	 * @return the session; the errors are those that {@link AgentBaySessions} throws
	 */
	public Mono<ReactiveSession> get(String key) {
		return call(() -> this.sessions.get(key).reactive());
	}

	/**
	 * Return the session of a key, and create one if there is none or it has ended.
	 * @param key the key, not empty
	 * @param params what kind of session to create; one that is alive is returned
	 * whatever its kind
	 * @return the session; the errors are those that {@link AgentBaySessions} throws
	 */
	public Mono<ReactiveSession> get(String key, CreateSessionParams params) {
		return call(() -> this.sessions.get(key, params).reactive());
	}

	/**
	 * End the session of a key and forget it.
	 * @param key the key, not empty
	 * @return whether the key has no session now
	 */
	public Mono<OperationResult> remove(String key) {
		return call(() -> this.sessions.remove(key));
	}

	/**
	 * Return how many keys have a session, as the store knows.
	 * @return the number
	 */
	public Mono<Long> count() {
		return call(this.sessions::count);
	}

	private static <T> Mono<T> call(Callable<T> work) {
		return Mono.deferContextual((context) -> Mono.fromFuture(
				Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic()).contextWrite(context).toFuture(),
				true));
	}

}
