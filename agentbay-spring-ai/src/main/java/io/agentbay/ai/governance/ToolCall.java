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

package io.agentbay.ai.governance;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.agentbay.ai.AgentBayToolContext;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.chat.model.ToolContext;
import org.springframework.util.Assert;

/**
 * What a model asks for: one call of one tool. Cannot be changed; interceptors hand on
 * changed copies.
 *
 * @since 0.1.0
 */
public final class ToolCall {

	private final String id;

	private final Instant time;

	private final String tool;

	private final ToolArguments arguments;

	private final Map<String, Object> context;

	private final @Nullable ToolDecision decision;

	private final int occurrence;

	private ToolCall(String id, Instant time, String tool, ToolArguments arguments, Map<String, Object> context,
			@Nullable ToolDecision decision, int occurrence) {
		this.id = id;
		this.time = time;
		this.tool = tool;
		this.arguments = arguments;
		this.context = context;
		this.decision = decision;
		this.occurrence = occurrence;
	}

	/**
	 * Create a call that begins now and has an id of its own.
	 * @param tool the name of the tool
	 * @param arguments the arguments as the model wrote them
	 * @param context what the application has told of the call, {@code null} for nothing
	 * @return the call
	 */
	public static ToolCall of(String tool, String arguments, @Nullable ToolContext context) {
		Assert.hasText(tool, "'tool' must not be empty");
		Assert.notNull(arguments, "'arguments' must not be null");
		return new ToolCall(UUID.randomUUID().toString(), Instant.now(), tool, ToolArguments.of(arguments),
				(context != null) ? context.getContext() : Map.of(), null, 1);
	}

	/**
	 * Return what this call goes by in audit and events. The chain makes it: it is not
	 * the id that the model gives.
	 * @return the id
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Return when the call began.
	 * @return the time
	 */
	public Instant time() {
		return this.time;
	}

	/**
	 * Return the name of the tool.
	 * @return the name, from the definition of the tool
	 */
	public String tool() {
		return this.tool;
	}

	/**
	 * Return the arguments.
	 * @return the arguments, which may hold secrets
	 */
	public ToolArguments arguments() {
		return this.arguments;
	}

	/**
	 * Return what the application has told of the call.
	 * @return the entries of the tool context
	 */
	public Map<String, Object> context() {
		return this.context;
	}

	/**
	 * Return the conversation that the call belongs to.
	 * @return its id, {@code null} if the application has not told
	 */
	public @Nullable String conversation() {
		return text(AgentBayToolContext.CONVERSATION_ID);
	}

	/**
	 * Return the user whom the model works for.
	 * @return the id, {@code null} if the application has not told
	 */
	public @Nullable String user() {
		return text(AgentBayToolContext.USER_ID);
	}

	private @Nullable String text(String key) {
		Object value = this.context.get(key);
		return (value == null || value.toString().isBlank()) ? null : value.toString();
	}

	/**
	 * Return what was decided so far.
	 * @return the decision, {@code null} if nothing has decided
	 */
	public @Nullable ToolDecision decision() {
		return this.decision;
	}

	/**
	 * Return this call with a decision.
	 * @param decision what was decided
	 * @return a changed copy
	 */
	public ToolCall withDecision(ToolDecision decision) {
		Assert.notNull(decision, "'decision' must not be null");
		return new ToolCall(this.id, this.time, this.tool, this.arguments, this.context, decision, this.occurrence);
	}

	/**
	 * Return how many calls like this, with this one, there are in its batch so far.
	 * @return 1 for the first
	 */
	public int occurrence() {
		return this.occurrence;
	}

	ToolCall withOccurrence(int occurrence) {
		return new ToolCall(this.id, this.time, this.tool, this.arguments, this.context, this.decision, occurrence);
	}

	/**
	 * Return which call this is, without its arguments.
	 * @return a text without secrets
	 */
	@Override
	public String toString() {
		return "ToolCall[" + this.tool + ", " + this.id + "]";
	}

}
