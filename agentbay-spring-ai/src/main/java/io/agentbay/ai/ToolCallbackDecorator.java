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

import java.util.List;

import org.springframework.ai.tool.ToolCallback;

/**
 * Puts something around every tool that is offered to a model, such as a check or a
 * measurement. With Spring Boot, all beans of this type are applied to the tools of
 * AgentBay in their {@link org.springframework.core.annotation.Order order}: the first
 * one is the outermost.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ToolCallbackDecorator {

	/**
	 * Decorate a tool. Called once for each tool.
	 * @param tool the tool
	 * @return what the model is offered in its place; the tool itself to leave it alone
	 */
	ToolCallback decorate(ToolCallback tool);

	/**
	 * Put several decorators around a tool.
	 * @param decorators the decorators, the first the outermost
	 * @param tool the tool
	 * @return what the model is offered in its place
	 */
	static ToolCallback decorate(List<? extends ToolCallbackDecorator> decorators, ToolCallback tool) {
		ToolCallback decorated = tool;
		for (int index = decorators.size() - 1; index >= 0; index--) {
			decorated = decorators.get(index).decorate(decorated);
		}
		return decorated;
	}

}
