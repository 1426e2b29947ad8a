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

package io.agentbay.boot.ai;

import java.util.Map;

import io.agentbay.ai.scope.SessionKey;
import io.agentbay.ai.scope.SessionKeyResolver;

import org.springframework.util.Assert;

/**
 * Gives each client of an MCP server its own computer, for as long as it is connected.
 * Calls that tell their conversation, as those of a chat client do, are not changed.
 *
 * @since 0.1.0
 */
public class McpSessionKeyResolver implements SessionKeyResolver {

	private final SessionKeyResolver others;

	/**
	 * Create a resolver.
	 * @param others finds out whose session all other calls work in
	 */
	public McpSessionKeyResolver(SessionKeyResolver others) {
		Assert.notNull(others, "'others' must not be null");
		this.others = others;
	}

	@Override
	public SessionKey resolve(Map<String, Object> toolContext) {
		String client = McpClientDecorator.conversation(toolContext);
		return (client != null) ? SessionKey.ofConversation(client) : this.others.resolve(toolContext);
	}

}
