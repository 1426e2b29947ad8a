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

package io.agentbay.boot.template;

import java.util.function.Function;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.boot.pool.ReactiveSessionSource;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.ReactiveSession;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * {@link ReactiveAgentBayOperations} in the sessions of a {@link ReactiveSessionSource}:
 * new ones, which are then deleted, or those of a pool. That a session could not be
 * deleted is logged, and does not turn the result of the work into a failure.
 *
 * @since 0.1.0
 */
public class ReactiveAgentBayTemplate implements ReactiveAgentBayOperations {

	private static final Logger logger = LoggerFactory.getLogger(ReactiveAgentBayTemplate.class);

	private final ReactiveSessionSource sessions;

	/**
	 * Create a template that works in new sessions.
	 * @param agentBay the client that creates them
	 */
	public ReactiveAgentBayTemplate(ReactiveAgentBay agentBay) {
		this(ReactiveSessionSource.newSessions(agentBay));
	}

	/**
	 * Create a template.
	 * @param sessions where sessions come from
	 */
	public ReactiveAgentBayTemplate(ReactiveSessionSource sessions) {
		Assert.notNull(sessions, "'sessions' must not be null");
		this.sessions = sessions;
	}

	@Override
	public <T> Mono<T> execute(Function<ReactiveSession, Mono<T>> work) {
		return one(this.sessions.acquire(), work);
	}

	@Override
	public <T> Mono<T> execute(CreateSessionOptions options, Function<ReactiveSession, Mono<T>> work) {
		return one(this.sessions.acquire(options), work);
	}

	@Override
	public <T> Flux<T> executeMany(Function<ReactiveSession, ? extends Publisher<T>> work) {
		return many(this.sessions.acquire(), work);
	}

	@Override
	public <T> Flux<T> executeMany(CreateSessionOptions options,
			Function<ReactiveSession, ? extends Publisher<T>> work) {
		return many(this.sessions.acquire(options), work);
	}

	private static <T> Mono<T> one(Mono<ReactiveSession> acquisition, Function<ReactiveSession, Mono<T>> work) {
		return Mono.usingWhen(acquisition, work, ReactiveAgentBayTemplate::close);
	}

	private static <T> Flux<T> many(Mono<ReactiveSession> acquisition,
			Function<ReactiveSession, ? extends Publisher<T>> work) {
		return Flux.usingWhen(acquisition, work, ReactiveAgentBayTemplate::close);
	}

	private static Mono<Void> close(ReactiveSession session) {
		return session.close().onErrorResume((ex) -> {
			logger.warn("Session {} could not be deleted after use: {}", session.id(), ex.getMessage());
			return Mono.empty();
		});
	}

}
