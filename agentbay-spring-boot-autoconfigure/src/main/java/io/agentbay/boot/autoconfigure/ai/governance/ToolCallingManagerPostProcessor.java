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

package io.agentbay.boot.autoconfigure.ai.governance;

import io.agentbay.ai.governance.GovernedToolCallingManager;
import io.agentbay.ai.governance.ToolGovernance;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.model.tool.ToolCallingManager;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.resolution.ToolCallbackResolver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Governs the tools that Spring AI calls, those of a prompt as well as those that are
 * found by their names.
 */
final class ToolCallingManagerPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<ToolGovernance> governance;

	private final boolean all;

	ToolCallingManagerPostProcessor(ObjectProvider<ToolGovernance> governance, boolean all) {
		this.governance = governance;
		this.all = all;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof ToolCallingManager manager && !(bean instanceof GovernedToolCallingManager)) {
			return new GovernedToolCallingManager(manager, this.governance.getObject(), this.all);
		}
		if (this.all && bean instanceof ToolCallbackResolver resolver) {
			return (ToolCallbackResolver) (name) -> governed(resolver.resolve(name));
		}
		return bean;
	}

	private @Nullable ToolCallback governed(@Nullable ToolCallback tool) {
		return (tool != null) ? this.governance.getObject().decorate(tool) : null;
	}

}
