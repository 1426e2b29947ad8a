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

import java.util.Map;

import io.agentbay.AgentBay;
import io.agentbay.ai.AgentBayToolContext;
import io.agentbay.ai.artifact.Artifacts;
import io.agentbay.ai.artifact.InMemoryArtifactStore;
import io.agentbay.ai.scope.InMemoryScopedSessions;
import io.agentbay.ai.scope.SessionKey;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import org.junit.jupiter.api.AfterEach;

import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;

/**
 * Calls tools as Spring AI does for a model, in real sessions.
 */
abstract class AbstractToolTests {

	static final LocalAgentBay runtime = LocalAgentBay.builder().start();

	static final AgentBay agentBay = AgentBay.builder()
		.apiKey(runtime.apiKey())
		.endpoint(runtime.endpoint().toString())
		.build();

	final InMemoryScopedSessions sessions = new InMemoryScopedSessions(agentBay);

	final InMemoryArtifactStore store = new InMemoryArtifactStore();

	final ToolOutputs outputs = new ToolOutputs();

	final ToolCallbackProvider tools = builder().build();

	AgentBayToolCallbackProvider.Builder builder() {
		return AgentBayToolCallbackProvider.builder(this.sessions)
			.artifacts(new Artifacts(this.store, "/files/{id}", 1_000_000));
	}

	@AfterEach
	void endSessions() {
		this.sessions.close();
	}

	Session session() {
		return this.sessions.get(SessionKey.ofConversation("ann")).session();
	}

	String call(String tool, String arguments) {
		return call(this.tools, "ann", tool, arguments);
	}

	String call(ToolCallbackProvider provider, String conversation, String tool, String arguments) {
		return tool(provider, tool).call(arguments, context(conversation));
	}

	ToolContext context(String conversation) {
		return new ToolContext(
				Map.of(AgentBayToolContext.CONVERSATION_ID, conversation, ToolOutputs.KEY, this.outputs));
	}

	static ToolCallback tool(ToolCallbackProvider provider, String name) {
		for (ToolCallback callback : provider.getToolCallbacks()) {
			if (callback.getToolDefinition().name().equals(name)) {
				return callback;
			}
		}
		throw new AssertionError("There is no tool " + name);
	}

}
