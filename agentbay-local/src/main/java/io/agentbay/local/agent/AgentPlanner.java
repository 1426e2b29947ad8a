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

package io.agentbay.local.agent;

/**
 * Does the tasks of agents: the place of the language model, which this runtime does not
 * have. A test plugs in one that follows a script, an application one that asks a model.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface AgentPlanner {

	/**
	 * Do a task. Called on a thread of its own, which is interrupted when the task is
	 * terminated or its session ends.
	 * @param task the task, through which the planner acts and tells what it does
	 * @return the product of the task
	 * @throws UnsupportedOperationException if this planner does not do such tasks: the
	 * task then ends as {@code unsupported}
	 * @throws Exception if the task cannot be done: it then ends as {@code failed}
	 */
	String carryOut(AgentTask task) throws Exception;

}
