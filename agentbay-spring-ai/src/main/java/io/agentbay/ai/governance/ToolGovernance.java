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

import java.util.List;

import io.agentbay.ai.ToolCallbackDecorator;

import org.springframework.ai.tool.ToolCallback;
import org.springframework.util.Assert;

/**
 * Puts a chain of interceptors around tools. Works with any {@link ToolCallback}: where
 * the tool comes from makes no difference.
 *
 * <pre class="code">
 * ToolGovernance governance = new ToolGovernance(List.of(rules, approvals, audit));
 * ToolCallback careful = governance.decorate(tool);
 * </pre>
 *
 * @since 0.1.0
 */
public class ToolGovernance implements ToolCallbackDecorator {

	private final List<ToolCallInterceptor> interceptors;

	/**
	 * Create a chain.
	 * @param interceptors the interceptors, the outermost first
	 */
	public ToolGovernance(List<? extends ToolCallInterceptor> interceptors) {
		Assert.noNullElements(interceptors, "'interceptors' must not contain null");
		this.interceptors = List.copyOf(interceptors);
	}

	/**
	 * Put the chain around a tool.
	 * @param tool the tool; one that has this chain already is left as it is
	 * @return the governed tool
	 */
	@Override
	public ToolCallback decorate(ToolCallback tool) {
		Assert.notNull(tool, "'tool' must not be null");
		if (tool instanceof GovernedToolCallback governed && governed.isGovernedBy(this.interceptors)) {
			return tool;
		}
		return new GovernedToolCallback(tool, this.interceptors);
	}

}
