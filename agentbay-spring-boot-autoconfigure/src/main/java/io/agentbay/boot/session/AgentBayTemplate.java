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

import io.agentbay.internal.blocking.Blocking;
import io.agentbay.session.CreateSessionParams;
import io.agentbay.session.Session;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Does something in a session and releases the session afterwards, whether that ends with
 * a result or with an exception, and also when the thread is interrupted. The blocking
 * twin of {@link ReactiveAgentBayTemplate}.
 *
 * <pre class="code">
 * String kernel = template.execute((session) -&gt; session.command().run("uname -a").orElseThrow().stdout());
 * </pre>
 */
public final class AgentBayTemplate {

	private final ReactiveAgentBayTemplate reactive;

	/**
	 * Create the blocking twin.
	 * @param reactive the template
	 */
	public AgentBayTemplate(ReactiveAgentBayTemplate reactive) {
		Assert.notNull(reactive, "'reactive' must not be null");
		this.reactive = reactive;
	}

	/**
	 * Do something in a session of the default kind.
	 * @param work what to do
	 * @param <T> what comes of it
	 * @param <E> what it may throw
	 * @return what comes of it
	 * @throws E if the work throws it
	 */
	public <T extends @Nullable Object, E extends Exception> T execute(SessionCallback<T, E> work) throws E {
		return execute(this.reactive.defaults(), work);
	}

	/**
	 * Do something in a session.
	 * @param params what kind of session
	 * @param work what to do
	 * @param <T> what comes of it
	 * @param <E> what it may throw
	 * @return what comes of it
	 * @throws E if the work throws it
	 * @throws io.agentbay.error.ServiceException if the service refused to create a
	 * session
	 */
	public <T extends @Nullable Object, E extends Exception> T execute(CreateSessionParams params,
			SessionCallback<T, E> work) throws E {
		SessionLease lease = Blocking.await(this.reactive.acquire(params));
		try {
			return work.doInSession(new Session(lease.session()));
		}
		finally {
			release(lease);
		}
	}

	/** An interrupted thread cannot wait: it is reminded of the interruption later. */
	private static void release(SessionLease lease) {
		boolean interrupted = Thread.interrupted();
		try {
			Blocking.await(lease.release().thenReturn(true));
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
