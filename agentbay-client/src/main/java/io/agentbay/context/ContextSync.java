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

package io.agentbay.context;

import io.agentbay.context.policy.SyncPolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * A context to mount into a session: its files are copied into the session, and back into
 * the storage. {@link ContextMount} is the way without copies.
 *
 * @param contextId the context
 * @param path the absolute path to mount it at
 * @param policy when and what of it is copied; {@code null} for the service's own policy
 * @param waitForCompletion whether creating the session waits until the context has been
 * downloaded; default true
 * @since 0.1.0
 */
@CheckReturnValue
public record ContextSync(String contextId, String path, @Nullable SyncPolicy policy,
		boolean waitForCompletion) implements ContextAttachment {

	public ContextSync {
		Assert.hasText(contextId, "'contextId' must not be empty");
		Assert.isTrue(path != null && path.startsWith("/"), "'path' must be an absolute path");
	}

	/**
	 * Mount a context with the default policy, and wait for it.
	 * @param contextId the context
	 * @param path the absolute path to mount it at
	 * @return the context to mount
	 */
	public static ContextSync of(String contextId, String path) {
		return new ContextSync(contextId, path, SyncPolicy.defaults(), true);
	}

	/**
	 * Mount a context with the default policy, and wait for it.
	 * @param context the context
	 * @param path the absolute path to mount it at
	 * @return the context to mount
	 */
	public static ContextSync of(Context context, String path) {
		Assert.notNull(context, "'context' must not be null");
		return of(context.id(), path);
	}

	/**
	 * Return this context with another policy.
	 * @param policy the policy
	 * @return a changed copy
	 */
	public ContextSync withPolicy(SyncPolicy policy) {
		Assert.notNull(policy, "'policy' must not be null; call withoutPolicy() for the service's own");
		return new ContextSync(this.contextId, this.path, policy, this.waitForCompletion);
	}

	/**
	 * Return this context with the service's own policy.
	 * @return a changed copy
	 */
	public ContextSync withoutPolicy() {
		return new ContextSync(this.contextId, this.path, null, this.waitForCompletion);
	}

	/**
	 * Return this context without waiting for it: the session is there before the context
	 * has been downloaded.
	 * @return a changed copy
	 */
	public ContextSync withoutWaiting() {
		return new ContextSync(this.contextId, this.path, this.policy, false);
	}

}
