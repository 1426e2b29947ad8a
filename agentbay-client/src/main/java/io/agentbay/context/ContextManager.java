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

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.agentbay.internal.blocking.Blocking;
import io.agentbay.result.OperationResult;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.Assert;

/**
 * The contexts of one session, waiting for each operation. The blocking twin of
 * {@link ReactiveContextManager}.
 */
public final class ContextManager {

	private final ReactiveContextManager reactive;

	/**
	 * Create the blocking twin.
	 * @param reactive the feature
	 */
	public ContextManager(ReactiveContextManager reactive) {
		this.reactive = reactive;
	}

	/**
	 * Tell how far copying all contexts of the session is: action {@code GetContextInfo}.
	 * @return the tasks
	 */
	public ContextInfoResult info() {
		return Blocking.await(this.reactive.info());
	}

	/**
	 * Tell how far copying contexts is: action {@code GetContextInfo}.
	 * @param contextId the context, {@code null} for all of the session
	 * @param path where it is mounted, {@code null} for all
	 * @param taskType {@code upload} or {@code download}, {@code null} for any
	 * @return the tasks
	 */
	public ContextInfoResult info(@Nullable String contextId, @Nullable String path, @Nullable String taskType) {
		return Blocking.await(this.reactive.info(contextId, path, taskType));
	}

	/**
	 * Save all contexts of the session to their storage and wait until that is done:
	 * actions {@code SyncContext} and {@code GetContextInfo}.
	 * @return whether all of it was saved
	 */
	public OperationResult sync() {
		return Blocking.await(this.reactive.sync());
	}

	/**
	 * Copy a context and wait until that is done: actions {@code SyncContext} and
	 * {@code GetContextInfo}.
	 * @param contextId the context; {@code null} for all of the session
	 * @param path where it is mounted; given if, and only if, the context is
	 * @param mode {@code upload} from the session to the storage or {@code download} the
	 * other way; {@code null} for the service's default, upload
	 * @return whether all of it was copied
	 * @throws IllegalArgumentException if only one of context and path is given
	 */
	public OperationResult sync(@Nullable String contextId, @Nullable String path, @Nullable String mode) {
		return Blocking.await(this.reactive.sync(contextId, path, mode));
	}

	/**
	 * Copy a context, and do not wait: actions {@code SyncContext} and
	 * {@code GetContextInfo}.
	 * @param contextId the context; {@code null} for all of the session
	 * @param path where it is mounted; given if, and only if, the context is
	 * @param mode {@code upload} from the session to the storage or {@code download} the
	 * other way; {@code null} for the service's default, upload
	 * @param onEnd told once whether all of it was copied, on a thread of the client that
	 * may wait; not told when the call itself fails
	 * @return completes after that; exceptionally when the call or the consumer fails.
	 * Cancelling it stops the waiting, not the copying
	 * @throws IllegalArgumentException if only one of context and path is given, or there
	 * is no consumer
	 */
	public CompletableFuture<@Nullable Void> sync(@Nullable String contextId, @Nullable String path,
			@Nullable String mode, Consumer<OperationResult> onEnd) {
		Assert.notNull(onEnd, "'onEnd' must not be null");
		return this.reactive.sync(contextId, path, mode)
			.publishOn(Schedulers.boundedElastic())
			.doOnNext(onEnd)
			.then()
			.toFuture();
	}

	/**
	 * Begin to copy a context, and do not wait: action {@code SyncContext}.
	 * @param contextId the context; {@code null} for all of the session
	 * @param path where it is mounted; given if, and only if, the context is
	 * @param mode {@code upload} from the session to the storage or {@code download} the
	 * other way; {@code null} for the service's default, upload
	 * @return whether the service began
	 * @throws IllegalArgumentException if only one of context and path is given
	 */
	public OperationResult syncAsync(@Nullable String contextId, @Nullable String path, @Nullable String mode) {
		return Blocking.await(this.reactive.syncAsync(contextId, path, mode));
	}

	/**
	 * Attach contexts to the running session and wait until they are: actions
	 * {@code BindContexts} and {@code DescribeSessionContexts}.
	 * @param contexts the contexts, at least one
	 * @return whether they are attached
	 * @throws IllegalArgumentException if there are none
	 */
	public OperationResult bind(List<ContextSync> contexts) {
		return Blocking.await(this.reactive.bind(contexts));
	}

	/**
	 * Attach contexts to the running session: action {@code BindContexts}.
	 * @param contexts the contexts, at least one
	 * @param waitForCompletion whether to wait until they are attached
	 * @return whether they are attached, or will be
	 * @throws IllegalArgumentException if there are none
	 */
	public OperationResult bind(List<ContextSync> contexts, boolean waitForCompletion) {
		return Blocking.await(this.reactive.bind(contexts, waitForCompletion));
	}

	/**
	 * List the contexts that are attached to the session: action
	 * {@code DescribeSessionContexts}.
	 * @return the contexts
	 */
	public BindingListResult listBindings() {
		return Blocking.await(this.reactive.listBindings());
	}

}
