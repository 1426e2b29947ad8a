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

import java.util.ArrayList;
import java.util.List;

import io.agentbay.ai.ToolCallbackDecorator;
import io.agentbay.session.Session;
import org.junit.jupiter.api.Test;

import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.definition.ToolDefinition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Which tools there are, what they are called, and what is put around them.
 */
class AgentBayToolCallbackProviderTests extends AbstractToolTests {

	@Test
	void toolsAreChosenByPatterns() {
		assertThat(names(builder().include("*_file", "run_command").exclude("edit_*").build()))
			.containsExactly("run_command", "read_file", "write_file", "hand_over_file");
	}

	@Test
	void toolsAreNamedAndDescribedOtherwise() {
		ToolCallbackProvider renamed = builder().name("run_command", "bash")
			.description("run_command", "Runs it")
			.build();
		ToolDefinition definition = tool(renamed, "bash").getToolDefinition();
		assertThat(definition.description()).isEqualTo("Runs it");
		assertThat(call(renamed, "ann", "bash", "{}"))
			.endsWith("bash takes command (string, required), directory (string).");
		assertThatIllegalArgumentException().isThrownBy(() -> builder().name("run_comand", "bash").build())
			.withMessageContaining("There is no tool run_comand, but [browse,");
		assertThatIllegalArgumentException().isThrownBy(() -> builder().name("run_command", "run_code").build())
			.withMessageContaining("Two tools have the name run_code");
	}

	@Test
	void firstDecoratorIsTheOutermost() {
		List<String> order = new ArrayList<>();
		ToolCallbackProvider decorated = builder().decorators(List.of(noting("outer", order), noting("inner", order)))
			.build();
		call(decorated, "ann", "run_command", "{}");
		assertThat(order).containsExactly("outer", "inner");
	}

	private static ToolCallbackDecorator noting(String name, List<String> order) {
		return (tool) -> new ToolCallback() {

			@Override
			public ToolDefinition getToolDefinition() {
				return tool.getToolDefinition();
			}

			@Override
			public String call(String toolInput) {
				return tool.call(toolInput);
			}

			@Override
			public String call(String toolInput, ToolContext toolContext) {
				order.add(name);
				return tool.call(toolInput, toolContext);
			}

		};
	}

	@Test
	void toolsOfOthersWorkInTheSameSession() {
		ToolCallbackProvider more = builder().tools(Counter.class, Counter::new).build();
		call(more, "ann", "run_command", """
				{"command": "touch a b"}""");
		assertThat(call(more, "ann", "count_files", "{}")).isEqualTo("2");
		assertThatIllegalArgumentException().isThrownBy(() -> builder().tools(String.class, Session::id))
			.withMessageContaining("@Tool");
	}

	private static List<String> names(ToolCallbackProvider provider) {
		List<String> names = new ArrayList<>();
		for (ToolCallback tool : provider.getToolCallbacks()) {
			names.add(tool.getToolDefinition().name());
		}
		return names;
	}

	/** A tool of an application. */
	public static final class Counter {

		private final Session session;

		Counter(Session session) {
			this.session = session;
		}

		@Tool(name = "count_files", description = "Count the files")
		public int count() {
			return this.session.fileSystem().list(".").size();
		}

	}

}
