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

package io.agentbay.ai.scope;

import java.util.Map;

import io.agentbay.ai.AgentBayToolContext;

import org.springframework.util.Assert;

/**
 * Finds out from the context of a tool call in whose session it works.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SessionKeyResolver {

	/**
	 * Find out whose session it is.
	 * @param toolContext the values of the tool context
	 * @return the key
	 * @throws IllegalStateException if the context does not tell; it ends the call of the
	 * model, which cannot do anything about it
	 */
	SessionKey resolve(Map<String, Object> toolContext);

	/**
	 * Return a resolver that reads the names of {@link AgentBayToolContext}.
	 * @param scope who shares a session
	 * @return the resolver
	 */
	static SessionKeyResolver of(ToolScope scope) {
		Assert.notNull(scope, "'scope' must not be null");
		return switch (scope) {
			case CONVERSATION ->
				new NamedValueResolver(scope, AgentBayToolContext.CONVERSATION_ID, "which conversation it is called in",
						"advisors((spec) -> spec.param(ChatMemory.CONVERSATION_ID, id)) or "
								+ "toolContext(Map.of(ChatMemory.CONVERSATION_ID, id))");
			case USER -> new NamedValueResolver(scope, AgentBayToolContext.USER_ID, "for which user it is called",
					"advisors((spec) -> spec.param(AgentBayToolContext.USER_ID, id)) or "
							+ "toolContext(Map.of(AgentBayToolContext.USER_ID, id))");
			case APPLICATION -> (toolContext) -> SessionKey.ofApplication();
		};
	}

}
