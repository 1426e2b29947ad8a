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

package io.agentbay.internal.shell;

import io.agentbay.code.CodeError;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Errors of code that images tell as one text.
 */
class ErrorTextTests {

	@Test
	void aLineIsNameAndMessage() {
		assertThat(ErrorText.read("NameError: name 'x' is not defined"))
			.isEqualTo(new CodeError("NameError", "name 'x' is not defined", ""));
		assertThat(ErrorText.read("KeyboardInterrupt")).isEqualTo(new CodeError("KeyboardInterrupt", "", ""));
		assertThat(ErrorText.read("json.decoder.JSONDecodeError: Expecting value: line 1"))
			.isEqualTo(new CodeError("JSONDecodeError", "Expecting value: line 1", ""));
	}

	@Test
	void ofPythonTheLastErrorCounts() {
		String text = """
				Traceback (most recent call last):
				  File "<code>", line 2, in <module>
				    1 / 0
				ZeroDivisionError: division by zero

				During handling of the above exception, another exception occurred:

				Traceback (most recent call last):
				  File "<code>", line 4, in <module>
				    raise ValueError('first\\nOtherError: second')
				ValueError: first
				OtherError: second""";
		assertThat(ErrorText.read(text)).isEqualTo(new CodeError("ValueError", "first\nOtherError: second", text));
	}

	@Test
	void aNotebooksTracebackIsReadToo() {
		String text = """
				---------------------------------------------------------------------------
				ZeroDivisionError                         Traceback (most recent call last)
				Cell In[1], line 1
				----> 1 1 / 0

				ZeroDivisionError: division by zero""";
		assertThat(ErrorText.read(text)).isEqualTo(new CodeError("ZeroDivisionError", "division by zero", text));
	}

	@Test
	void aStackIsNoMessage() {
		String text = "Uncaught TypeError: Cannot read properties of undefined (reading 'no')\n    at <code>:1:11";
		assertThat(ErrorText.read(text))
			.isEqualTo(new CodeError("TypeError", "Cannot read properties of undefined (reading 'no')", text));
	}

	@Test
	void whatIsSaidFirstCountsMoreThanWhereItWas() {
		String text = "TimeoutError: the code ran longer than 1 s\n\nTraceback (most recent call last):\n"
				+ "  File \"<code>\", line 1\nKeyboardInterrupt";
		assertThat(ErrorText.read(text)).isEqualTo(new CodeError("TimeoutError", "the code ran longer than 1 s", text));
	}

	@Test
	void whatIsInNoKnownFormIsKeptWhole() {
		assertThat(ErrorText.read("Error in f() : no\nCalls: f"))
			.isEqualTo(new CodeError("ExecutionError", "Error in f() : no\nCalls: f", ""));
		assertThat(ErrorText.read("")).isEqualTo(new CodeError("ExecutionError", "", ""));
		assertThat(ErrorText.read("Traceback (most recent call last):"))
			.isEqualTo(new CodeError("ExecutionError", "Traceback (most recent call last):", ""));
	}

}
