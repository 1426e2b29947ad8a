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

import java.time.Duration;
import java.util.Arrays;

import io.agentbay.AgentBay;
import io.agentbay.error.SessionGoneException;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.ai.support.ToolCallbacks;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.execution.DefaultToolExecutionExceptionProcessor;
import org.springframework.ai.tool.execution.ToolExecutionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link AgentBayTools}: calls them as Spring AI does for a model, in a real
 * session.
 */
class AgentBayToolsTests {

	private static final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private static final AgentBay agentBay = AgentBay.builder()
		.apiKey(runtime.apiKey())
		.endpoint(runtime.endpoint().toString())
		.build();

	private static final JsonMapper json = new JsonMapper();

	private final Session session = agentBay.create();

	private final AgentBayTools tools = new AgentBayTools(this.session);

	@AfterEach
	void deleteSession() {
		this.session.close();
	}

	@AfterAll
	static void close() {
		agentBay.close();
		runtime.close();
	}

	@Test
	void commandAnswersExitCodeAndOutputs() {
		assertThat(call("run_command", """
				{"command": "echo out; echo err >&2; exit 3"}""")).isEqualTo("""
				Exit code: 3
				Standard output:
				out
				Standard error:
				err""");
	}

	@Test
	void silentCommandSaysThatItWroteNothing() {
		assertThat(call("run_command", """
				{"command": "true"}""")).isEqualTo("""
				Exit code: 0
				Standard output: none
				Standard error: none""");
	}

	@Test
	void commandRunsInTheGivenDirectory() {
		assertThat(call("run_command", """
				{"command": "mkdir -p deep && cd deep && touch found"}""")).startsWith("Exit code: 0");
		assertThat(call("run_command", """
				{"command": "ls", "workingDirectory": "deep"}""")).contains("Standard output:\nfound\n");
	}

	@Test
	void blankDirectoryIsTheHomeDirectory() {
		assertThat(call("run_command", """
				{"command": "pwd", "workingDirectory": ""}""")).startsWith("Exit code: 0");
	}

	@Test
	void commandThatTakesTooLongIsSaidToHaveBeenEnded() {
		AgentBayTools hasty = this.tools.withCommandTimeout(Duration.ofMillis(500));
		assertThat(call(hasty, "run_command", """
				{"command": "echo begun; sleep 60"}""")).startsWith("""
				The command was ended because it took longer than 0.5 seconds
				Standard output: none""");
	}

	@Test
	void longOutputIsShortenedInTheMiddleAndSaysSo() {
		AgentBayTools brief = this.tools.withMaxLength(100);
		String answer = call(brief, "run_command", """
				{"command": "seq 1000"}""");
		assertThat(answer).contains("Standard output:\n1\n2\n3\n")
			.containsPattern("\\[\\d+ of 3893 characters are left out here")
			.contains("999\n1000\nStandard error: none");
	}

	@Test
	void shorteningKeepsCharactersWhole() {
		AgentBayTools brief = this.tools.withMaxLength(101);
		this.session.fileSystem().write("emoji.txt", "x" + "😀".repeat(200));
		String answer = call(brief, "read_file", """
				{"path": "emoji.txt"}""");
		assertThat(answer.chars().filter((character) -> character == 0xFFFD)).isEmpty();
		assertThat(answer.codePoints().filter(AgentBayToolsTests::isHalf)).isEmpty();
	}

	private static boolean isHalf(int codePoint) {
		return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
	}

	@Test
	void fileIsWrittenAndReadBack() {
		assertThat(call("write_file", """
				{"path": "notes.txt", "content": "größer\\n"}""")).isEqualTo("Wrote 7 characters to notes.txt");
		assertThat(call("read_file", """
				{"path": "notes.txt"}""")).isEqualTo("größer\n");
		assertThat(call("run_command", """
				{"command": "cat notes.txt"}""")).contains("größer");
	}

	@Test
	void fileIsEdited() {
		call("write_file", """
				{"path": "plan.txt", "content": "one\\ntwo\\nthree\\n"}""");
		assertThat(call("edit_file", """
				{"path": "plan.txt", "oldText": "two", "newText": "zwei"}""")).contains("zwei");
		assertThat(call("read_file", """
				{"path": "plan.txt"}""")).isEqualTo("one\nzwei\nthree\n");
		assertThat(call("edit_file", """
				{"path": "plan.txt", "oldText": "two", "newText": "deux"}""")).startsWith("Error: ");
	}

	@Test
	void directoryIsListedAndSearched() {
		assertThat(call("list_directory", """
				{"path": "."}""")).isEqualTo("The directory is empty");
		call("run_command", """
				{"command": "mkdir data && touch data/a.csv data/b.txt"}""");
		assertThat(call("list_directory", """
				{"path": "."}""")).isEqualTo("data/");
		assertThat(call("search_files", """
				{"path": ".", "pattern": "*.csv"}""")).endsWith("data/a.csv").doesNotContain("b.txt");
		assertThat(call("search_files", """
				{"path": ".", "pattern": "*.pdf"}""")).isEqualTo("No file is named like this");
		assertThat(call("list_directory", """
				{"path": "nowhere"}""")).startsWith("Error: ");
	}

	@Test
	void missingFileIsToldToTheModel() {
		assertThat(call("read_file", """
				{"path": "nowhere.txt"}""")).startsWith("Error: ").contains("nowhere.txt");
	}

	@Test
	void missingDirectoryIsToldToTheModel() {
		assertThat(call("write_file", """
				{"path": "no/such/place.txt", "content": ""}""")).startsWith("Error: ");
	}

	@Test
	void missingArgumentIsToldToTheModel() {
		ToolCallback callback = callback(this.tools, "run_command");
		assertThatExceptionOfType(ToolExecutionException.class).isThrownBy(() -> callback.call("{}"))
			.satisfies((ex) -> assertThat(DefaultToolExecutionExceptionProcessor.builder().build().process(ex))
				.isEqualTo("'command' must not be empty"));
	}

	@Test
	void sessionThatIsGoneIsAnException() {
		this.session.delete();
		ToolCallback callback = callback(this.tools, "run_command");
		assertThatExceptionOfType(ToolExecutionException.class).isThrownBy(() -> callback.call("""
				{"command": "true"}""")).withCauseInstanceOf(SessionGoneException.class);
	}

	@Test
	void schemasDescribeEveryArgument() {
		ToolCallback[] callbacks = ToolCallbacks.from(this.tools);
		assertThat(callbacks).extracting((callback) -> callback.getToolDefinition().name())
			.containsExactlyInAnyOrder("run_command", "read_file", "write_file", "edit_file", "list_directory",
					"search_files");
		for (ToolCallback callback : callbacks) {
			assertThat(callback.getToolDefinition().description()).hasSizeGreaterThan(50);
			JsonNode schema = json.readTree(callback.getToolDefinition().inputSchema());
			assertThat(schema.path("properties")).isNotEmpty()
				.allSatisfy((property) -> assertThat(property.path("description").asString()).isNotBlank());
		}
		JsonNode schema = json.readTree(callback(this.tools, "run_command").getToolDefinition().inputSchema());
		assertThat(schema.path("required")).extracting(JsonNode::asString).containsExactly("command");
	}

	@Test
	void unusableLimitsAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.tools.withMaxLength(99))
			.withMessageContaining("maxLength");
		assertThatIllegalArgumentException().isThrownBy(() -> this.tools.withCommandTimeout(Duration.ZERO))
			.withMessageContaining("commandTimeout");
	}

	private String call(String tool, String arguments) {
		return call(this.tools, tool, arguments);
	}

	private static String call(AgentBayTools tools, String tool, String arguments) {
		return callback(tools, tool).call(arguments);
	}

	private static ToolCallback callback(AgentBayTools tools, String tool) {
		return Arrays.stream(ToolCallbacks.from(tools))
			.filter((callback) -> callback.getToolDefinition().name().equals(tool))
			.findFirst()
			.orElseThrow();
	}

}
