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

package io.agentbay.agent;

import java.util.List;

import io.agentbay.internal.agent.TaskOutput;

/**
 * A task of an agent.
 *
 * @param id the task; empty if the agent was done at once
 * @param status where it is
 * @param action what was done last, empty if not told
 * @param product what came of it, empty until it is done
 * @param error why it failed, empty if it did not
 * @param outputs what the agent said meanwhile; phones only
 */
public record AgentTask(String id, TaskStatus status, String action, String product, String error,
		List<TaskOutput> outputs) {

	public AgentTask {
		outputs = List.copyOf(outputs);
	}

}
