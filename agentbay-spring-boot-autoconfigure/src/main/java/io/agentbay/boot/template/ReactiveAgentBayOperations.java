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

import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.ReactiveSession;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.lang.CheckReturnValue;

/**
 * Does something in a session and gives the session back afterwards, whether that ends
 * with a result, with an error or by cancellation. What applications inject, and replace
 * in tests; {@link ReactiveAgentBayTemplate} does it.
 *
 * <pre class="code">
 * agentBay.execute((session) -&gt; session.command().run("uname -a")).map(CommandResult::stdout)
 * </pre>
 *
 * @since 0.1.0
 */
@CheckReturnValue
public interface ReactiveAgentBayOperations {

	/**
	 * Do something in a session of the default kind.
	 * @param work what to do
	 * @param <T> what comes of it
	 * @return what comes of it, after the session was given back
	 */
	<T> Mono<T> execute(Function<ReactiveSession, Mono<T>> work);

	/**
	 * Do something in a session.
	 * @param options what kind of session
	 * @param work what to do
	 * @param <T> what comes of it
	 * @return what comes of it, after the session was given back; an error of type
	 * {@link io.agentbay.error.AgentBayException} if there is no session
	 */
	<T> Mono<T> execute(CreateSessionOptions options, Function<ReactiveSession, Mono<T>> work);

	/**
	 * Do something in a session of the default kind that yields several values.
	 * @param work what to do
	 * @param <T> what comes of it
	 * @return what comes of it; its end is signalled after the session was given back
	 */
	<T> Flux<T> executeMany(Function<ReactiveSession, ? extends Publisher<T>> work);

	/**
	 * Do something in a session that yields several values.
	 * @param options what kind of session
	 * @param work what to do
	 * @param <T> what comes of it
	 * @return what comes of it; its end is signalled after the session was given back
	 */
	<T> Flux<T> executeMany(CreateSessionOptions options, Function<ReactiveSession, ? extends Publisher<T>> work);

}
