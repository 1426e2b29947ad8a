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

import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.agentbay.local.TestClient.ToolAnswer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What code can rely on, however sessions are isolated.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CodeSuite {

	private static final int LIMIT = 64 * 1024;

	private final LocalAgentBay runtime;

	private final TestClient client;

	private String session = "";

	CodeSuite(Isolation isolation) {
		this.runtime = LocalAgentBay.builder().isolation(isolation).maxOutputBytes(LIMIT).start();
		this.client = new TestClient(this.runtime);
	}

	@BeforeEach
	void createSession() {
		this.session = this.client.createSession();
	}

	@AfterEach
	void deleteSession() {
		this.client.call("DeleteSessionAsync", "SessionId", this.session).ok();
		await().until(() -> this.runtime.liveSessionIds().isEmpty());
		await().until(() -> MachineProcesses.withEnvironment("AGENTBAY_SESSION_ID=" + this.session).isEmpty());
	}

	@AfterAll
	void closeRuntime() {
		this.runtime.close();
	}

	@Test
	@Exercises("run_code")
	void theAnswerHasTheFormThatTheServiceGives() {
		JsonNode answer = python("print(1)\n1+1");
		assertThat(answer.propertyNames()).containsExactly("result", "stdout", "stderr", "executionError", "traceId",
				"execution_time", "executionTime", "execution_count", "executionCount");
		assertThat(answer.path("result").toString())
			.isEqualTo("[\"{\\\"isMainResult\\\":true,\\\"text/plain\\\":\\\"2\\\"}\"]");
		assertThat(answer.path("stdout").toString()).isEqualTo("[\"1\\n\"]");
		assertThat(answer.path("stderr").toString()).isEqualTo("[]");
		assertThat(answer.path("executionError").stringValue()).isEmpty();
		assertThat(answer.path("traceId").stringValue()).isEmpty();
		assertThat(answer.path("execution_count").intValue()).isEqualTo(1);
		assertThat(answer.path("executionCount").intValue()).isEqualTo(1);
		assertThat(answer.path("execution_time").doubleValue()).isBetween(0.0, 30.0)
			.isEqualTo(answer.path("executionTime").doubleValue());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			python     | x = 20                                  | x + 22      | 42
			javascript | const x = 20                            | x + 22      | 42
			r          | x <- 20                                 | x + 22      | [1] 42
			java       | int x = 20;                             | x + 22      | 42
			python     | def f(a): return a * 2                  | f(21)       | 42
			javascript | class A { m() { return 42 } }           | new A().m() | 42
			r          | f <- function(a) a * 2                  | f(21)       | [1] 42
			java       | record P(int a) { int d() { return a * 2; } } | new P(21).d() | 42
			""")
	void whatOnePieceOfCodeDefinesTheNextCanUse(String language, String first, String second, String value) {
		assumeInstalled(language);
		assertFine(run(language, first));
		JsonNode answer = assertFine(run(language, second));
		assertThat(mainResult(answer).path("text/plain").stringValue()).isEqualTo(value);
		assertThat(answer.path("execution_count").intValue()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			python     | import sys; print('out ü 日'); print('err', file=sys.stderr)
			javascript | console.log('out ü 日'); console.error('err')
			r          | cat('out ü 日\\n'); message('err')
			java       | System.out.println("out ü 日"); System.err.println("err");
			""")
	void outputAndErrorOutputComeBackApart(String language, String code) {
		assumeInstalled(language);
		JsonNode answer = assertFine(run(language, code));
		assertThat(answer.path("stdout").toString()).isEqualTo("[\"out ü 日\\n\"]");
		assertThat(answer.path("stderr").toString()).isEqualTo("[\"err\\n\"]");
		assertThat(answer.path("result")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					python     | import os; code = os.system('echo from a child; echo trouble >&2')
					javascript | void require('child_process').execSync('echo from a child; echo trouble >&2', {stdio: 'inherit'})
					r          | invisible(system('echo from a child; echo trouble >&2'))
					java       | int c = new ProcessBuilder("sh", "-c", "echo from a child; echo trouble >&2").inheritIO().start().waitFor();
					""")
	void outputOfChildProcessesIsCaptured(String language, String code) {
		assumeInstalled(language);
		JsonNode answer = assertFine(run(language, code));
		assertThat(answer.path("stdout").path(0).stringValue()).isEqualTo("from a child\n");
		assertThat(answer.path("stderr").path(0).stringValue()).isEqualTo("trouble\n");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			python     | kept = 7 | while True: pass                   | kept
			python     | kept = 7 | import time; time.sleep(60)        | kept
			python     | kept = 7 | import os; os.system('sleep 60')   | kept
			python     | kept = 7 | import asyncio; await asyncio.sleep(60) | kept
			javascript | var kept = 7 | while (true) {}                | kept
			javascript | let kept = 7 | await new Promise(() => {})    | kept
			r          | kept <- 7 | repeat {}                         | cat(kept); invisible(kept)
			r          | kept <- 7 | Sys.sleep(60)                     | cat(kept); invisible(kept)
			java       | int kept = 7; | while (true) { kept = 7; }    | kept
			java       | int kept = 7; | Thread.sleep(60_000);         | kept
			""")
	void codeThatRunsTooLongIsInterruptedAndWhatItHadIsKept(String language, String before, String endless,
			String after) {
		assumeInstalled(language);
		assertFine(run(language, before));
		JsonNode late = TestClient.MAPPER.readTree(call(language, endless, 1).text());
		assertThat(late.path("executionError").stringValue())
			.startsWith("TimeoutError: the code ran longer than 1 s and was interrupted; variables are kept");
		JsonNode answer = assertFine(run(language, after));
		String value = language.equals("r") ? answer.path("stdout").path(0).stringValue()
				: mainResult(answer).path("text/plain").stringValue();
		assertThat(value).isEqualTo("7");
		assertThat(answer.path("execution_count").intValue()).isEqualTo(3);
	}

	@Test
	void whatCannotBeInterruptedIsEndedAndTheErrorSaysThatVariablesAreLost() {
		assertFine(python("kept = 7"));
		JsonNode late = TestClient.MAPPER
			.readTree(call("python", "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nprint('on and on')\n"
					+ "while True: pass", 1)
				.text());
		assertThat(late.path("executionError").stringValue()).contains("did not stop when it was interrupted")
			.endsWith("variables are lost");
		assertThat(late.path("stdout").path(0).stringValue()).isEqualTo("on and on\n");
		JsonNode next = python("kept");
		assertThat(next.path("executionError").stringValue()).contains("NameError: name 'kept' is not defined");
		assertThat(next.path("execution_count").intValue()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			python     | import os; os._exit(3)  | 40 + 2
			javascript | process.exit(3)         | 40 + 2
			r          | quit(status = 3)        | 40 + 2
			java       | System.exit(3)          | 40 + 2
			""")
	void anInterpreterThatEndsIsReportedAndTheNextCallGetsANewOne(String language, String end, String next) {
		assumeInstalled(language);
		JsonNode ended = run(language, end);
		assertThat(ended.path("executionError").stringValue()).isEqualTo("InterpreterError: the " + language
				+ " interpreter ended while it ran the code, with exit code 3; variables are lost");
		assertThat(mainResult(assertFine(run(language, next))).path("text/plain").stringValue()).endsWith("42");
	}

	@Test
	void aCrashThatLeavesAChildBehindIsNoticedAtOnce() {
		JsonNode ended = python("import os, subprocess\nsubprocess.Popen(['sleep', '68'])\nos.kill(os.getpid(), 9)");
		assertThat(ended.path("executionError").stringValue()).startsWith("InterpreterError: ").contains("137");
		assertThat(ended.path("execution_time").doubleValue()).isLessThan(20);
	}

	@Test
	void richResultsComeInEveryFormTheValueHas() {
		JsonNode result = mainResult(assertFine(python("""
				class Rich:
				    def __repr__(self): return 'plain'
				    def _repr_html_(self): return '<b>ü</b>'
				    def _repr_markdown_(self): return '**md**'
				    def _repr_svg_(self): return '<svg/>'
				    def _repr_png_(self): return b'\\x89PNG'
				    def _repr_jpeg_(self): return (b'\\xff\\xd8', {'width': 1})
				    def _repr_latex_(self): return '$x$'
				    def _repr_json_(self): return {'a': [1, None]}
				    def _repr_mimebundle_(self, include=None, exclude=None):
				        return {'application/vnd.vegalite.v5+json': {'mark': 'bar'}}
				Rich()
				""")));
		assertThat(result.path("text/plain").stringValue()).isEqualTo("plain");
		assertThat(result.path("text/html").stringValue()).isEqualTo("<b>ü</b>");
		assertThat(result.path("text/markdown").stringValue()).isEqualTo("**md**");
		assertThat(result.path("image/svg+xml").stringValue()).isEqualTo("<svg/>");
		assertThat(Base64.getDecoder().decode(result.path("image/png").stringValue()))
			.isEqualTo(new byte[] { (byte) 0x89, 'P', 'N', 'G' });
		assertThat(Base64.getDecoder().decode(result.path("image/jpeg").stringValue()))
			.isEqualTo(new byte[] { (byte) 0xff, (byte) 0xd8 });
		assertThat(result.path("text/latex").stringValue()).isEqualTo("$x$");
		assertThat(result.path("application/json").toString()).isEqualTo("{\"a\":[1,null]}");
		assertThat(result.path("application/vnd.vegalite.v5+json").toString()).isEqualTo("{\"mark\":\"bar\"}");
	}

	@Test
	void aValueWhoseRichFormFailsIsShownPlainlyAndTheFailureIsToldBesides() {
		JsonNode answer = assertFine(python("""
				class Odd:
				    def __repr__(self): return 'odd'
				    def _repr_html_(self): raise ValueError('no html today')
				Odd()
				"""));
		assertThat(mainResult(answer).toString()).isEqualTo("{\"isMainResult\":true,\"text/plain\":\"odd\"}");
		assertThat(answer.path("stderr").path(0).stringValue()).contains("ValueError: no html today");
	}

	@Test
	void displayShowsMoreThanOneValue() {
		JsonNode answer = assertFine(python("display('a', 2)\n'last'"));
		assertThat(answer.path("result").valueStream().map(JsonNode::stringValue)).containsExactly(
				"{\"isMainResult\":false,\"text/plain\":\"'a'\"}", "{\"isMainResult\":false,\"text/plain\":\"2\"}",
				"{\"isMainResult\":true,\"text/plain\":\"'last'\"}");
		JsonNode shown = assertFine(run("javascript",
				"display({[Symbol.for('Jupyter.display')]() { return {'text/html': '<i>js</i>'} }}); 3"));
		assertThat(shown.path("result").path(0).stringValue()).contains("\"text/html\":\"<i>js</i>\"");
		assertThat(mainResult(shown).path("text/plain").stringValue()).isEqualTo("3");
	}

	@Test
	void plotsOfRAreImages() {
		assumeInstalled("r");
		JsonNode answer = assertFine(run("r", "plot(1:3)\nbarplot(c(1, 2))\nx <- 1"));
		List<JsonNode> images = results(answer).stream().filter((result) -> result.has("image/png")).toList();
		assertThat(images).hasSize(2);
		images.forEach((image) -> assertThat(Base64.getDecoder().decode(image.path("image/png").stringValue()))
			.startsWith(0x89, 'P', 'N', 'G')
			.endsWith('I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82));
	}

	@Test
	void eachVisibleValueOfRIsShownAndWarningsAreErrorOutput() {
		assumeInstalled("r");
		JsonNode answer = assertFine(run("r", "1\nwarning('careful')\n'ü😀'"));
		assertThat(results(answer).stream().map((result) -> result.path("text/plain").stringValue()))
			.containsExactly("[1] 1", "[1] \"ü😀\"");
		assertThat(answer.path("stderr").path(0).stringValue()).contains("Warning message:").contains("careful");
	}

	@Test
	void codeMayAwait() {
		assertThat(
				mainResult(assertFine(python("import asyncio\nawait asyncio.sleep(0.01, 'woken')"))).path("text/plain")
					.stringValue())
			.isEqualTo("'woken'");
		assertThat(mainResult(
				assertFine(run("javascript", "await new Promise((done) => setTimeout(() => done('woken'), 10))")))
			.path("text/plain")
			.stringValue()).isEqualTo("'woken'");
	}

	@Test
	void declarationsOfJavaScriptMayBeRepeated() {
		assertFine(run("javascript", "const a = 1; let b = 2; class C {}"));
		JsonNode answer = assertFine(
				run("javascript", "const a = 40; let b = 2; class C {}; require('path').join('a', String(a + b))"));
		assertThat(mainResult(answer).path("text/plain").stringValue()).isEqualTo("'a/42'");
	}

	@Test
	void whatFailsInTheBackgroundDoesNotEndTheInterpreter() {
		assertFine(
				run("javascript", "setTimeout(() => { throw new Error('later') }, 1); Promise.reject(7); var k = 5"));
		JsonNode answer = assertFine(run("javascript", "await new Promise((done) => setTimeout(done, 50)); k"));
		assertThat(mainResult(answer).path("text/plain").stringValue()).isEqualTo("5");
	}

	@Test
	void javaShowsTheLastValueOnlyAndNoneOfAVoidCall() {
		JsonNode answer = assertFine(run("java", "1 + 1; \"two\" + 2"));
		assertThat(results(answer)).hasSize(1);
		assertThat(mainResult(answer).path("text/plain").stringValue()).isEqualTo("\"two2\"");
		assertThat(assertFine(run("java", "List.of(1).forEach(System.out::print)")).path("result")).isEmpty();
	}

	@Test
	void whatIPythonShowsIsShownWithAndWithoutIt() {
		JsonNode result = assertFine(python("""
				from IPython.display import display, HTML, Markdown, SVG, Latex, JSON, Image, clear_output
				import IPython
				assert IPython.version_info[0] >= 7 and IPython.get_ipython() is get_ipython()
				display(HTML('<b>h</b>'), Markdown('**m**'))
				display(SVG('<svg xmlns="http://www.w3.org/2000/svg"/>'))
				display({'text/plain': 'p', 'text/csv': 'a,b'}, raw=True)
				Latex('$l$')"""));
		assertThat(result.path("result")).hasSize(5);
		assertThat(result.path("result").path(0).stringValue()).contains("\"text/html\":\"<b>h</b>\"");
		assertThat(result.path("result").path(1).stringValue()).contains("\"text/markdown\":\"**m**\"");
		assertThat(result.path("result").path(2).stringValue()).contains("image/svg+xml");
		assertThat(result.path("result").path(3).stringValue()).contains("\"text/csv\":\"a,b\"");
		assertThat(mainResult(result).path("text/latex").stringValue()).isEqualTo("$l$");
	}

	@Test
	void shellCommandsAndMagicsWorkAsInANotebook() {
		JsonNode result = assertFine(python("""
				%matplotlib inline
				name = 'it'
				!printf '%s\\n' "$name" {name.upper()} it\\'s
				lines = !printf 'a\\nb'
				if True:
				    !echo inside
				text = \"""
				!not a command
				%nor this
				\"""
				here = %pwd
				%cd /
				(lines, here.rsplit('/', 1)[1], text.count('!'), 7 % 4)"""));
		assertThat(result.path("stdout").path(0).stringValue()).isEqualTo("it\nIT\nit's\ninside\n/\n");
		assertThat(mainResult(result).path("text/plain").stringValue()).isEqualTo("(['a', 'b'], 'wuying', 1, 3)");
		assertFine(python("%cd ~"));
	}

	@Test
	void cellMagicsWorkAsInANotebook() {
		assertThat(assertFine(python("%%time\nfor i in range(3):\n    pass\ni")).path("stdout").path(0).stringValue())
			.contains("CPU times: ", "Wall time: ");
		assertThat(assertFine(python("%%bash\nfor i in 1 2; do echo $i; done")).path("stdout").path(0).stringValue())
			.isEqualTo("1\n2\n");
		assertFine(python("%%writefile made.py\nvalue = 42"));
		assertThat(mainResult(assertFine(python("%run made.py\nvalue"))).path("text/plain").stringValue())
			.isEqualTo("42");
		assertFine(python("%%capture kept\nprint('hidden')"));
		assertThat(mainResult(assertFine(python("kept.stdout"))).path("text/plain").stringValue())
			.isEqualTo("'hidden\\n'");
		assertThat(assertFine(python("%%html\n<i>x</i>\n")).path("result").path(0).stringValue()).contains("<i>x</i>");
		assertThat(python("%nosuch").path("executionError").stringValue()).contains("`%nosuch` not found");
		assertThat(python("a = = 1").path("executionError").stringValue()).contains("SyntaxError");
	}

	@Test
	void tasksOfAnEventLoopRunAsInANotebook() {
		assertFine(python("""
				import asyncio
				done = []
				async def work(n):
				    await asyncio.sleep(0.01)
				    done.append(n)
				    return n
				task = asyncio.create_task(work(1))"""));
		await().until(() -> mainResult(assertFine(python("done"))).path("text/plain").stringValue().equals("[1]"));
		assertThat(mainResult(assertFine(python("await task"))).path("text/plain").stringValue()).isEqualTo("1");
		assertThat(mainResult(assertFine(python("asyncio.run(work(3))"))).path("text/plain").stringValue())
			.isEqualTo("3");
		assertThat(mainResult(assertFine(python("asyncio.get_running_loop().run_until_complete(work(4))")))
			.path("text/plain")
			.stringValue()).isEqualTo("4");
	}

	@Test
	void filesAreSharedWithCommandsAndTheDirectoryIsHome() {
		assertFine(python("open('made', 'w').write('by python')"));
		assertThat(this.client.shell(this.session, "cat ~/made").path("stdout").stringValue()).isEqualTo("by python");
		JsonNode temporary = assertFine(
				python("import os, tempfile\nopen(os.environ['TMPDIR'] + '/t', 'w').write('t')\n"
						+ "sorted(n for n in os.listdir(os.environ['TMPDIR']))"));
		assertThat(mainResult(temporary).path("text/plain").stringValue()).contains("'t'");
	}

	@Test
	void standardInputIsEmpty() {
		assertThat(python("input()").path("executionError").stringValue()).contains("EOFError");
	}

	@Test
	void sessionsAreApartFromEachOther() {
		String other = this.client.createSession();
		List<String> sessions = List.of(this.session, other);
		List<CompletableFuture<JsonNode>> answers = sessions.stream()
			.map((id) -> CompletableFuture
				.supplyAsync(() -> result(id, "python", "import time\nmine = '" + id + "'\ntime.sleep(0.3)\nmine", 30)))
			.toList();
		for (int i = 0; i < 2; i++) {
			assertThat(mainResult(answers.get(i).join()).path("text/plain").stringValue())
				.isEqualTo("'" + sessions.get(i) + "'");
		}
		this.client.call("DeleteSessionAsync", "SessionId", other).ok();
	}

	@Test
	void piecesThatComeAtTheSameTimeRunOneAfterTheOther() {
		assertFine(python("log = []"));
		IntStream.range(0, 4)
			.parallel()
			.forEach((i) -> assertFine(python("import time\nlog.append('in')\ntime.sleep(0.05)\nlog.append('out')")));
		assertThat(mainResult(python("log")).path("text/plain").stringValue())
			.isEqualTo("['in', 'out', 'in', 'out', 'in', 'out', 'in', 'out']");
	}

	@Test
	void outputBeyondTheLimitIsDroppedAndTheErrorOutputSaysSo() {
		JsonNode answer = assertFine(python("print('ä' * 100_000)"));
		assertThat(answer.path("stdout").path(0).stringValue()).startsWith("ää").doesNotContain("�").hasSize(LIMIT / 2);
		assertThat(answer.path("stderr").path(0).stringValue())
			.isEqualTo("[agentbay-local] stdout was cut: the first " + LIMIT + " of 200001 bytes are kept\n");
		JsonNode large = assertFine(python("'x' * 100_000"));
		assertThat(large.path("result")).isEmpty();
		assertThat(large.path("stderr").path(0).stringValue()).contains("1 results were dropped");
		assertThat(mainResult(assertFine(python("'still here'"))).path("text/plain").stringValue())
			.isEqualTo("'still here'");
	}

	@Test
	void resultsStayWholeWhileAChildWritesToTheSameOutput() {
		JsonNode answer = assertFine(python("""
				import subprocess
				import os
				child = subprocess.Popen(['sh', '-c', 'echo noise; : > noisy; while :; do echo noise; done'])
				while not os.path.exists('noisy'): pass
				display('y' * 30_000)
				child.kill()
				child.wait();
				"""));
		assertThat(results(answer).get(0).path("text/plain").stringValue()).isEqualTo("'" + "y".repeat(30_000) + "'");
		assertThat(answer.path("stdout").path(0).stringValue().replace("noise\n", "")).hasSizeLessThan(6);
	}

	@Test
	void aForkedChildDoesNotBecomeASecondInterpreter() {
		JsonNode answer = assertFine(python("""
				import os
				child = os.fork()
				if child:
				    os.waitpid(child, 0)
				print('parent' if child else 'child')
				"""));
		assertThat(answer.path("stdout").path(0).stringValue()).isEqualTo("child\nparent\n");
		assertThat(mainResult(assertFine(python("'one'"))).path("text/plain").stringValue()).isEqualTo("'one'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "py", "python3", " Python ", "PY", "js", "node", "nodejs", "JavaScript" })
	void languagesHaveOtherNames(String name) {
		assertThat(mainResult(assertFine(run(name, "40 + 2"))).path("text/plain").stringValue()).isEqualTo("42");
	}

	@Test
	void wrongArgumentsAreNamed() {
		assertThat(call("ruby", "1", 30))
			.isEqualTo(new ToolAnswer("Unsupported language: ruby. Supported: python, javascript, r, java", true));
		assertThat(call("python", "1", 0))
			.isEqualTo(new ToolAnswer("Argument 'timeout_s' must be positive, not 0", true));
		assertThat(this.client.tool(this.session, "run_code", Map.of("language", "python")))
			.isEqualTo(new ToolAnswer("Argument 'code' is required", true));
	}

	@Test
	void aPauseStopsInterpretersAndTheTimeOfTheirCode() {
		assertFine(python("n = 0"));
		CompletableFuture<JsonNode> counting = CompletableFuture.supplyAsync(() -> result(this.session, "python",
				"import os, time\nopen('started', 'w').close()\nfor n in range(30): time.sleep(0.05)\nn", 3));
		await().until(() -> this.client.tool(this.session, "get_file_info", Map.of("path", "started"))
			.text()
			.contains("size"));
		this.client.call("PauseSessionAsync", "SessionId", this.session).ok();
		await().until(() -> status().equals("PAUSED"));
		await().during(Duration.ofMillis(3500)).atMost(Duration.ofSeconds(20)).until(() -> !counting.isDone());
		this.client.call("ResumeSessionAsync", "SessionId", this.session).ok();
		await().until(() -> status().equals("RUNNING"));
		assertThat(mainResult(assertFine(counting.join())).path("text/plain").stringValue()).isEqualTo("29");
	}

	private String status() {
		return this.client.call("GetSession", "SessionId", this.session).ok().at("/Data/Status").asString();
	}

	JsonNode python(String code) {
		return run("python", code);
	}

	private JsonNode run(String language, String code) {
		return result(this.session, language, code, 30);
	}

	private JsonNode result(String sessionId, String language, String code, int seconds) {
		ToolAnswer answer = call(sessionId, language, code, seconds);
		JsonNode result = TestClient.MAPPER.readTree(answer.text());
		assertThat(answer.error()).as(answer.text()).isEqualTo(!result.path("executionError").asString("").isEmpty());
		return result;
	}

	ToolAnswer call(String language, String code, int seconds) {
		return call(this.session, language, code, seconds);
	}

	private ToolAnswer call(String sessionId, String language, String code, int seconds) {
		Map<String, Object> arguments = new LinkedHashMap<>();
		arguments.put("code", code);
		arguments.put("language", language);
		arguments.put("timeout_s", seconds);
		return this.client.tool(sessionId, "run_code", arguments);
	}

	/**
	 * Python, Node.js and a JDK are needed to pass; R may be absent.
	 */
	void assumeInstalled(String language) {
		if (language.equals("r")) {
			boolean installed = this.client.shell(this.session, "command -v Rscript").path("exit_code").intValue() == 0;
			Assumptions.assumeTrue(installed, "R is not installed (Debian package: r-base-core)");
		}
	}

	static JsonNode assertFine(JsonNode answer) {
		assertThat(answer.path("executionError").stringValue()).isEmpty();
		return answer;
	}

	private static List<JsonNode> results(JsonNode answer) {
		return answer.path("result")
			.valueStream()
			.map((entry) -> TestClient.MAPPER.readTree(entry.stringValue()))
			.toList();
	}

	static JsonNode mainResult(JsonNode answer) {
		List<JsonNode> main = results(answer).stream()
			.filter((result) -> result.path("isMainResult").booleanValue())
			.toList();
		assertThat(main).as(answer.toString()).hasSize(1);
		return main.get(0);
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
	}

}
