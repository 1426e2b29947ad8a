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

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.ai.tool.ToolCallback;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a model writes as arguments, it gets words that it can act on, and nothing is
 * thrown.
 */
class ToolArgumentsTests extends AbstractToolTests {

	static Stream<Arguments> unusable() {
		return Stream.of(Arguments.of("run_command", "", "'command' is missing"),
				Arguments.of("run_command", "{}", "'command' is missing"),
				Arguments.of("run_command", "{\"command\": null}", "'command' is missing"),
				Arguments.of("run_command", "{\"command\": [\"ls\"]}", "'command' has to be a text"),
				Arguments.of("run_command", "{\"command\": {\"a\": 1}}", "'command' has to be a text"),
				Arguments.of("run_command", "{\"command\": \"ls\"", "no valid JSON"),
				Arguments.of("run_command", "ls -l", "no valid JSON"),
				Arguments.of("run_command", "\"ls\"", "no JSON object"),
				Arguments.of("run_command", "[]", "no JSON object"),
				Arguments.of("run_command", "null", "no JSON object"),
				Arguments.of("run_command", "{\"command\": \"ls\", \"timeout\": 5}", "there is no argument 'timeout'"),
				Arguments.of("run_command", "{\"command\": \"ls\", \"" + "x".repeat(1000) + "\": 5}", "xxx...'"),
				Arguments.of("run_command", "{\"command\": \"echo \\u0000\"}", "contains a zero character"),
				Arguments.of("write_file", "{\"path\": \"a\", \"content\": \"" + "x".repeat(1_000_001) + "\"}",
						"at most 1000000 are taken"),
				Arguments.of("read_file", "{\"path\": \"a\", \"fromLine\": 1.5}",
						"'fromLine' has to be a whole number"),
				Arguments.of("read_file", "{\"path\": \"a\", \"fromLine\": 99999999999}",
						"'fromLine' has to be a whole number"),
				Arguments.of("read_file", "{\"path\": \"a\", \"fromLine\": \"first\"}",
						"'fromLine' has to be a whole number"),
				Arguments.of("browse", "{\"action\": \"fly\"}",
						"'action' has to be one of [navigate, observe, act, extract]"),
				Arguments.of("git", "{\"action\": 7}", "'action' has to be one of [clone, init"));
	}

	@ParameterizedTest
	@MethodSource("unusable")
	void unusableArgumentsAreTold(String tool, String arguments, String words) {
		assertThat(call(tool, arguments)).startsWith("Error: nothing was done")
			.contains(words)
			.contains(tool + " takes ");
		assertThat(runtime.liveSessionIds()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("strange")
	void strangeArgumentsAreAnswered(String tool, String arguments) {
		assertThat(call(tool, arguments)).isNotBlank().doesNotContain("\0").hasSizeLessThan(30_000);
	}

	static Stream<Arguments> strange() {
		return Stream.of(Arguments.of("run_command", "{\"command\": \"\"}"),
				Arguments.of("run_command", "{\"command\": \"   \"}"),
				Arguments.of("run_command", "{\"command\": \"-x\"}"), Arguments.of("run_command", "{\"command\": 5}"),
				Arguments.of("run_command", "{\"command\": \"echo \\ud800\"}"),
				Arguments.of("run_command", "{\"command\": \"ls\", \"directory\": \"/nowhere\"}"),
				Arguments.of("run_command", "{\"command\": \"ls\", \"directory\": \"$(reboot)\"}"),
				Arguments.of("run_command", "{\"command\": \"cat <<E\\n" + "x".repeat(200_000) + "\\nE\"}"),
				Arguments.of("read_file", "{\"path\": \"\"}"), Arguments.of("read_file", "{\"path\": \"\\u202e/\\n\"}"),
				Arguments.of("read_file", "{\"path\": \"/dev/zero\"}"),
				Arguments.of("read_file", "{\"path\": \"/proc/self/environ\"}"),
				Arguments.of("read_file", "{\"path\": \"" + "a/".repeat(5000) + "\"}"),
				Arguments.of("write_file", "{\"path\": \"/\", \"content\": \"x\"}"),
				Arguments.of("write_file", "{\"path\": \"half\", \"content\": \"\\udc00\"}"),
				Arguments.of("edit_file", "{\"path\": \"a\", \"oldText\": \"\", \"newText\": \"\"}"),
				Arguments.of("list_files", "{\"path\": \"/proc/1\"}"),
				Arguments.of("search_files", "{\"name\": \"[\"}"),
				Arguments.of("search_files", "{\"name\": \"'; touch /tmp/x; '\", \"text\": \"-e\"}"),
				Arguments.of("git", "{\"action\": \"clone\", \"text\": \"--upload-pack=touch /tmp/x\"}"),
				Arguments.of("git", "{\"action\": \"status\"}"),
				Arguments.of("git", "{\"action\": \"log\", \"repository\": \"--help\"}"),
				Arguments.of("git", "{\"action\": \"commit\"}"), Arguments.of("hand_over_file", "{\"path\": \"..\"}"),
				Arguments.of("hand_over_file", "{\"path\": \"/nowhere\"}"));
	}

	@Test
	void slipsAreMended() {
		assertThat(call("run_command", "{\"command\": \"echo 1\", \"directory\": null}")).endsWith("1");
		assertThat(call("git", "{\"action\": \"INIT\", \"repository\": \"r\"}")).startsWith("Made ");
	}

	@Test
	void schemasDescribeEveryArgument() {
		JsonMapper json = new JsonMapper();
		assertThat(this.tools.getToolCallbacks()).extracting((tool) -> tool.getToolDefinition().name())
			.containsExactly("run_command", "run_code", "edit_file", "list_files", "read_file", "search_files",
					"write_file", "browse", "screenshot", "desktop", "git", "hand_over_file");
		for (ToolCallback tool : this.tools.getToolCallbacks()) {
			assertThat(tool.getToolDefinition().description()).hasSizeBetween(50, 700);
			JsonNode schema = json.readTree(tool.getToolDefinition().inputSchema());
			assertThat(schema.path("properties")).isNotEmpty()
				.allSatisfy((property) -> assertThat(property.path("description").asString()).isNotBlank());
		}
		assertThat(json.readTree(tool(this.tools, "browse").getToolDefinition().inputSchema())
			.at("/properties/action/enum")
			.toString()).isEqualTo("[\"navigate\",\"observe\",\"act\",\"extract\"]");
	}

}
