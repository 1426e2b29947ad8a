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

import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.databind.JsonNode;

/**
 * Something that an agent does while it does a task. The last one is always
 * {@link Finished}. The service may add kinds of events: ignore those that are not known.
 *
 * @since 0.1.0
 */
public interface AgentEvent {

	/**
	 * Return what kind of event it is, also in JSON, where the fields alone do not tell.
	 * @return the kind, such as {@code content}
	 */
	@JsonProperty
	String type();

	/**
	 * The agent thinks.
	 *
	 * @param round the round of the agent, 0 if not told
	 * @param content what it thinks
	 */
	record Reasoning(int round, String content) implements AgentEvent {

		@Override
		public String type() {
			return "reasoning";
		}

	}

	/**
	 * The agent says something.
	 *
	 * @param round the round of the agent, 0 if not told
	 * @param content what it says, a piece at a time
	 */
	record Content(int round, String content) implements AgentEvent {

		@Override
		public String type() {
			return "content";
		}

	}

	/**
	 * The agent calls a tool. One of the name {@code call_for_user} is a question to the
	 * user.
	 *
	 * @param round the round of the agent, 0 if not told
	 * @param id the call, by which its result is known
	 * @param tool the tool
	 * @param arguments its arguments, an object
	 */
	record ToolCall(int round, String id, String tool, JsonNode arguments) implements AgentEvent {

		@Override
		public String type() {
			return "tool_call";
		}

		/** Without the arguments: those are the user's. */
		@Override
		public String toString() {
			return "ToolCall[" + this.id + ", " + this.tool + "]";
		}

	}

	/**
	 * A tool has answered.
	 *
	 * @param round the round of the agent, 0 if not told
	 * @param id the call
	 * @param tool the tool
	 * @param result what it answered, as the tool gives it
	 */
	record ToolReply(int round, String id, String tool, JsonNode result) implements AgentEvent {

		@Override
		public String type() {
			return "tool_result";
		}

		/** Without the result: that is the user's. */
		@Override
		public String toString() {
			return "ToolReply[" + this.id + ", " + this.tool + "]";
		}

	}

	/**
	 * The task fails.
	 *
	 * @param round the round of the agent, 0 if not told
	 * @param code what kind of error it is
	 * @param message the error
	 */
	record Failed(int round, String code, String message) implements AgentEvent {

		@Override
		public String type() {
			return "failed";
		}

	}

	/**
	 * The task is over.
	 *
	 * @param result how it ended; if the agent does not tell what came of it, the product
	 * is all that it has said
	 */
	record Finished(TaskResult result) implements AgentEvent {

		@Override
		public String type() {
			return "finished";
		}

	}

}
