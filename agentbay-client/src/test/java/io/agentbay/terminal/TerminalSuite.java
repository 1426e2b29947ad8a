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

package io.agentbay.terminal;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.agentbay.AgentBay;
import io.agentbay.error.AgentBayException;
import io.agentbay.error.NotFoundException;
import io.agentbay.error.SessionGoneException;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.error.StreamBrokenException.Reason;
import io.agentbay.error.ToolFailedException;
import io.agentbay.local.Isolation;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.testing.Capability;
import io.agentbay.testing.LocalClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Terminals over real WebSockets, in which real programs run.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class TerminalSuite {

	private static final String CTRL_C = "\u0003";

	private static final String CTRL_Z = "\u001a";

	private final Isolation isolation;

	private LocalAgentBay runtime;

	private AgentBay agentBay;

	private Session session;

	TerminalSuite(Isolation isolation) {
		this.isolation = isolation;
	}

	@BeforeAll
	void start() {
		this.runtime = LocalAgentBay.builder().isolation(this.isolation).start();
		this.agentBay = LocalClient.of(this.runtime).build();
	}

	@BeforeEach
	void createSession() {
		this.session = this.agentBay.create();
	}

	@AfterEach
	void deleteSession() {
		this.session.close();
	}

	@AfterAll
	void stop() {
		this.agentBay.close();
		this.runtime.close();
	}

	private Terminal open() {
		return open(TerminalOptions.defaults());
	}

	/** Without the prompt's markers, and with one that does not depend on the user. */
	private Terminal open(TerminalOptions options) {
		return this.session.terminals()
			.open(options.withShell("/bin/sh").withEnvironment(Map.of("PS1", "> ", "LANG", "C.UTF-8")));
	}

	private Watcher bash() {
		Terminal terminal = this.session.terminals().open(TerminalOptions.defaults().withShell("bash"));
		Watcher watcher = new Watcher(terminal);
		terminal.write("bind 'set enable-bracketed-paste off'; PS1='> '; echo se''t\r");
		watcher.awaitText("set\r\n> ");
		return watcher;
	}

	@Test
	@Capability({ "21.1", "21.6", "21.7", "21.12" })
	void whatIsTypedIsEchoedAndDone() {
		try (Terminal terminal = open()) {
			Watcher watcher = new Watcher(terminal);
			watcher.awaitText("> ");
			terminal.write("echo $((40 + 2))\r");
			watcher.awaitText("echo $((40 + 2))\r\n42\r\n> ");
			assertThat(terminal.isAttached()).isTrue();
			assertThat(terminal.exitCode()).isEmpty();
			assertThat(terminal.missed()).hasValue(0);
		}
	}

	@Test
	@Capability({ "21.6" })
	void itsFirstByteIsNotLost() {
		for (int round = 0; round < 10; round++) {
			Watcher watcher = new Watcher(open());
			watcher.awaitText("> ");
			assertThat(watcher.text()).startsWith("> ");
			watcher.terminal().close();
		}
	}

	@Test
	@Capability({ "21.2", "21.8" })
	void programsKnowItsSizeAndThatItChanges() {
		try (Terminal terminal = open(TerminalOptions.defaults().withSize(123, 45))) {
			Watcher watcher = new Watcher(terminal);
			terminal.write("stty size\r");
			watcher.awaitText("45 123\r\n");
			terminal.write("sh -c 'trap \"stty size; exit\" WINCH; echo re\"\"ady; while :; do sleep 0.05; done'\r");
			watcher.awaitText("ready\r\n");
			terminal.resize(500, 1);
			watcher.awaitText("1 500\r\n");
		}
	}

	@Test
	@Capability({ "21.3", "21.4" })
	void itStartsWhereAndWithWhatItIsTold() {
		this.session.fileSystem().createDirectory("/tmp/place");
		TerminalOptions options = TerminalOptions.defaults()
			.withWorkingDirectory("/tmp/place")
			.withShell("sh")
			.withEnvironment(Map.of("TOLD", "a 'b' $c"));
		try (Terminal terminal = this.session.terminals().open(options)) {
			Watcher watcher = new Watcher(terminal);
			terminal.write("pwd; echo \"=$TOLD=$TERM=$0\"\r");
			watcher.awaitText("/tmp/place\r\n=a 'b' $c=xterm-256color=sh\r\n");
		}
	}

	@Test
	void programsFindTheirTerminalByItsName() {
		try (Terminal terminal = open()) {
			Watcher watcher = new Watcher(terminal);
			terminal.write("tty; test -t 0 && test -t 1 && test -t 2 && echo all''three\r");
			watcher.awaitText("allthree");
			assertThat(watcher.text()).contains("/dev/pts/");
		}
	}

	@ParameterizedTest
	@CsvSource({ "exit,0", "exit 7,7", "kill -9 $$,-9", "kill -15 $$; kill -1 $$,-1", "exec true,0" })
	@Capability({ "21.11", "21.12" })
	void itTellsHowItsProgramEnded(String command, int code) {
		Terminal terminal = open();
		Watcher watcher = new Watcher(terminal);
		terminal.write(command + "\r");
		assertThat(terminal.awaitExit(Watcher.PATIENCE)).isEqualTo(code);
		watcher.end().join();
		assertThat(terminal.exitCode()).hasValue(code);
		assertThat(terminal.isAttached()).isFalse();
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> terminal.write("x"))
			.withMessageContaining("exit code " + code);
		terminal.close();
	}

	@Test
	void allThatWasWrittenComesBeforeTheEnd() {
		Terminal terminal = open();
		Watcher watcher = new Watcher(terminal);
		// The first line may be shared with what the shell says at its start.
		terminal.write("echo; seq 1 50000; exit\r");
		assertThat(terminal.awaitExit(Watcher.PATIENCE)).isZero();
		watcher.end().join();
		assertThat(watcher.text()).contains("\r\n49999\r\n50000\r\n");
		assertThat(watcher.text().lines().filter((line) -> line.matches("\\d+"))).hasSize(50_000);
		assertThat(terminal.position()).hasValue(watcher.bytes().length);
	}

	@Test
	void ctrlCInterruptsWhatRuns() {
		try (Terminal terminal = open()) {
			Watcher watcher = new Watcher(terminal);
			terminal.write("echo be''gun; sleep 1000; echo $?\r");
			watcher.awaitText("begun");
			terminal.write(CTRL_C);
			terminal.write("echo on''ward\r");
			watcher.awaitText("onward");
		}
	}

	@Test
	void jobsAreStoppedAndContinued() {
		Watcher watcher = bash();
		Terminal terminal = watcher.terminal();
		terminal.write("sh -c 'echo be\"\"gun; read line; echo \"<$line>\"'\r");
		watcher.awaitText("begun\r\n");
		terminal.write(CTRL_Z);
		watcher.awaitText("Stopped");
		terminal.write("jobs | wc -l\r");
		watcher.awaitText("\r\n1\r\n");
		terminal.write("fg\r");
		await().atMost(Watcher.PATIENCE).until(() -> watcher.text().matches("(?s).*> fg\r\n[^\n]+\n"));
		terminal.write("again\r");
		watcher.awaitText("<again>");
		terminal.close();
	}

	@Test
	void charactersComeThroughWhereverTheyAreSplit() {
		byte[] typed = "printf '%s' 'äß€𝄞漢'\r".getBytes(StandardCharsets.UTF_8);
		try (Terminal terminal = this.session.terminals().open(TerminalOptions.defaults().withShell("/bin/sh"))) {
			Watcher watcher = new Watcher(terminal);
			terminal.write("stty -echo; echo re''ady\r");
			watcher.awaitText("ready");
			for (int split = 1; split < typed.length; split++) {
				int before = watcher.bytes().length;
				terminal.write(Arrays.copyOf(typed, split));
				terminal.write(Arrays.copyOfRange(typed, split, typed.length));
				await().atMost(Watcher.PATIENCE)
					.until(() -> new String(watcher.bytes(), before, watcher.bytes().length - before,
							StandardCharsets.UTF_8)
						.contains("äß€𝄞漢"));
			}
		}
	}

	@Test
	void bytesThatAreNoTextComeThrough() {
		try (Terminal terminal = open()) {
			Watcher watcher = new Watcher(terminal);
			terminal
				.write("stty raw -echo; echo re''ady; head -c 256 | od -An -v -tu1 | tr -s ' \\n' ' '; stty sane\r");
			watcher.awaitText("ready");
			byte[] all = new byte[256];
			StringBuilder expected = new StringBuilder();
			for (int value = 0; value < 256; value++) {
				all[value] = (byte) value;
				expected.append(' ').append(value);
			}
			terminal.write(all);
			watcher.awaitText(expected.toString());
			terminal.write("printf '\\377\\376\\200'; echo do''ne\r");
			watcher.awaitText("done");
			assertThat(watcher.bytes()).containsSequence((byte) 0xff, (byte) 0xfe, (byte) 0x80);
		}
	}

	@Test
	void anEditorShowsAndSavesAText() {
		requireProgram("vi");
		this.session.fileSystem().write("/tmp/text", "first line\nsecond line\n");
		Terminal terminal = open();
		Watcher watcher = new Watcher(terminal);
		terminal.write("cd $TMPDIR; vi -u NONE text\r");
		await().atMost(Watcher.PATIENCE)
			.until(() -> watcher.screen().line(0).equals("first line") && watcher.screen().line(1).equals("second line")
					&& watcher.screen().line(2).equals("~"));
		terminal.write("Gothird line ü\u001b");
		await().atMost(Watcher.PATIENCE).until(() -> watcher.screen().line(2).equals("third line ü"));
		terminal.write("ggdd");
		await().atMost(Watcher.PATIENCE).until(() -> watcher.screen().line(0).equals("second line"));
		terminal.write(":wq\r");
		await().atMost(Watcher.PATIENCE)
			.until(() -> this.session.fileSystem().read("/tmp/text").equals("second line\nthird line ü\n"));
		terminal.close();
	}

	@Test
	void aPagerShowsPages() {
		requireProgram("less");
		try (Terminal terminal = open()) {
			Watcher watcher = new Watcher(terminal);
			terminal.write("seq 1 100 | less\r");
			await().atMost(Watcher.PATIENCE)
				.until(() -> watcher.screen().line(0).equals("1") && watcher.screen().line(22).equals("23"));
			terminal.write(" ");
			await().atMost(Watcher.PATIENCE)
				.until(() -> watcher.screen().line(0).equals("24") && watcher.screen().line(22).equals("46"));
			terminal.write("q");
			terminal.write("echo le''ft\r");
			watcher.awaitText("left");
		}
	}

	@Test
	void aMonitorDrawsItsScreenAnewWhenTheSizeChanges() {
		requireProgram("top");
		try (Terminal terminal = open(TerminalOptions.defaults().withSize(100, 30))) {
			Watcher watcher = new Watcher(terminal, 100, 30);
			terminal.write("top -d 1\r");
			watcher.awaitScreen("PID USER");
			assertThat(watcher.screen().line(0)).startsWith("top - ");
			terminal.resize(60, 30);
			await().atMost(Watcher.PATIENCE)
				.until(() -> watcher.screen().text().lines().allMatch((line) -> line.length() <= 60));
			terminal.write("q");
			await().atMost(Watcher.PATIENCE).until(() -> watcher.text().endsWith("> "));
			terminal.write("echo le''ft\r");
			watcher.awaitText("left");
		}
	}

	private static void requireProgram(String name) {
		Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin", name)), name + " is missing");
	}

	@Test
	@Capability({ "21.9" })
	void killingItEndsWhatRunsInIt() {
		Terminal terminal = open();
		Watcher watcher = new Watcher(terminal);
		terminal.write("sleep 98765 & (setsid sleep 98765 &) ; echo be''gun; sleep 98765\r");
		watcher.awaitText("begun");
		terminal.kill();
		assertThat(terminal.exitCode()).hasValue(-9);
		watcher.end().join();
		assertThat(this.session.command().run("pgrep -f 'sleep 9876[5]'").stdout()).isEmpty();
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(terminal::kill);
		assertThat(this.session.terminals().list()).doesNotContain(terminal.id());
	}

	@Test
	@Capability({ "21.10" })
	void waitingEndsWhenItIsKilledByItsId() {
		Terminal terminal = open();
		var exit = terminal.reactive().awaitExit().toFuture();
		this.session.terminals().kill(terminal.id());
		assertThat(exit).succeedsWithin(Watcher.PATIENCE).isEqualTo(-9);
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.session.terminals().kill("pty-unknown"))
			.withMessageContaining("pty-unknown");
	}

	@Test
	@Capability({ "21.13", "21.14", "21.15" })
	void whoComesBackIsShownAllThatWasMissedAndNothingTwice() {
		Terminal terminal = open();
		Watcher before = new Watcher(terminal);
		terminal.write("echo o''ne\r");
		before.awaitText("one\r\n> ");
		terminal.write("until [ -e $TMPDIR/go ]; do sleep 0.01; done; seq 1 1000\r");
		before.awaitText("seq 1 1000\r\n");
		terminal.detach();
		assertThat(terminal.isAttached()).isFalse();
		assertThatExceptionOfType(StreamBrokenException.class).isThrownBy(() -> terminal.write("x"))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.CLOSED));
		assertThat(this.session.terminals().list()).contains(terminal.id());
		Watcher other = new Watcher(this.session.terminals().attach(terminal.id()));
		this.session.fileSystem().write("/tmp/go", "");
		other.awaitText("\r\n1000\r\n> ");
		assertThat(other.text()).startsWith("1\r\n2\r\n");
		Terminal back = this.session.terminals().attach(terminal.id(), terminal.position().orElseThrow());
		assertThat(back.missed()).hasValue(0);
		Watcher after = new Watcher(back);
		after.awaitText("\r\n1000\r\n> ");
		assertThat(before.text() + after.text()).containsOnlyOnce("one\r\n")
			.contains("1000\r\n1\r\n2\r\n3\r\n")
			.containsOnlyOnce("\r\n999\r\n");
		back.write("exit 3\r");
		assertThat(back.awaitExit(Watcher.PATIENCE)).isEqualTo(3);
		assertThat(other.terminal().awaitExit(Watcher.PATIENCE)).isEqualTo(3);
	}

	@Test
	@Capability({ "21.14" })
	void whoComesBackTooLateIsToldHowMuchIsGone() {
		Terminal terminal = open();
		Watcher before = new Watcher(terminal);
		before.awaitText("> ");
		Watcher other = new Watcher(this.session.terminals().attach(terminal.id()));
		terminal.detach();
		other.terminal().write("seq 1 400000; echo do''ne\r");
		other.awaitText("done\r\n> ");
		Terminal back = this.session.terminals().attach(terminal.id(), terminal.position().orElseThrow());
		assertThat(back.missed().orElseThrow()).isGreaterThan(1_000_000);
		Watcher after = new Watcher(back);
		after.awaitText("done\r\n> ");
		assertThat(other.text()).endsWith(after.text());
		assertThat(back.missed().orElseThrow() + after.bytes().length).isEqualTo(other.bytes().length);
		back.close();
	}

	@Test
	@Capability({ "21.14" })
	void whoComesBackToOneThatHasEndedIsToldHow() {
		Terminal terminal = open();
		Watcher watcher = new Watcher(terminal);
		watcher.awaitText("> ");
		Terminal other = this.session.terminals().attach(terminal.id());
		terminal.detach();
		other.write("echo la''st; exit 4\r");
		assertThat(other.awaitExit(Watcher.PATIENCE)).isEqualTo(4);
		Terminal back = this.session.terminals().attach(terminal.id(), terminal.position().orElseThrow());
		Watcher after = new Watcher(back);
		assertThat(back.awaitExit(Watcher.PATIENCE)).isEqualTo(4);
		after.end().join();
		assertThat(watcher.text() + after.text()).containsOnlyOnce("last\r\n");
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.session.terminals().attach("pty-unknown"));
	}

	@Test
	void theLossOfTheConnectionIsToldAndNothingElseIsLost() {
		Terminal terminal = open();
		Watcher before = new Watcher(terminal);
		before.awaitText("> ");
		this.session.channel().disconnect();
		assertThat(before.end()).failsWithin(Watcher.PATIENCE);
		assertThatExceptionOfType(StreamBrokenException.class).isThrownBy(terminal::awaitExit);
		assertThatExceptionOfType(StreamBrokenException.class).isThrownBy(() -> terminal.write("lost\r"));
		terminal.close();
		Terminal back = this.session.terminals().attach(terminal.id(), terminal.position().orElseThrow());
		Watcher after = new Watcher(back);
		back.write("echo ba''ck\r");
		after.awaitText("back\r\n> ");
		assertThat(before.text() + after.text()).isEqualTo("> echo ba''ck\r\nback\r\n> ");
		back.close();
	}

	@Test
	@Capability({ "21.17" })
	void theEndOfTheSessionIsTold() {
		Session short_ = this.agentBay.create();
		Terminal terminal = short_.terminals().open();
		Watcher watcher = new Watcher(terminal);
		short_.close();
		await().atMost(Watcher.PATIENCE).until(() -> !terminal.isAttached() && watcher.end().isDone());
		try {
			assertThat(terminal.awaitExit()).isEqualTo(-9);
		}
		catch (AgentBayException ex) {
			assertThat(ex).isInstanceOf(SessionGoneException.class);
		}
		assertThatExceptionOfType(SessionGoneException.class).isThrownBy(() -> terminal.write("x"));
		assertThatExceptionOfType(SessionGoneException.class).isThrownBy(() -> terminal.resize(80, 24));
		assertThatExceptionOfType(SessionGoneException.class).isThrownBy(terminal::kill);
		assertThatExceptionOfType(SessionGoneException.class).isThrownBy(() -> short_.terminals().open());
	}

	@Test
	void theEndOfTheSessionIsToldAlsoWhenTheProgramEndedBeforeIt() {
		Session short_ = this.agentBay.create();
		Terminal terminal = short_.terminals().open();
		terminal.write("exit 3\r");
		assertThat(terminal.awaitExit(Watcher.PATIENCE)).isEqualTo(3);
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> terminal.write("x"));
		short_.channel().disconnect();
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> terminal.write("x"));
		this.agentBay.get(short_.id()).close();
		assertThatExceptionOfType(SessionGoneException.class).isThrownBy(() -> terminal.write("x"));
	}

	@Test
	void pausingHoldsItsProgramsAndResumingLetsThemGoOn() {
		Terminal terminal = open();
		Watcher watcher = new Watcher(terminal);
		terminal.write("sh -c 'while :; do date +%N >$TMPDIR/tick; sleep 0.01; done'\r");
		await().atMost(Watcher.PATIENCE).until(() -> this.session.command().run("cat $TMPDIR/tick").success());
		this.session.pause();
		terminal.write(CTRL_C);
		this.session.resume();
		terminal.write("echo on''ward\r");
		watcher.awaitText("onward");
		terminal.close();
	}

	@Test
	@Capability({ "21.17" })
	void whatCannotBeOpenedIsToldWithTheReason() {
		TerminalOptions options = TerminalOptions.defaults();
		assertThatExceptionOfType(ToolFailedException.class)
			.isThrownBy(() -> this.session.terminals().open(options.withShell("no-such-shell")))
			.withMessageContaining("No such program: no-such-shell");
		assertThatExceptionOfType(ToolFailedException.class)
			.isThrownBy(() -> this.session.terminals().open(options.withWorkingDirectory("/no/such/place")))
			.withMessageContaining("No such directory");
		assertThat(this.session.terminals().list()).isEmpty();
	}

	@Test
	@Capability({ "21.2" })
	void wrongInputIsRefusedBeforeAnythingIsSent() {
		try (Terminal terminal = open()) {
			this.runtime.journal().clear();
			for (int wrong : List.of(0, -1, 501, Integer.MAX_VALUE)) {
				assertThatIllegalArgumentException().isThrownBy(() -> TerminalOptions.defaults().withSize(wrong, 24))
					.withMessage("'columns' must be 1 to 500, not " + wrong);
				assertThatIllegalArgumentException().isThrownBy(() -> terminal.resize(80, wrong))
					.withMessage("'rows' must be 1 to 500, not " + wrong);
			}
			assertThatIllegalArgumentException().isThrownBy(() -> this.session.terminals().attach(" "));
			assertThatIllegalArgumentException().isThrownBy(() -> terminal.write("cut \ud83d"));
			assertThatIllegalArgumentException().isThrownBy(() -> this.session.terminals().attach("pty-1", -1));
			assertThatIllegalArgumentException()
				.isThrownBy(() -> TerminalOptions.defaults().withEnvironment(Map.of("A=B", "c")));
			assertThat(this.runtime.journal().calls()).isEmpty();
		}
	}

	@Test
	@Capability({ "21.16" })
	void aHundredTerminalsNeedNoThreadsOfTheClientAndAreKilledAtOnce() {
		List<Watcher> watchers = new ArrayList<>();
		long before = clientThreads();
		for (int number = 0; number < 100; number++) {
			watchers.add(new Watcher(open()));
		}
		for (int number = 0; number < 100; number++) {
			watchers.get(number).terminal().write("echo n''umber " + number + "\r");
		}
		for (int number = 0; number < 100; number++) {
			watchers.get(number).awaitText("number " + number + "\r\n");
		}
		assertThat(this.session.terminals().list()).hasSize(100);
		assertThat(clientThreads()).isLessThanOrEqualTo(before + Runtime.getRuntime().availableProcessors() + 12);
		Flux.fromIterable(watchers)
			.flatMap((watcher) -> this.session.reactive().terminals().kill(watcher.terminal().id()), watchers.size())
			.blockLast(Watcher.PATIENCE);
		watchers.forEach((watcher) -> assertThat(watcher.end()).succeedsWithin(Watcher.PATIENCE));
	}

	private static long clientThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> !thread.getName().startsWith("agentbay-local")
					&& !thread.getName().startsWith("process reaper"))
			.count();
	}

	@Test
	void aSlowReaderMakesTheProgramWaitAndLosesNothing() throws Exception {
		Terminal terminal = open();
		terminal.write("stty -echo; seq 1 600000; exit\r");
		long expected = 0;
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(terminal.output(), StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				// The prompt may come after what was typed already.
				String number = line.replace("> ", "");
				if (number.matches("\\d+")) {
					expected++;
					assertThat(number).isEqualTo(Long.toString(expected));
				}
				if (expected % 1000 == 0) {
					Thread.yield();
				}
			}
		}
		assertThat(expected).isEqualTo(600_000);
		assertThat(terminal.awaitExit()).isZero();
	}

	@Test
	void outputThatNobodyTakesIsGivenUpAndTold() {
		Terminal terminal = open();
		terminal.write("seq 1 600000; exit\r");
		assertThat(terminal.awaitExit(Watcher.PATIENCE)).isZero();
		Watcher late = new Watcher(terminal);
		assertThat(late.end()).failsWithin(Watcher.PATIENCE)
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(StreamBrokenException.class)
			.satisfies((ex) -> assertThat(((StreamBrokenException) ex).reason()).isEqualTo(Reason.OVERFLOW));
		assertThat(late.bytes().length).isBetween(1_000_000, 2_000_000);
	}

	@Test
	void itIsAProcessLikeAnyOther() throws Exception {
		Process process = this.session.terminals().open(TerminalOptions.defaults().withShell("cat")).asProcess();
		assertThat(process.isAlive()).isTrue();
		try (OutputStream typing = process.getOutputStream()) {
			typing.write("hello\n".getBytes(StandardCharsets.UTF_8));
		}
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).isZero();
		assertThat(process.getInputStream().readAllBytes()).asString(StandardCharsets.UTF_8)
			.startsWith("hello\r\nhello\r\n");
		assertThat(process.getErrorStream().readAllBytes()).isEmpty();
		Process endless = this.session.terminals().open().asProcess();
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(endless::pid)
			.withMessageContaining("runs in a session")
			.withMessageContaining("id() of the command or terminal");
		endless.destroy();
		assertThat(endless.waitFor()).isEqualTo(-9);
	}

	@Test
	@Capability({ "21.11" })
	void waitingHasALimit() {
		try (Terminal terminal = open()) {
			assertThatExceptionOfType(StreamBrokenException.class)
				.isThrownBy(() -> terminal.awaitExit(Duration.ofMillis(50)))
				.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.TIMEOUT));
			assertThat(terminal.isAttached()).isTrue();
		}
	}

	@Test
	@Capability({ "21.5" })
	void openingHasALimit() {
		assertThatExceptionOfType(StreamBrokenException.class)
			.isThrownBy(
					() -> this.session.terminals().open(TerminalOptions.defaults().withTimeout(Duration.ofNanos(1))))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.TIMEOUT));
		await().atMost(Watcher.PATIENCE).until(() -> this.session.terminals().list().isEmpty());
	}

}
