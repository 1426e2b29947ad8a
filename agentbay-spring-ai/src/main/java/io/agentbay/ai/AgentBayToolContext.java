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

import org.springframework.ai.chat.memory.ChatMemory;

/**
 * Names of the values in a {@link org.springframework.ai.chat.model.ToolContext
 * ToolContext} that say for whom a tool is called.
 *
 * @since 0.1.0
 */
public final class AgentBayToolContext {

	/**
	 * The conversation that the tool is called in: the name that Spring AI uses for its
	 * chat memory. The value is a {@link String}.
	 */
	public static final String CONVERSATION_ID = ChatMemory.CONVERSATION_ID;

	/**
	 * The user for whom the tool is called. The value is a {@link String}.
	 */
	public static final String USER_ID = "agentbay.user";

	private AgentBayToolContext() {
	}

}
