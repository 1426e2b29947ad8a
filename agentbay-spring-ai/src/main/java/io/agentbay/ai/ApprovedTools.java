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

package io.agentbay.ai;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.ai.tool.metadata.ToolMetadata;
import org.springframework.util.Assert;

/**
 * Tools that are called only after each call was approved. A call that is denied does
 * nothing, and the model is told.
 *
 * <pre class="code">
 * new ApprovedTools(tools, (request) -&gt; user.agreesTo(request) ? Decision.approve() : Decision.deny(null))
 *     .except("read_file", "list_directory", "search_files");
 * </pre>
 *
 * @since 0.1.0
 */
public final class ApprovedTools implements ToolCallbackProvider {

	private final ToolCallbackProvider tools;

	private final ToolApproval approval;

	private final Set<String> free;

	/**
	 * Create tools each of whose calls needs approval.
	 * @param tools the tools
	 * @param approval decides
	 */
	public ApprovedTools(ToolCallbackProvider tools, ToolApproval approval) {
		this(tools, approval, Set.of());
	}

	private ApprovedTools(ToolCallbackProvider tools, ToolApproval approval, Set<String> free) {
		Assert.notNull(tools, "'tools' must not be null");
		Assert.notNull(approval, "'approval' must not be null");
		this.tools = tools;
		this.approval = approval;
		this.free = free;
	}

	/**
	 * Return tools of which some need no approval, such as those that only read.
	 * @param names the names of those, in the place of any given before
	 * @return changed tools
	 * @throws IllegalArgumentException if there is no tool of this name
	 */
	public ApprovedTools except(String... names) {
		Set<String> known = Set.of(Arrays.stream(this.tools.getToolCallbacks())
			.map((tool) -> tool.getToolDefinition().name())
			.toArray(String[]::new));
		for (String name : names) {
			Assert.isTrue(known.contains(name), () -> "'names' must be names of tools: " + name + " is none");
		}
		return new ApprovedTools(this.tools, this.approval, Set.of(names));
	}

	@Override
	public ToolCallback[] getToolCallbacks() {
		return Arrays.stream(this.tools.getToolCallbacks())
			.map((tool) -> this.free.contains(tool.getToolDefinition().name()) ? tool
					: new ApprovedTool(tool, this.approval))
			.toArray(ToolCallback[]::new);
	}

	/**
	 * A tool that asks first.
	 */
	private record ApprovedTool(ToolCallback tool, ToolApproval approval) implements ToolCallback {

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
			ToolApproval.Decision decision = this.approval.decide(new ToolApproval.ToolRequest(
					getToolDefinition().name(), arguments, (context != null) ? context.getContext() : Map.of()));
			if (!decision.approved()) {
				return "This was not allowed, and nothing was done"
						+ ((decision.reason() != null) ? ": " + decision.reason() : ".");
			}
			return (context != null) ? this.tool.call(arguments, context) : this.tool.call(arguments);
		}

	}

}
