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
// Written by agentbay-face from ReactiveContextManager. Change that, not this.

package io.agentbay.context;

import java.util.List;

/**
 * The contexts of one session. Called by applications: new methods may be added in minor
 * releases.
 *
 * @since 0.1.0
 */
public interface ContextManager {

	/**
	 * List the tasks that copy the contexts of the session, those that are over included:
	 * action {@code GetContextInfo}.
	 * @return the tasks
	 */
	default List<ContextTask> listTasks() {
		return listTasks(ContextTaskQuery.all());
	}

	/**
	 * List tasks that copy contexts of the session, those that are over included: action
	 * {@code GetContextInfo}.
	 * @param query which tasks
	 * @return the tasks
	 */
	List<ContextTask> listTasks(ContextTaskQuery query);

	/**
	 * Save all contexts of the session to their storage and wait until that is done:
	 * actions {@code SyncContext} and {@code GetContextInfo}. A
	 * {@link io.agentbay.error.PartialFailureException} if some could not be saved.
	 */
	default void sync() {
		sync(SyncOptions.all());
	}

	/**
	 * Copy contexts between the session and their storage and wait until that is done:
	 * actions {@code SyncContext} and {@code GetContextInfo}. A
	 * {@link io.agentbay.error.PartialFailureException} if some could not be copied, a
	 * {@link io.agentbay.error.ServiceTimeoutException} if the copying does not end
	 * within the client's time for an operation. Giving up waiting does not end the
	 * copying.
	 * @param options what is copied, and which way
	 */
	void sync(SyncOptions options);

	/**
	 * Begin to save all contexts of the session, and do not wait: action
	 * {@code SyncContext}.
	 */
	default void requestSync() {
		requestSync(SyncOptions.all());
	}

	/**
	 * Begin to copy contexts between the session and their storage, and do not wait:
	 * action {@code SyncContext}.
	 * @param options what is copied, and which way
	 */
	void requestSync(SyncOptions options);

	/**
	 * Attach contexts to the running session and wait until they are, for at most two
	 * minutes: actions {@code BindContexts} and {@code DescribeSessionContexts}, and for
	 * contexts that are {@linkplain ContextMount live} {@code GetContextInfo} as well. A
	 * {@link io.agentbay.error.ServiceTimeoutException} if none of them is attached in
	 * time, a {@link io.agentbay.error.PartialFailureException} if only some are. Whether
	 * the service tells of live ones in {@code GetContextInfo} is not known: if it does
	 * not for some ten seconds, those that {@code DescribeSessionContexts} names count as
	 * mounted.
	 * @param contexts the contexts, at least one; those that are copied and those that
	 * are live may be mixed. There is no way to take one off
	 * @throws IllegalArgumentException if there are none, or the path of a live one
	 * overlaps with another
	 */
	void bind(List<? extends ContextAttachment> contexts);

	/**
	 * Begin to attach contexts to the running session, and do not wait: action
	 * {@code BindContexts}.
	 * @param contexts the contexts, at least one; those that are copied and those that
	 * are live may be mixed
	 * @throws IllegalArgumentException if there are none, or the path of a live one
	 * overlaps with another
	 */
	void requestBind(List<? extends ContextAttachment> contexts);

	/**
	 * List the contexts that are attached to the session: action
	 * {@code DescribeSessionContexts}.
	 * @return the contexts
	 */
	List<ContextBinding> listBindings();

	/**
	 * Return the reactive face of this: what one does, the other sees.
	 * @return the reactive face
	 */
	ReactiveContextManager reactive();

}
