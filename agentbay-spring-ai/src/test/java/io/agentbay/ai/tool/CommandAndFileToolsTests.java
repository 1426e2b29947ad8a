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

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.ai.tool.ToolCallbackProvider;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the tools that run commands and work with files.
 */
class CommandAndFileToolsTests extends AbstractToolTests {

	@Test
	void commandAnswersExitCodeFirst() {
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
				{"command": "true"}""")).isEqualTo("Exit code: 0\nNo output");
	}

	@Test
	void bashAndTheHomeDirectoryWork() {
		assertThat(call("run_command",
				"""
						{"command": "set -o pipefail; a=(1 2 3); [[ ${#a[@]} == 3 ]] && source /dev/null && cat <(echo bash)"}"""))
			.isEqualTo("Exit code: 0\nStandard output:\nbash");
		call("write_file", """
				{"path": "~/deep/er/a.txt", "content": "here"}""");
		assertThat(call("run_command", """
				{"command": "cat ~/deep/er/a.txt"}""")).endsWith("here");
		assertThat(call("read_file", """
				{"path": "~/deep/er/a.txt"}""")).isEqualTo("here");
		assertThat(call("run_command", """
				{"command": "ls", "directory": "~/deep"}""")).endsWith("er");
		assertThat(call("list_files", """
				{"path": "~"}""")).isEqualTo("deep/");
	}

	@Test
	void commandThatTakesTooLongIsSaidToHaveBeenEnded() {
		ToolCallbackProvider hasty = builder().limits(ToolLimits.defaults().withTime(Duration.ofMillis(500))).build();
		assertThat(call(hasty, "ann", "run_command", """
				{"command": "sleep 60"}"""))
			.startsWith("The command was ended because it took longer than 0.5 seconds");
	}

	@Test
	void longOutputIsShortenedInTheMiddleAndSaysHowToGetTheRest() {
		ToolCallbackProvider brief = builder().limits(ToolLimits.defaults().withMaxLength(100)).build();
		assertThat(call(brief, "ann", "run_command", """
				{"command": "seq 1000"}""")).contains("Standard output:\n1\n2\n3\n")
			.containsPattern("\\[\\d+ of 3893 characters are left out here; to see all, write the output to a file")
			.endsWith("999\n1000");
	}

	@Test
	void shorteningKeepsCharactersWhole() {
		ToolCallbackProvider brief = builder().limits(ToolLimits.defaults().withMaxLength(101)).build();
		session().fileSystem().write("emoji.txt", "x" + "😀".repeat(200));
		String answer = call(brief, "ann", "read_file", """
				{"path": "emoji.txt"}""");
		assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(answer)).isTrue();
		assertThat(answer).contains("left out").doesNotContain("\uFFFD");
	}

	@Test
	void coloursAndProgressBarsAreLeftOut() {
		assertThat(call("run_command", """
				{"command": "printf '\\\\033[31mred\\\\033[0m\\\\n 10%%\\\\r 50%%\\\\r100%%\\\\n'"}"""))
			.isEqualTo("Exit code: 0\nStandard output:\nred\n100%");
	}

	@Test
	void binaryOutputIsNamedAsSuch() {
		assertThat(call("run_command", """
				{"command": "head -c 5000 /dev/zero"}"""))
			.contains("Standard output: binary data of 5000 characters, not shown")
			.doesNotContain("\0");
	}

	@Test
	void binaryFileIsNamedAsSuch() {
		assertThat(call("read_file", """
				{"path": "/bin/true"}""")).contains("is a Linux program of").contains("no text").doesNotContain("\0");
	}

	@Test
	void pictureIsShown() {
		call("run_command",
				"""
						{"command": "echo iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAEElEQVR4nGP4z8DAAMQQCgAf7gP9i18U1AAAAABJRU5ErkJggg== | base64 -d > p.png"}""");
		String answer = call("read_file", """
				{"path": "p.png"}""");
		assertThat(answer).matches("\\[picture [0-9a-f-]{13}: p.png, image/png, 73 bytes, 2 x 3 pixels; shown below]");
		assertThat(this.outputs.picturesIn(answer)).singleElement()
			.satisfies((picture) -> assertThat(picture.content()).hasSize(73));
	}

	@Test
	void linesOfAFileAreRead() {
		call("run_command", """
				{"command": "seq 100 > n.txt"}""");
		assertThat(call("read_file", """
				{"path": "n.txt", "fromLine": "99", "lines": 5}""")).isEqualTo("Lines 99 to 100 of 100:\n99\n100");
		assertThat(call("read_file", """
				{"path": "n.txt", "fromLine": 101}""")).isEqualTo("The file has only 100 lines");
		call("run_command", """
				{"command": "truncate -s 11M big"}""");
		assertThat(call("read_file", """
				{"path": "big"}""")).startsWith("Error: big has 11534336 bytes").contains("sed -n");
		assertThat(call("read_file", """
				{"path": "."}""")).startsWith("Error: . is a directory");
	}

	@Test
	void fileIsEdited() {
		assertThat(call("write_file", """
				{"path": "plan.txt", "content": "one\\nzwölf\\nthree\\n"}"""))
			.isEqualTo("Wrote 16 characters to plan.txt");
		assertThat(call("edit_file", """
				{"path": "plan.txt", "oldText": "zwölf", "newText": "two"}""")).contains("two");
		assertThat(call("read_file", """
				{"path": "plan.txt"}""")).isEqualTo("one\ntwo\nthree\n");
		assertThat(call("edit_file", """
				{"path": "plan.txt", "oldText": "zwölf", "newText": "x"}""")).startsWith("Error: ");
	}

	@Test
	void filesAreFoundByNameAndContent() {
		call("run_command",
				"""
						{"command": "mkdir data && echo \\"it's \\\\$5\\" > data/a.csv && touch data/b.txt && echo x > data/-n"}""");
		assertThat(call("search_files", """
				{"name": "*.csv"}""")).endsWith("data/a.csv").doesNotContain("b.txt");
		assertThat(call("search_files", """
				{"text": "it's $5"}""")).endsWith("data/a.csv:1:it's $5");
		assertThat(call("search_files", """
				{"text": "$(touch hacked)'; touch hacked; '", "path": "data"}""")).isEqualTo("No file contains this");
		assertThat(call("search_files", """
				{"name": "hacked"}""")).isEqualTo("No file is named like this");
	}

	@Test
	void whatIsMissingIsTold() {
		assertThat(call("read_file", """
				{"path": "nowhere.txt"}""")).startsWith("Error: ").contains("nowhere.txt");
		assertThat(call("list_files", """
				{"path": "nowhere"}""")).startsWith("Error: ");
		assertThat(call("list_files", "{}")).isEqualTo("The directory is empty");
	}

}
