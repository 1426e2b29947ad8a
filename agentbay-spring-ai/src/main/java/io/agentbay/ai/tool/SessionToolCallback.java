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

package io.agentbay.ai.tool;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.function.Function;

import io.agentbay.ai.artifact.Artifacts;
import io.agentbay.error.AgentBayException;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.ai.tool.execution.ToolExecutionException;
import org.springframework.ai.tool.metadata.ToolMetadata;
import org.springframework.ai.tool.method.MethodToolCallback;
import org.springframework.ai.tool.support.ToolDefinitions;
import org.springframework.ai.tool.support.ToolUtils;

/**
 * A method of an object that is made for each call, in the session of the call.
 */
final class SessionToolCallback implements ToolCallback {

	private final SessionToolRunner runner;

	private final Method method;

	private final Function<ToolWork, ?> factory;

	private final ToolDefinition definition;

	private final ToolArguments arguments;

	private final ToolLimits limits;

	private final @Nullable Artifacts artifacts;

	SessionToolCallback(SessionToolRunner runner, ToolMethod method, ToolDefinition definition, ToolLimits limits,
			@Nullable Artifacts artifacts) {
		this.runner = runner;
		this.method = method.method();
		this.factory = method.factory();
		this.definition = definition;
		this.arguments = new ToolArguments(definition.name(), ToolDefinitions.from(this.method).inputSchema(),
				limits.maxArguments());
		this.limits = limits;
		this.artifacts = artifacts;
	}

	@Override
	public ToolDefinition getToolDefinition() {
		return this.definition;
	}

	@Override
	public ToolMetadata getToolMetadata() {
		return ToolMetadata.from(this.method);
	}

	@Override
	public String call(String toolInput) {
		return call(toolInput, null);
	}

	@Override
	public String call(String toolInput, @Nullable ToolContext toolContext) {
		String checked;
		try {
			checked = this.arguments.check(toolInput);
		}
		catch (ToolArguments.UnusableArgumentsException ex) {
			return String.valueOf(ex.getMessage());
		}
		Map<String, Object> values = (toolContext != null) ? toolContext.getContext() : Map.of();
		return this.runner.run(toolContext, (session, key) -> call(checked, toolContext,
				new ToolWork(session, key, this.limits, ToolOutputs.find(values), this.artifacts)));
	}

	private String call(String checked, @Nullable ToolContext toolContext, ToolWork work) {
		MethodToolCallback callback = MethodToolCallback.builder()
			.toolDefinition(this.definition)
			.toolMetadata(getToolMetadata())
			.toolMethod(this.method)
			.toolObject(this.factory.apply(work))
			.toolCallResultConverter(ToolUtils.getToolCallResultConverter(this.method))
			.build();
		try {
			return callback.call(checked, toolContext);
		}
		catch (ToolExecutionException ex) {
			if (ex.getCause() instanceof AgentBayException cause) {
				throw cause;
			}
			if (ex.getCause() instanceof IllegalArgumentException cause) {
				throw cause;
			}
			throw ex;
		}
	}

	@Override
	public String toString() {
		return "SessionToolCallback[" + this.definition.name() + "]";
	}

}
