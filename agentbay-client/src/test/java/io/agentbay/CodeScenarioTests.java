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

package io.agentbay;

import java.time.Duration;

import io.agentbay.code.CodeError;
import io.agentbay.code.CodeLanguage;
import io.agentbay.code.CodeOptions;
import io.agentbay.code.CodeResult;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.testing.LocalClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Code that sessions run, over real sockets: real interpreters.
 */
@TestInstance(Lifecycle.PER_CLASS)
class CodeScenarioTests {

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final AgentBay agentBay = client(this.runtime);

	private final Session session = this.agentBay.create();

	@AfterAll
	void stop() {
		this.session.close();
		this.agentBay.close();
		this.runtime.close();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void variablesAreKeptBetweenCalls(boolean directLink) {
		try (LocalAgentBay own = LocalAgentBay.builder().directLink(directLink).start();
				AgentBay client = client(own);
				Session fresh = client.create()) {
			fresh.code().run("x = 20", CodeLanguage.PYTHON).requireSuccess();
			CodeResult result = fresh.code().run("print('hello')\nx + 22", CodeLanguage.PYTHON).requireSuccess();
			assertThat(result.text()).isEqualTo("42");
			assertThat(result.stdout()).isEqualTo("hello\n");
			assertThat(result.stderr()).isEmpty();
			assertThat(result.executionCount()).isEqualTo(2);
			assertThat(own.journal().toolCalls("run_code")).hasSize(2);
		}
	}

	@Test
	void eachLanguageHasItsOwnState() {
		this.session.code().run("var n = 'js'", CodeLanguage.JAVASCRIPT).requireSuccess();
		this.session.code().run("n = 'py'", CodeLanguage.PYTHON).requireSuccess();
		this.session.code().run("String n = \"java\";", CodeLanguage.JAVA).requireSuccess();
		assertThat(this.session.code().run("n", CodeLanguage.JAVASCRIPT).text()).isEqualTo("'js'");
		assertThat(this.session.code().run("n", CodeLanguage.PYTHON).text()).isEqualTo("'py'");
		assertThat(this.session.code().run("n", CodeLanguage.JAVA).text()).isEqualTo("\"java\"");
	}

	@Test
	void richResultsArrive() {
		CodeResult result = this.session.code().run("""
				class Rich:
				    def _repr_html_(self): return '<b>bold</b>'
				    def _repr_png_(self): return bytes([0x89, 80, 78, 71])
				    def _repr_json_(self): return {'a': 1}
				Rich()
				""", CodeLanguage.PYTHON).requireSuccess();
		assertThat(result.outputs()).singleElement().satisfies((output) -> {
			assertThat(output.main()).isTrue();
			assertThat(output.html()).isEqualTo("<b>bold</b>");
			assertThat(output.png()).isEqualTo(new byte[] { (byte) 0x89, 'P', 'N', 'G' });
			assertThat(output.json()).isEqualTo("{\"a\":1}");
		});
	}

	@Test
	void anErrorOfTheCodeIsAFailureWithItsTraceback() {
		CodeResult result = this.session.code()
			.run("print('before')\nraise ValueError('not this')", CodeLanguage.PYTHON);
		assertThat(result.success()).isFalse();
		assertThat(result.error().name()).isEqualTo("ValueError");
		assertThat(result.error().value()).isEqualTo("not this");
		assertThat(result.error().traceback()).startsWith("Traceback").endsWith("ValueError: not this");
		assertThat(result.stdout()).isEqualTo("before\n");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			PYTHON     | 1 / 0                              | ZeroDivisionError
			PYTHON     | raise KeyError('a: b')             | KeyError
			PYTHON     | raise ValueError('two\\nlines')     | ValueError
			JAVASCRIPT | undefined.no                       | TypeError
			JAVA       | int[] none = new int[-1]           | NegativeArraySizeException
			""")
	void anErrorIsToldAlikeWhetherItIsStreamedOrNot(CodeLanguage language, String code, String name) {
		CodeError run = this.session.code().run(code, language).error();
		CodeError streamed = this.session.code().stream(code, language, (event) -> {
		}).error();
		assertThat(run.name()).isEqualTo(name);
		assertThat(streamed.name()).endsWith(name);
		assertThat(run.value()).isEqualTo(streamed.value());
	}

	@Test
	void codeThatTakesTooLongFailsAndVariablesAreKept() {
		this.session.code().run("kept = 7", CodeLanguage.PYTHON).requireSuccess();
		var late = this.session.code()
			.run("while True: pass", CodeOptions.of(CodeLanguage.PYTHON).withTimeout(Duration.ofSeconds(1)));
		assertThat(late.error().name()).isEqualTo("TimeoutError");
		assertThat(late.error().value()).contains("variables are kept");
		assertThat(this.session.code().run("kept", CodeLanguage.PYTHON).requireSuccess().text()).isEqualTo("7");
	}

	private static AgentBay client(LocalAgentBay runtime) {
		return LocalClient.of(runtime).build();
	}

}
