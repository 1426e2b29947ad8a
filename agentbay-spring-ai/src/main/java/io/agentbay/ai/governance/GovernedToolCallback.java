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

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.agentbay.ai.UsedSession;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.ai.tool.metadata.ToolMetadata;

/**
 * A tool with interceptors around it.
 */
final class GovernedToolCallback implements ToolCallback {

	/**
	 * The call that was let through on this thread. A tool may have the same chain twice,
	 * once for itself and once because all tools have it, with what an application has
	 * put around it in between; a call is decided on, counted and recorded once.
	 */
	private static final ThreadLocal<@Nullable Permitted> permitted = new ThreadLocal<>();

	private static final ToolDecision UNDECIDED = ToolDecision.allow("no rules");

	private final ToolCallback tool;

	private final List<ToolCallInterceptor> interceptors;

	GovernedToolCallback(ToolCallback tool, List<ToolCallInterceptor> interceptors) {
		this.tool = tool;
		this.interceptors = interceptors;
	}

	boolean isGovernedBy(List<ToolCallInterceptor> interceptors) {
		return this.interceptors.equals(interceptors);
	}

	@Override
	public ToolDefinition getToolDefinition() {
		return this.tool.getToolDefinition();
	}

	@Override
	public ToolMetadata getToolMetadata() {
		return this.tool.getToolMetadata();
	}

	@Override
	public String call(String arguments) {
		return call(arguments, null);
	}

	@Override
	public String call(String arguments, @Nullable ToolContext context) {
		if (new Permitted(getToolDefinition().name(), this.interceptors).equals(permitted.get())) {
			return callTool(arguments, context, null);
		}
		ToolCall call = ToolCall.of(getToolDefinition().name(), arguments, context);
		ToolOutcome outcome = proceed(0, call, context);
		if (outcome.failure() != null) {
			throw outcome.failure();
		}
		return outcome.answer();
	}

	/** Before the first call of its batch is made. */
	void announce(ToolCall call) {
		ToolCall announced = call;
		for (ToolCallInterceptor interceptor : this.interceptors) {
			announced = interceptor.announce(announced);
			if (announced == null) {
				return;
			}
		}
	}

	private ToolOutcome proceed(int index, ToolCall call, @Nullable ToolContext context) {
		if (index == this.interceptors.size()) {
			return callTool(call, context);
		}
		return this.interceptors.get(index).intercept(call, (next) -> proceed(index + 1, next, context));
	}

	/** Whatever was forgotten on the way: only a permit opens the door. */
	private ToolOutcome callTool(ToolCall call, @Nullable ToolContext context) {
		ToolDecision decision = Objects.requireNonNullElse(call.decision(), UNDECIDED);
		if (!decision.kind().isPermit()) {
			return ToolOutcome.notCalled(ToolDecision.deny("governance", "nobody can be asked"),
					"This call needs the approval of a person, and nobody can be asked. Nothing was done.");
		}
		return UsedSession.listen((session) -> {
			long start = System.nanoTime();
			String arguments = call.arguments().text();
			try {
				String answer = callTool(arguments, context,
						new Permitted(getToolDefinition().name(), this.interceptors));
				return new ToolOutcome(answer, true, decision, since(start), session.id(), null);
			}
			catch (RuntimeException ex) {
				return new ToolOutcome("", true, decision, since(start), session.id(), ex);
			}
		});
	}

	private String callTool(String arguments, @Nullable ToolContext context, @Nullable Permitted within) {
		Permitted before = permitted.get();
		permitted.set(within);
		try {
			return (context != null) ? this.tool.call(arguments, context) : this.tool.call(arguments);
		}
		finally {
			permitted.set(before);
		}
	}

	private static Duration since(long start) {
		return Duration.ofNanos(System.nanoTime() - start);
	}

	private record Permitted(String tool, List<ToolCallInterceptor> interceptors) {
	}

}
