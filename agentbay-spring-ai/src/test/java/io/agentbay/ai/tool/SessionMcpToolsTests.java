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

import java.util.List;
import java.util.Map;

import io.agentbay.ai.AgentBayToolContext;
import io.agentbay.ai.scope.SessionKeyResolver;
import io.agentbay.ai.scope.ToolScope;
import io.agentbay.session.Session;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.ai.tool.ToolCallback;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SessionMcpTools}.
 */
class SessionMcpToolsTests extends AbstractToolTests {

	private static final Map<String, Object> ANN = Map.of(AgentBayToolContext.CONVERSATION_ID, "ann");

	private final SessionMcpTools mcpTools = new SessionMcpTools(this.sessions,
			SessionKeyResolver.of(ToolScope.CONVERSATION), ToolLimits.defaults(), List.of("*file*", "shell"),
			List.of("write_*"), List.of());

	@Test
	void toolsOfTheSessionHaveTheirOwnSchemas() {
		List<ToolCallback> tools = this.mcpTools.list(ANN);
		assertThat(tools).extracting((tool) -> tool.getToolDefinition().name())
			.contains("shell", "read_file")
			.doesNotContain("write_file", "run_code");
		assertThat(new JsonMapper().readTree(named(tools, "read_file").getToolDefinition().inputSchema())
			.path("properties")
			.has("path")).isTrue();
		assertThat(this.mcpTools.list(ANN)).isSameAs(tools);
		assertThat(runtime.liveSessionIds()).hasSize(1);
	}

	@Test
	void errorOfAToolIsItsTextForTheModel() {
		ToolCallback read = named(this.mcpTools.list(ANN), "read_file");
		assertThat(read.call("{\"path\": \"/nowhere\"}", context("ann"))).startsWith("Error: ").contains("nowhere");
		assertThat(read.call("{}", context("ann"))).startsWith("Error: ");
		assertThat(read.call("{\"path\": 5}", context("ann"))).startsWith("Error: ");
		assertThat(read.call("[]", context("ann"))).startsWith("Error: nothing was done");
		assertThat(named(this.mcpTools.list(ANN), "shell").call("{\"command\": \"echo hello\"}", context("ann")))
			.contains("hello");
	}

	@Test
	void toolsOfASessionThatIsGoneAreThoseOfTheNextOne() {
		ToolCallback shell = named(this.mcpTools.list(ANN), "shell");
		shell.call("{\"command\": \"echo before\"}", context("ann"));
		agentBay.delete(session().id());
		assertThat(shell.call("{\"command\": \"echo hello\"}", context("ann")))
			.startsWith("[The computer that was used so far")
			.contains("hello");
		assertThat(this.mcpTools.list(ANN)).isNotEmpty();
	}

	@Test
	void singleSessionHasTools() {
		try (Session session = agentBay.create()) {
			assertThat(SessionMcpTools.list(session, "shell")).singleElement()
				.satisfies((tool) -> assertThat(tool.call("{\"command\": \"echo one\"}")).contains("one"));
		}
	}

	private static ToolCallback named(List<ToolCallback> tools, String name) {
		return tools.stream().filter((tool) -> tool.getToolDefinition().name().equals(name)).findFirst().orElseThrow();
	}

}
