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

package io.agentbay.internal.blocking;

import java.util.List;

import io.agentbay.context.ContextAttachment;
import io.agentbay.context.ContextBinding;
import io.agentbay.context.ContextManager;
import io.agentbay.context.ContextTask;
import io.agentbay.context.ContextTaskQuery;
import io.agentbay.context.ReactiveContextManager;
import io.agentbay.context.SyncOptions;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveContextManager}.
 */
public final class BlockingContextManager implements ContextManager {

	private final ReactiveContextManager reactive;

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingContextManager(ReactiveContextManager reactive) {
		this.reactive = reactive;
	}

	@Override
	public List<ContextTask> listTasks(ContextTaskQuery query) {
		return Blocking.list(this.reactive.listTasks(query));
	}

	@Override
	public void sync(SyncOptions options) {
		Blocking.run(this.reactive.sync(options));
	}

	@Override
	public void requestSync(SyncOptions options) {
		Blocking.run(this.reactive.requestSync(options));
	}

	@Override
	public void bind(List<? extends ContextAttachment> contexts) {
		Blocking.run(this.reactive.bind(contexts));
	}

	@Override
	public void requestBind(List<? extends ContextAttachment> contexts) {
		Blocking.run(this.reactive.requestBind(contexts));
	}

	@Override
	public List<ContextBinding> listBindings() {
		return Blocking.list(this.reactive.listBindings());
	}

	@Override
	public ReactiveContextManager reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingContextManager that && this.reactive.equals(that.reactive);
	}

	@Override
	public int hashCode() {
		return this.reactive.hashCode();
	}

	@Override
	public String toString() {
		return this.reactive.toString();
	}

}
