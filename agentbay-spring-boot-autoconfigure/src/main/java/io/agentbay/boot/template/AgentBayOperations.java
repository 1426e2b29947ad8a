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

import io.agentbay.session.CreateSessionOptions;
import org.jspecify.annotations.Nullable;

/**
 * Does something in a session and gives the session back afterwards, whether that ends
 * with a result or with an exception, and also when the thread is interrupted. What
 * applications inject, and replace in tests; {@link AgentBayTemplate} does it.
 *
 * <pre class="code">
 * String kernel = agentBay.execute((session) -&gt; session.command().run("uname -a").requireSuccess().stdout());
 * </pre>
 *
 * @since 0.1.0
 */
public interface AgentBayOperations {

	/**
	 * Do something in a session of the default kind.
	 * @param work what to do
	 * @param <T> what comes of it
	 * @param <E> what it may throw
	 * @return what comes of it
	 * @throws E if the work throws it
	 * @throws io.agentbay.error.AgentBayException if there is no session
	 */
	<T extends @Nullable Object, E extends Exception> T execute(SessionCallback<T, E> work) throws E;

	/**
	 * Do something in a session.
	 * @param options what kind of session
	 * @param work what to do
	 * @param <T> what comes of it
	 * @param <E> what it may throw
	 * @return what comes of it
	 * @throws E if the work throws it
	 * @throws io.agentbay.error.AgentBayException if there is no session
	 */
	<T extends @Nullable Object, E extends Exception> T execute(CreateSessionOptions options,
			SessionCallback<T, E> work) throws E;

	/**
	 * Do something without a result in a session of the default kind.
	 * @param work what to do
	 * @param <E> what it may throw
	 * @throws E if the work throws it
	 * @throws io.agentbay.error.AgentBayException if there is no session
	 */
	default <E extends Exception> void executeWithoutResult(SessionAction<E> work) throws E {
		this.<Boolean, E>execute((session) -> {
			work.doInSession(session);
			return true;
		});
	}

	/**
	 * Do something without a result in a session.
	 * @param options what kind of session
	 * @param work what to do
	 * @param <E> what it may throw
	 * @throws E if the work throws it
	 * @throws io.agentbay.error.AgentBayException if there is no session
	 */
	default <E extends Exception> void executeWithoutResult(CreateSessionOptions options, SessionAction<E> work)
			throws E {
		this.<Boolean, E>execute(options, (session) -> {
			work.doInSession(session);
			return true;
		});
	}

}
