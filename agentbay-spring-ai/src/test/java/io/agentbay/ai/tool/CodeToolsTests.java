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

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests for the tool that runs code.
 */
class CodeToolsTests extends AbstractToolTests {

	@BeforeEach
	void needsPython() {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")),
				"Python is not installed (Debian package: python3)");
	}

	@Test
	void variablesAreKept() {
		assertThat(call("run_code", """
				{"code": "answer = 41\\nprint('kept')"}""")).isEqualTo("""
				The code ran to its end
				Standard output:
				kept""");
		assertThat(call("run_code", """
				{"code": "answer + 1", "language": "Python"}""")).isEqualTo("The code ran to its end\nValue:\n42");
	}

	@Test
	void failureHasOneTraceback() {
		String answer = call("run_code", """
				{"code": "print('before')\\n1 / 0"}""");
		assertThat(answer).startsWith("The code failed\nTraceback:\n").contains("Standard output:\nbefore");
		assertThat(answer.split("ZeroDivisionError: ", -1)).hasSize(2);
		assertThat(answer).doesNotContain("none");
	}

	@Test
	void pictureIsSaidShownAndKept() {
		String answer = call("run_code",
				"""
						{"code": "import base64\\nclass Plot:\\n  def _repr_png_(self):\\n    return base64.b64decode('iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAEElEQVR4nGP4z8DAAMQQCgAf7gP9i18U1AAAAABJRU5ErkJggg==')\\nPlot()"}""");
		assertThat(answer).contains("made by the code, image/png, 73 bytes, 2 x 3 pixels; shown below]");
		assertThat(this.outputs.picturesIn(answer)).hasSize(1);
		String path = answer.substring(answer.indexOf("/tmp/picture-"));
		assertThat(session().fileSystem().readBytes(path.strip())).hasSize(73);
	}

	@Test
	void languageThatThereIsNotIsTold() {
		assertThat(call("run_code", """
				{"code": "1", "language": "cobol"}"""))
			.contains("'language' has to be one of [python, javascript, r, java]");
	}

}
