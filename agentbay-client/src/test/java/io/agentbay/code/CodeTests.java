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

package io.agentbay.code;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import io.agentbay.AgentBay;
import io.agentbay.agent.AgentEvent;
import io.agentbay.channel.StreamFrame;
import io.agentbay.command.CommandEvent;
import io.agentbay.command.CommandResult;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.internal.json.Json;
import io.agentbay.internal.shell.CodeStream;
import io.agentbay.testing.Capability;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Running code, and reading each form in which images answer.
 */
class CodeTests {

	private final ScriptedServer server = new ScriptedServer();

	private final AgentBay agentBay = this.server.client().build();

	private Code code;

	@BeforeEach
	void find() {
		this.server.answers(Replies.session());
		this.code = this.agentBay.get(Replies.SESSION).code();
	}

	@AfterEach
	void disconnect() {
		this.agentBay.close();
		this.server.close();
	}

	@Test
	@Capability({ "10.1", "10.4" })
	void sendsCodeLanguageAndSeconds() {
		this.server.answers(Replies.toolText("x"));
		this.code.run("print('ü')", CodeOptions.of(CodeLanguage.of(" Py ")).withTimeout(Duration.ofSeconds(5)));
		var form = this.server.requests().get(1).form();
		assertThat(form).containsEntry("Name", "run_code");
		assertThat(Json.MAPPER.readTree(form.get("Args")))
			.isEqualTo(Json.MAPPER.readTree("{\"code\":\"print('ü')\",\"language\":\"python\",\"timeout_s\":5}"));
	}

	@Test
	@Capability({ "10.5", "10.6" })
	void readsTheNewForm() {
		this.server.answers(Replies.toolText("""
				{"result":["{\\"isMainResult\\":true,\\"text/plain\\":\\"2\\"}",{"image/png":"AQID","text/plain":"pic"},
				"\\"{\\\\\\"text/html\\\\\\":\\\\\\"<b>1</b>\\\\\\"}\\"","just text"],"stdout":["1\\n","2\\n"],
				"stderr":["warn"],"executionError":"","traceId":"","execution_time":0.25,"execution_count":3}"""));
		CodeResult result = this.code.run("1+1", CodeLanguage.PYTHON).requireSuccess();
		assertThat(result.text()).isEqualTo("2");
		assertThat(result.outputs()).hasSize(4);
		assertThat(result.outputs().get(0).main()).isTrue();
		assertThat(result.outputs().get(1).png()).containsExactly(1, 2, 3);
		assertThat(result.outputs().get(1).formats()).containsExactlyInAnyOrder("image/png", "text/plain");
		assertThat(result.outputs().get(2).html()).isEqualTo("<b>1</b>");
		assertThat(result.outputs().get(3).text()).isEqualTo("just text");
		assertThat(result.stdout()).isEqualTo("1\n2\n");
		assertThat(result.stderr()).isEqualTo("warn");
		assertThat(result.executionCount()).isEqualTo(3);
		assertThat(result.executionTime()).isEqualTo(Duration.ofMillis(250));
		assertThat(result.error()).isNull();
	}

	@Test
	void anExecutionErrorIsAFailedResultThatKeepsTheOutput() {
		this.server.answers(Replies.toolText("{\"result\":[],\"stdout\":[\"before\"],\"stderr\":[],"
				+ "\"executionError\":\"NameError: name 'x' is not defined\",\"execution_count\":1}"));
		CodeResult result = this.code.run("x", CodeLanguage.PYTHON);
		assertThat(result.success()).isFalse();
		assertThat(result.error()).isEqualTo(new CodeError("NameError", "name 'x' is not defined", ""));
		assertThatExceptionOfType(CodeFailedException.class).isThrownBy(result::requireSuccess)
			.withMessageContainingAll("NameError", "stdout: before");
		assertThat(result.stdout()).isEqualTo("before");
	}

	@Test
	@Capability({ "10.5", "10.6" })
	void readsTheOlderForm() {
		this.server.answers(Replies.toolText("""
				{"logs":{"stdout":["out"],"stderr":["err"]},"results":[{"text":"7","svg":"<svg/>","json":{"a":1},
				"latex":"$7$","chart":{"mark":"bar"},"markdown":"*7*","is_main_result":true}],
				"error":{"name":"ValueError","value":"bad","traceback":"line 1"},"execution_count":2}"""));
		CodeResult result = this.code.run("7", CodeLanguage.JAVASCRIPT);
		CodeOutput output = result.outputs().get(0);
		assertThat(output.text()).isEqualTo("7");
		assertThat(output.svg()).isEqualTo("<svg/>");
		assertThat(output.json()).isEqualTo("{\"a\":1}");
		assertThat(output.latex()).isEqualTo("$7$");
		assertThat(output.chart()).isEqualTo("{\"mark\":\"bar\"}");
		assertThat(output.markdown()).isEqualTo("*7*");
		assertThat(result.success()).isFalse();
		assertThat(result.error()).isEqualTo(new CodeError("ValueError", "bad", "line 1"));
		assertThat(result.stdout()).isEqualTo("out");
	}

	@Test
	void eventsTellTheirKindInJson() {
		assertThat(Json.MAPPER.writeValueAsString(new CodeEvent.Stdout("a")))
			.isEqualTo("{\"chunk\":\"a\",\"type\":\"stdout\"}");
		assertThat(
				Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(new CodeEvent.Stderr("a"))).get("type").asString())
			.isEqualTo("stderr");
		assertThat(Json.MAPPER.valueToTree(new AgentEvent.Content(1, "a")).get("type").asString()).isEqualTo("content");
	}

	@Test
	void lastEventsTellHowItEndedInJsonButNotWhatWasRun() {
		CommandResult command = CommandResult.builder("login secret").exitCode(3).stdout("out").stderr("err").build();
		assertThat(Json.MAPPER.valueToTree(new CommandEvent.Finished(command)).get("result"))
			.isEqualTo(Json.MAPPER.readTree("""
					{"exitCode": 3, "stdout": "out", "stderr": "err", "truncated": false}"""));
		CodeResult code = CodeResult.builder("login('secret')").stdout("out").build();
		assertThat(Json.MAPPER.valueToTree(new CodeEvent.Finished(code)).get("result"))
			.isEqualTo(Json.MAPPER.readTree("""
					{"outputs": [], "stdout": "out", "stderr": "", "error": null}"""));
	}

	@Test
	void outputThatIsNotTextIsNotNoOutput() {
		StreamFrame frame = new StreamFrame("i-1", false, "stdout",
				Json.MAPPER.readTree("{\"phase\":\"event\",\"seq\":1,\"chunk\":{\"text\":\"lost\"}}"));
		assertThatExceptionOfType(StreamBrokenException.class).isThrownBy(() -> new CodeStream("x").read(frame))
			.withMessageContaining("not text");
	}

	@Test
	void readsPlainText() {
		this.server.answers(Replies.toolText("hello"));
		CodeResult result = this.code.run("x", CodeLanguage.R).requireSuccess();
		assertThat(result.text()).isEqualTo("hello");
		assertThat(result.stdout()).isEqualTo("hello");
	}

	@Test
	void withoutAValueTheOutputIsTheText() {
		this.server.answers(Replies.toolText("{\"result\":[],\"stdout\":[\"a\",\"b\"],\"executionError\":null}"));
		assertThat(this.code.run("x", CodeLanguage.JAVA).requireSuccess().text()).isEqualTo("ab");
	}

	@Test
	void aToolErrorIsAFailedResult() {
		this.server.answers(Replies.toolError("no interpreter"));
		var result = this.code.run("x", CodeLanguage.R);
		assertThat(result.error().value()).isEqualTo("no interpreter");
		assertThat(result.outputs()).isEmpty();
	}

	@ParameterizedTest
	@Capability({ "10.2", "10.3" })
	@CsvSource({ "python, PYTHON", "PY, PYTHON", "python3, PYTHON", "js, JAVASCRIPT", "Node, JAVASCRIPT",
			"nodejs, JAVASCRIPT", "javascript, JAVASCRIPT", "R, R", "java, JAVA" })
	void knowsTheAliasesOfLanguages(String name, CodeLanguage language) {
		assertThat(CodeLanguage.of(name)).isEqualTo(language);
	}

	@Test
	void aPictureIsDecoded() {
		CodeOutput output = new CodeOutput(Map.of("image/jpeg", "aGVsbG8="), true);
		assertThat(new String(output.jpeg(), StandardCharsets.US_ASCII)).isEqualTo("hello");
		assertThat(output.png()).isNull();
	}

}
