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

package io.agentbay.local;

import io.agentbay.local.TestClient.ToolAnswer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Code run by ordinary processes of this machine.
 */
class HostCodeTests extends CodeSuite {

	HostCodeTests() {
		super(Isolation.HOST);
	}

	/** Once is enough: no wall changes what an interpreter says of code. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					python     | def f():\\n  return 1/0\\nf()       | ZeroDivisionError: division by zero | in f
					python     | a = (                               | SyntaxError: '(' was never closed   | <cell 1>
					python     | import sys; sys.exit(3)             | SystemExit: 3                       | <cell 1>
					javascript | function f() { return nothing.a }\\nf() | ReferenceError: nothing is not defined | at f (cell-1.js:1
					javascript | let a = (                           | SyntaxError: Unexpected end         | SyntaxError
					javascript | throw {code: 7}                     | Uncaught { code: 7 }                | code: 7
					javascript | await Promise.reject(new TypeError('late')) | TypeError: late             | TypeError
					r          | f <- function() stop('broken')\\nf() | broken                             | f()
					r          | a <- (                              | unexpected end of input             | Error
					java       | int f() { return 1/0; }\\nf()       | java.lang.ArithmeticException: / by zero | f(#cell-1.1:1)
					java       | int a = "text";                     | incompatible types                  | int a = "text";
					java       | undefinedThing + 1                  | cannot find symbol                  | undefinedThing
					""")
	void anErrorTellsItsNameItsValueAndWhereItHappened(String language, String code, String error, String place) {
		assumeInstalled(language);
		ToolAnswer answer = call(language, code.replace("\\n", "\n"), 30);
		assertThat(answer.error()).isTrue();
		JsonNode result = TestClient.MAPPER.readTree(answer.text());
		assertThat(result.path("executionError").stringValue()).contains(error).contains(place);
		assertThat(result.path("executionError").stringValue()).doesNotContain("driver").doesNotContain("JavaDriver");
		assertThat(result.path("traceId").stringValue()).isNotEmpty();
		assertThat(result.path("stderr")).isEmpty();
	}

}
