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

import tools.jackson.databind.JsonNode;

/**
 * A task that an agent is to do in a session, and what its planner may use for it.
 *
 * @since 0.1.0
 */
public interface AgentTask {

	/**
	 * The id of the task.
	 * @return the id
	 */
	String id();

	/**
	 * What the agent works with.
	 * @return the kind of agent
	 */
	AgentKind kind();

	/**
	 * What is to be done.
	 * @return the task in words
	 */
	String text();

	/**
	 * All arguments of the call, such as {@code max_steps} or {@code output_schema}.
	 * @return a JSON object
	 */
	JsonNode arguments();

	/**
	 * Call a tool of the session.
	 * @param tool its name
	 * @param arguments its arguments, a JSON object
	 * @return the text that it answers
	 * @throws InterruptedException if the task is terminated
	 * @throws IllegalStateException if the tool fails
	 */
	String callTool(String tool, JsonNode arguments) throws InterruptedException;

	/**
	 * Ask the user something and wait for the answer. Only who has begun the task over
	 * the WebSocket can be asked.
	 * @param prompt the question
	 * @return the answer, empty when there is none
	 * @throws InterruptedException if the task is terminated
	 */
	String askUser(String prompt) throws InterruptedException;

	/**
	 * Tell what is being done.
	 * @param what the action in words
	 */
	void act(String what);

	/**
	 * Tell what the agent says and thinks meanwhile.
	 * @param content what it says, possibly empty
	 * @param reasoning what it thinks, possibly empty
	 */
	void say(String content, String reasoning);

}
