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

package io.agentbay.boot.session;

import java.util.function.Function;

import io.agentbay.ReactiveAgentBay;
import io.agentbay.session.CreateSessionParams;
import io.agentbay.session.ReactiveSession;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Does something in a session and releases the session afterwards, whether that ends with
 * a result, with an error or by cancellation. The session is a new one, which is then
 * deleted, or comes from a pool and is then given back to it.
 *
 * <pre class="code">
 * template.execute((session) -&gt; session.command().run("uname -a")).map(CommandResult::stdout)
 * </pre>
 *
 * <p>
 * That a session could not be deleted is logged, and does not turn the result of the work
 * into a failure.
 */
public final class ReactiveAgentBayTemplate {

	private final SessionSource sessions;

	private final CreateSessionParams defaults;

	/**
	 * Create a template that works in new sessions.
	 * @param agentBay the client that creates them
	 */
	public ReactiveAgentBayTemplate(ReactiveAgentBay agentBay) {
		this(new NewSessions(agentBay), CreateSessionParams.defaults());
	}

	/**
	 * Create a template.
	 * @param sessions where sessions come from
	 * @param defaults what kind of session to use where none is asked for
	 */
	public ReactiveAgentBayTemplate(SessionSource sessions, CreateSessionParams defaults) {
		Assert.notNull(sessions, "'sessions' must not be null");
		Assert.notNull(defaults, "'defaults' must not be null");
		this.sessions = sessions;
		this.defaults = defaults;
	}

	/**
	 * Do something in a session of the default kind.
	 * @param work what to do
	 * @param <T> what comes of it
	 * @return what comes of it, after the session was released
	 */
	public <T> Mono<T> execute(Function<ReactiveSession, Mono<T>> work) {
		return execute(this.defaults, work);
	}

	/**
	 * Do something in a session.
	 * @param params what kind of session
	 * @param work what to do
	 * @param <T> what comes of it
	 * @return what comes of it, after the session was released; an error of type
	 * {@link io.agentbay.error.ServiceException} if the service refused to create one
	 */
	public <T> Mono<T> execute(CreateSessionParams params, Function<ReactiveSession, Mono<T>> work) {
		return Mono.usingWhen(acquire(params), (lease) -> work.apply(lease.session()), SessionLease::release);
	}

	/**
	 * Do something in a session that yields several values.
	 * @param params what kind of session
	 * @param work what to do
	 * @param <T> what comes of it
	 * @return what comes of it; its end is signalled after the session was released
	 */
	public <T> Flux<T> executeMany(CreateSessionParams params, Function<ReactiveSession, Publisher<T>> work) {
		return Flux.usingWhen(acquire(params), (lease) -> work.apply(lease.session()), SessionLease::release);
	}

	CreateSessionParams defaults() {
		return this.defaults;
	}

	Mono<SessionLease> acquire(CreateSessionParams params) {
		Assert.notNull(params, "'params' must not be null");
		return this.sessions.acquire(params);
	}

}
