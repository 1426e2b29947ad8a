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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.agentbay.ai.ToolApproval.Decision;
import io.agentbay.ai.ToolApproval.ToolRequest;
import org.junit.jupiter.api.Test;

import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.ai.tool.function.FunctionToolCallback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ApprovedTools}.
 */
class ApprovedToolsTests {

	private final List<String> done = new ArrayList<>();

	private final ToolCallbackProvider tools = ToolCallbackProvider.from(tool("write_file"), tool("read_file"));

	private ToolCallback tool(String name) {
		return FunctionToolCallback.builder(name, (Map<String, Object> input) -> {
			this.done.add(name);
			return "done";
		}).description(name).inputType(Map.class).build();
	}

	@Test
	void whatIsNotApprovedIsNotDone() {
		List<ToolRequest> asked = new ArrayList<>();
		ToolCallbackProvider careful = new ApprovedTools(this.tools, (request) -> {
			asked.add(request);
			return request.arguments().contains("rm ") ? Decision.deny("nothing is to be removed") : Decision.approve();
		}).except("read_file");
		assertThat(call(careful, "write_file", "{\"command\": \"rm a\"}"))
			.isEqualTo("This was not allowed, and nothing was done: nothing is to be removed");
		assertThat(this.done).isEmpty();
		assertThat(call(careful, "write_file", "{}")).contains("done");
		assertThat(call(careful, "read_file", "{}")).contains("done");
		assertThat(this.done).containsExactly("write_file", "read_file");
		assertThat(asked).hasSize(2).allSatisfy((request) -> {
			assertThat(request.tool()).isEqualTo("write_file");
			assertThat(request.context()).containsEntry(ChatMemory.CONVERSATION_ID, "ann");
		});
	}

	@Test
	void anExceptionForAToolThatIsNotThereIsAMistake() {
		ApprovedTools careful = new ApprovedTools(this.tools, (request) -> Decision.deny(null));
		assertThatIllegalArgumentException().isThrownBy(() -> careful.except("raed_file"))
			.withMessageContaining("raed_file");
	}

	private static String call(ToolCallbackProvider tools, String name, String arguments) {
		for (ToolCallback tool : tools.getToolCallbacks()) {
			if (tool.getToolDefinition().name().equals(name)) {
				return tool.call(arguments, new ToolContext(Map.of(ChatMemory.CONVERSATION_ID, "ann")));
			}
		}
		throw new AssertionError("There is no tool " + name);
	}

}
