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
// Written by agentbay-face from ReactiveMobileAgent. Change that, not this.

package io.agentbay.internal.blocking;

import java.time.Duration;
import java.util.function.Consumer;

import io.agentbay.agent.AgentEvent;
import io.agentbay.agent.AgentTask;
import io.agentbay.agent.CallForUser;
import io.agentbay.agent.MobileAgent;
import io.agentbay.agent.MobileTask;
import io.agentbay.agent.ReactiveMobileAgent;
import io.agentbay.agent.TaskListener;
import io.agentbay.agent.TaskResult;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveMobileAgent}.
 */
public final class BlockingMobileAgent implements MobileAgent {

	private final ReactiveMobileAgent reactive;

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingMobileAgent(ReactiveMobileAgent reactive) {
		this.reactive = reactive;
	}

	@Override
	public AgentTask startTask(MobileTask task) {
		return Blocking.await(this.reactive.startTask(task));
	}

	@Override
	public TaskResult executeTask(MobileTask task, Duration timeout) {
		return Blocking.await(this.reactive.executeTask(task, timeout));
	}

	@Override
	public TaskResult executeTask(MobileTask task, Duration timeout, TaskListener listener) {
		return Blocking.await(this.reactive.executeTask(task, timeout, listener));
	}

	@Override
	public TaskResult stream(MobileTask task, Duration timeout, Consumer<? super AgentEvent> consumer) {
		return Blocking.events(this.reactive.stream(task, timeout), AgentEvent.Finished.class, consumer).result();
	}

	@Override
	public TaskResult stream(MobileTask task, Duration timeout, CallForUser user,
			Consumer<? super AgentEvent> consumer) {
		return Blocking.events(this.reactive.stream(task, timeout, user), AgentEvent.Finished.class, consumer).result();
	}

	@Override
	public TaskResult awaitTask(String taskId, Duration timeout) {
		return Blocking.await(this.reactive.awaitTask(taskId, timeout));
	}

	@Override
	public TaskResult awaitTask(String taskId, Duration timeout, TaskListener listener) {
		return Blocking.await(this.reactive.awaitTask(taskId, timeout, listener));
	}

	@Override
	public AgentTask fetchTask(String taskId) {
		return Blocking.await(this.reactive.fetchTask(taskId));
	}

	@Override
	public AgentTask terminateTask(String taskId) {
		return Blocking.await(this.reactive.terminateTask(taskId));
	}

	@Override
	public ReactiveMobileAgent reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingMobileAgent that && this.reactive.equals(that.reactive);
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
