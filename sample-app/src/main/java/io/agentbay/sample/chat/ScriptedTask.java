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

package io.agentbay.sample.chat;

import java.util.List;
import java.util.Map;

import org.springframework.ai.chat.messages.AssistantMessage;

/**
 * A task that {@link DemoChatModel} plays: a program is written, run, mended, run again,
 * its numbers are drawn, and the picture is handed over. The words are written here; what
 * the tools do and answer is real, and where it is not what was expected the play ends.
 */
final class ScriptedTask {

	/** What has to be asked for. */
	static final String REQUEST = "Follow the Collatz sequence from 27 with a program, draw it, and give me the picture.";

	/** Line 6 has a mistake. */
	private static final String PROGRAM = """
			# Follows the Collatz sequence from a number to 1.
			set -u
			n=$1
			while [ "$n" -ne 1 ]; do
				echo "$n"
				if [ $((n % 2)) -eq 0 ]; then n=$((n / 2)); else n=$((3 * N + 1)); fi
			done
			echo 1
			""";

	private static final String RUN = """
			bash collatz.sh 27 > steps.txt &&
			echo "$(grep -c . steps.txt) numbers, and $(sort -n steps.txt | tail -n 1) is the highest"
			""";

	private static final String DRAWING = """
			# Draws the numbers in a file, one a line, as an SVG picture.
			count=0 highest=1
			while read -r number; do
				count=$((count + 1))
				if [ "$number" -gt "$highest" ]; then highest=$number; fi
			done < "$1"
			place=0 points=""
			while read -r number; do
				points="$points $((10 + 600 * place / count)),$((190 - 160 * number / highest))"
				place=$((place + 1))
			done < "$1"
			cat << END
			<svg xmlns="http://www.w3.org/2000/svg" width="620" height="200">
			<rect width="620" height="200" fill="white"/>
			<polyline points="$points" fill="none" stroke="#1a5fb4" stroke-width="2"/>
			<text x="10" y="18" font-family="sans-serif" font-size="13">$count numbers, up to $highest</text>
			</svg>
			END
			""";

	private static final int SECOND_RUN = 3;

	private static final List<Step> STEPS = List.of(new Step("I write a program for it.", "write_file",
			Map.of("path", "collatz.sh", "content", PROGRAM), "Wrote"),
			new Step("I run it.", "run_command", Map.of("command", RUN), "collatz.sh:"),
			new Step("Its sixth line has a mistake: the variable is n, not N. I mend that.", "edit_file",
					Map.of("path", "collatz.sh", "oldText", "3 * N + 1", "newText", "3 * n + 1"), ""),
			new Step("I run it again.", "run_command", Map.of("command", RUN), "is the highest"),
			new Step("Now it works. I write another program, which draws the numbers.", "write_file",
					Map.of("path", "draw.sh", "content", DRAWING), "Wrote"),
			new Step("I draw them.", "run_command", Map.of("command", "bash draw.sh steps.txt > collatz.svg"),
					"Exit code: 0"),
			new Step("The picture is there. I give it to you; that is for you to allow.", "hand_over_file",
					Map.of("path", "collatz.svg"), "Handed collatz.svg"));

	private ScriptedTask() {
	}

	/**
	 * Go on with the task.
	 * @param answers what the tools have answered so far
	 * @return the next thing to say, and to call
	 */
	static AssistantMessage next(List<String> answers) {
		int done = answers.size();
		if (done > 0 && !answers.get(done - 1).contains(STEPS.get(done - 1).expected())) {
			return new AssistantMessage("I stop here, for this is what I was told: " + answers.get(done - 1));
		}
		if (done < STEPS.size()) {
			Step step = STEPS.get(done);
			return DemoChatModel.call(step.words(), step.tool(), step.arguments());
		}
		String found = answers.get(SECOND_RUN)
			.lines()
			.filter((line) -> line.endsWith("is the highest"))
			.findFirst()
			.orElseThrow();
		return new AssistantMessage("Done. There are " + found + ". You have the picture.");
	}

	/**
	 * A step.
	 *
	 * @param words what is said
	 * @param tool what is called
	 * @param arguments with which arguments
	 * @param expected what has to be in the answer for the next step to make sense; each
	 * shell says the rest in its own words
	 */
	private record Step(String words, String tool, Map<String, String> arguments, String expected) {
	}

}
