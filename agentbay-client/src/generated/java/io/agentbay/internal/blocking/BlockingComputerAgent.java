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
// Written by agentbay-face from ReactiveComputerAgent. Change that, not this.

package io.agentbay.internal.blocking;

import java.time.Duration;

import io.agentbay.agent.AgentTask;
import io.agentbay.agent.ComputerAgent;
import io.agentbay.agent.ReactiveComputerAgent;
import io.agentbay.agent.TaskResult;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveComputerAgent}.
 */
public final class BlockingComputerAgent implements ComputerAgent {

	private final ReactiveComputerAgent reactive;

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingComputerAgent(ReactiveComputerAgent reactive) {
		this.reactive = reactive;
	}

	@Override
	public AgentTask startTask(String task) {
		return Blocking.await(this.reactive.startTask(task));
	}

	@Override
	public TaskResult executeTask(String task, Duration timeout) {
		return Blocking.await(this.reactive.executeTask(task, timeout));
	}

	@Override
	public TaskResult awaitTask(String taskId, Duration timeout) {
		return Blocking.await(this.reactive.awaitTask(taskId, timeout));
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
	public ReactiveComputerAgent reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingComputerAgent that && this.reactive.equals(that.reactive);
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
