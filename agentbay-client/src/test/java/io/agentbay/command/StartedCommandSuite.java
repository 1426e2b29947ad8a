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

package io.agentbay.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.agentbay.AgentBay;
import io.agentbay.code.CodeEvent;
import io.agentbay.error.AgentBayException;
import io.agentbay.error.ArgumentRefusedException;
import io.agentbay.error.SessionGoneException;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.error.StreamBrokenException.Reason;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.Isolation;
import io.agentbay.session.Session;
import io.agentbay.testing.LocalClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Commands that are watched while they run, or left to run, in real shells.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class StartedCommandSuite {

	private static final Duration LONG = Duration.ofSeconds(60);

	private final Isolation isolation;

	private LocalAgentBay runtime;

	private AgentBay agentBay;

	private Session session;

	private Command command;

	StartedCommandSuite(Isolation isolation) {
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
		this.command = this.session.command();
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

	@Test
	void bothOutputsAndTheEndAreToldApart() {
		List<CommandEvent> events = new ArrayList<>();
		CommandResult result = this.command.stream("echo out; echo err >&2; exit 3", events::add);
		assertThat(events).extracting(CommandEvent::type).containsExactly("started", "stdout", "stderr", "finished");
		assertThat(events.get(1)).isEqualTo(new CommandEvent.Stdout("out\n", 4));
		assertThat(events.get(2)).isEqualTo(new CommandEvent.Stderr("err\n", 4));
		assertThat(result.exitCode()).isEqualTo(3);
		assertThat(result.stdout()).isEqualTo("out\n");
		assertThat(result.stderr()).isEqualTo("err\n");
		assertThat(result.command()).isEqualTo("echo out; echo err >&2; exit 3");
		assertThat(result.truncated()).isFalse();
		assertThat(result.sessionId()).isEqualTo(this.session.id());
		assertThatExceptionOfType(CommandFailedException.class).isThrownBy(result::requireSuccess)
			.withMessageContaining("Exit code 3");
		assertThat(this.command.list()).isEmpty();
	}

	@Test
	void theKindsHaveTheNamesOfThoseOfCode() {
		assertThat(new CommandEvent.Stdout("", 0).type()).isEqualTo(new CodeEvent.Stdout("").type());
		assertThat(new CommandEvent.Stderr("", 0).type()).isEqualTo(new CodeEvent.Stderr("").type());
		assertThat(new CommandEvent.Finished(CommandResult.builder("").build()).type()).isEqualTo("finished");
	}

	@Test
	void outputIsToldWhileTheCommandRuns() {
		this.session.fileSystem().write("go", "");
		List<String> told = new ArrayList<>();
		this.command.stream("echo one; while [ -e go ]; do sleep 0.05; done; echo two", (event) -> {
			if (event instanceof CommandEvent.Stdout out) {
				told.add(out.chunk());
				this.session.command().run("rm -f go").requireSuccess();
			}
		});
		assertThat(told).containsExactly("one\n", "two\n");
	}

	@Test
	void directoryEnvironmentAndInputAreThoseOfTheOptions() {
		String text = "ä'€\n".repeat(30_000);
		CommandResult result = this.command.stream("pwd; printf '%s\\n' \"$A\"; wc -c",
				(options) -> options.withWorkingDirectory("/tmp").withVariable("A", "it's\n$HOME").withInput(text),
				(event) -> {
				});
		assertThat(result.requireSuccess().stdout())
			.endsWith("/tmp\nit's\n$HOME\n" + text.getBytes(StandardCharsets.UTF_8).length + "\n");
	}

	@Test
	void aVeryLongCommandIsRun() {
		String padding = "x".repeat(300_000);
		CommandResult result = this.command.stream(": " + padding + "\necho done", (event) -> {
		});
		assertThat(result.requireSuccess().stdout()).isEqualTo("done\n");
	}

	@Test
	void anExitCodeOfASignalIs128More() {
		assertThat(this.command.stream("kill -TERM $$", (event) -> {
		}).exitCode()).isEqualTo(143);
	}

	@Test
	void theTimeLimitEndsTheWholeGroup() {
		CommandResult result = this.command.stream("sleep 1234 & echo started; sleep 1234",
				(options) -> options.withTimeout(Duration.ofMillis(700)), (event) -> {
				});
		assertThat(result.timedOut()).isTrue();
		assertThat(result.timedOutAfter()).isEqualTo(Duration.ofMillis(700));
		assertThat(result.stdout()).isEqualTo("started\n");
		assertNoneRuns("sleep 1234");
	}

	@Test
	void cancellingKillsTheWholeGroup() {
		Disposable running = this.session.reactive()
			.command()
			.stream("sleep 4321 & sleep 4321 & touch ready; wait")
			.subscribe();
		await().atMost(LONG).until(() -> this.session.fileSystem().exists("ready"));
		running.dispose();
		await().atMost(LONG).until(() -> this.command.list().isEmpty());
		assertNoneRuns("sleep 4321");
	}

	@Test
	void anInterruptedConsumerKillsTheCommand() {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.command.stream("echo a; sleep 5432", (event) -> {
				if (event instanceof CommandEvent.Stdout) {
					throw new IllegalStateException("enough");
				}
			}))
			.withMessage("enough");
		await().atMost(LONG).until(() -> this.command.list().isEmpty());
		assertNoneRuns("sleep 5432");
	}

	@Test
	void aCommandThatIsBeingRemovedIsNotListed() {
		this.command
			.run("d=${TMPDIR:-/tmp}/agentbay-commands/half; mkdir -p \"$d\"; date +%s >\"$d/since\"; : >\"$d/out\"")
			.requireSuccess();
		assertThat(this.command.list()).extracting(CommandStatus::id).doesNotContain("half");
		assertThat(this.command.find("half")).isEmpty();
		this.command.run("rm -r \"${TMPDIR:-/tmp}/agentbay-commands/half\"").requireSuccess();
	}

	private void assertNoneRuns(String line) {
		String found = "for f in /proc/[0-9]*/cmdline; do tr '\\0' ' ' <$f 2>/dev/null | grep -x '" + line
				+ " '; done; :";
		await().atMost(LONG).until(() -> this.command.run(found).stdout().isEmpty());
	}

	@Test
	void whatIsWrittenIsReadUntilTheInputIsClosed() {
		CommandHandle cat = this.command.start("while read -r line; do echo \"got $line\"; done; echo end",
				(options) -> options.withOpenInput());
		List<CommandEvent> events = new ArrayList<>();
		cat.write("one\n");
		CommandResult result = cat.events((event) -> {
			events.add(event);
			if (event instanceof CommandEvent.Stdout out && out.chunk().equals("got one\n")) {
				cat.write("t");
				cat.write("wo\n");
				cat.closeInput();
			}
		});
		assertThat(result.requireSuccess().stdout()).isEqualTo("got one\ngot two\nend\n");
		cat.closeInput();
		assertThatExceptionOfType(ArgumentRefusedException.class).isThrownBy(() -> cat.write("late"))
			.withMessageContaining("takes no input");
		cat.remove();
	}

	@Test
	void aCommandWithoutOpenInputReadsNothing() {
		assertThat(this.command.stream("cat; echo end", (event) -> {
		}).stdout()).isEqualTo("end\n");
		CommandHandle handle = this.command.start("sleep 1000");
		assertThatExceptionOfType(ArgumentRefusedException.class).isThrownBy(() -> handle.write("x"));
		handle.remove();
	}

	@Test
	void muchInputComesThroughUnchangedAndInOrder() throws Exception {
		byte[] bytes = new byte[3_000_000];
		new Random(7).nextBytes(bytes);
		CommandHandle sum = this.command.start("sha256sum", (options) -> options.withOpenInput());
		sum.reactive()
			.write(Arrays.copyOf(bytes, 1_000_000))
			.and(sum.reactive().write(Arrays.copyOfRange(bytes, 1_000_000, 3_000_000)))
			.block(LONG);
		sum.closeInput();
		assertThat(sum.awaitExit(LONG)).isZero();
		assertThat(new String(sum.stdout(0).readAllBytes(), StandardCharsets.UTF_8))
			.startsWith(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
	}

	@Test
	void writingWaitsWhileTheCommandDoesNotRead() {
		CommandHandle handle = this.command.start("while [ ! -e read ]; do sleep 0.1; done; wc -c",
				(options) -> options.withOpenInput());
		Mono<Void> written = handle.reactive().write(new byte[2_000_000]).cache();
		Disposable waiting = written.subscribe();
		await().atMost(LONG).until(() -> queued(handle.id()) >= 1_000_000);
		assertThat(waiting.isDisposed()).isFalse();
		assertThat(queued(handle.id())).isLessThan(1_200_000);
		this.session.fileSystem().write("read", "");
		written.block(LONG);
		handle.closeInput();
		assertThat(handle.awaitExit(LONG)).isZero();
		assertThat(handle.events((event) -> {
		}).stdout().strip()).isEqualTo("2000000");
	}

	private long queued(String id) {
		return Long
			.parseLong(this.command.run("cat ${TMPDIR:-/tmp}/agentbay-commands/" + id + "/piece.* 2>/dev/null | wc -c")
				.stdout()
				.strip());
	}

	@Test
	void charactersAreWholeHoweverTheyAreWritten() {
		String text = "aß€\uD83D\uDE00";
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		StringBuilder line = new StringBuilder();
		for (byte one : bytes) {
			line.append("printf '\\%03o'; sleep 0.05; ".formatted(one & 0xff));
		}
		List<CommandEvent.Stdout> chunks = new ArrayList<>();
		this.command.stream(line.toString(), (event) -> {
			if (event instanceof CommandEvent.Stdout out) {
				chunks.add(out);
			}
		});
		assertThat(chunks.stream().map(CommandEvent.Stdout::chunk).collect(Collectors.joining())).isEqualTo(text);
		assertThat(chunks).noneMatch((chunk) -> chunk.chunk().contains("\uFFFD"));
		long position = 0;
		for (CommandEvent.Stdout chunk : chunks) {
			position += chunk.chunk().getBytes(StandardCharsets.UTF_8).length;
			assertThat(chunk.position()).isEqualTo(position);
		}
	}

	@Test
	void whatIsNoTextIsReplacedInEventsAndKeptInBytes() throws IOException {
		CommandHandle handle = this.command.start("printf 'a\\377b\\303'");
		assertThat(handle.events((event) -> {
		}).stdout()).isEqualTo("a\uFFFDb\uFFFD");
		assertThat(handle.stdout(1).readAllBytes()).containsExactly(0xff, 'b', 0xc3);
	}

	@Test
	void aCommandIsFoundAgainByAnotherClientAndGoesOnWhereOneLeftOff() {
		CommandHandle begun = this.command.start("echo one; read -r x; echo two >&2; echo three; exit 5",
				(options) -> options.withId("job-1").withOpenInput());
		CommandPosition position = begun.reactive()
			.events()
			.scan(CommandPosition.START, CommandPosition::after)
			.filter((reached) -> reached.stdout() == 4)
			.blockFirst(LONG);
		try (AgentBay restarted = LocalClient.of(this.runtime).build()) {
			Command again = restarted.get(this.session.id()).command();
			assertThat(again.find("job-2")).isEmpty();
			CommandHandle found = again.find("job-1").orElseThrow();
			assertThat(found.fetchStatus().running()).isTrue();
			assertThat(again.list()).singleElement().satisfies((status) -> {
				assertThat(status.id()).isEqualTo("job-1");
				assertThat(status.command()).startsWith("echo one; read");
				assertThat(status.stdoutBytes()).isEqualTo(4);
				assertThat(status.startedAt()).isBetween(Instant.now().minus(LONG), Instant.now().plusSeconds(1));
			});
			found.write("\n");
			CommandResult result = found.events(position, (event) -> {
			});
			assertThat(result.stdout()).isEqualTo("three\n");
			assertThat(result.stderr()).isEqualTo("two\n");
			assertThat(result.exitCode()).isEqualTo(5);
			assertThat(found.fetchStatus().exitCode()).hasValue(5);
			found.remove();
			found.remove();
			assertThat(again.find("job-1")).isEmpty();
		}
		assertThatExceptionOfType(AgentBayException.class).isThrownBy(begun::fetchStatus)
			.withMessageContaining("no command with the id job-1");
	}

	@Test
	void anIdIsUsedOnce() {
		this.command.start("echo x >>log", (options) -> options.withId("once")).awaitExit();
		assertThatExceptionOfType(ArgumentRefusedException.class)
			.isThrownBy(() -> this.command.start("echo x >>log", (options) -> options.withId("once")))
			.withMessageContaining("'once' was used");
		assertThat(this.session.fileSystem().read("log")).isEqualTo("x\n");
	}

	@Test
	void whatWasCancelledWhileItBeganDoesNotRun() {
		this.runtime.journal().clear();
		this.session.reactive().command().stream("sleep 2345").subscribe().dispose();
		await().atMost(LONG)
			.until(() -> this.runtime.journal()
				.calls()
				.stream()
				.anyMatch((call) -> String.valueOf(call).contains("shell")));
		await().atMost(LONG).until(() -> this.command.list().isEmpty());
		assertNoneRuns("sleep 2345");
	}

	@Test
	void aStartThatArrivesAfterItsRemovalIsRefused() {
		CommandHandle handle = this.command.start(":", (options) -> options.withId("late"));
		handle.remove();
		handle.remove();
		assertThatExceptionOfType(ArgumentRefusedException.class)
			.isThrownBy(() -> this.command.start("touch ran", (options) -> options.withId("late")));
		assertThat(this.session.fileSystem().exists("ran")).isFalse();
		assertThat(this.command.list()).isEmpty();
	}

	@Test
	void signalsReachTheCommand() {
		// Bash forgets an interrupt that comes as a program ends that it waits for, but
		// not
		// while it waits by name.
		CommandHandle handle = this.command
			.start("trap 'echo caught; exit 7' INT; touch ready; while :; do sleep 0.05 & wait $!; done");
		await().atMost(LONG).until(() -> this.session.fileSystem().exists("ready"));
		assertThatExceptionOfType(StreamBrokenException.class).isThrownBy(() -> handle.awaitExit(Duration.ofMillis(50)))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.TIMEOUT));
		handle.signal("INT");
		assertThat(handle.awaitExit(LONG)).isEqualTo(7);
		handle.signal("INT");
		assertThatIllegalArgumentException().isThrownBy(() -> handle.signal("INT; rm -rf /"));
	}

	@Test
	void whoUsesTheSessionNextMeetsNothingOfAStreamThatWasCancelled() {
		ReactiveCommand reactive = this.session.reactive().command();
		for (int i = 0; i < 20; i++) {
			reactive.stream("echo go; while :; do echo x >>left; done")
				.filter((event) -> event instanceof CommandEvent.Stdout)
				.blockFirst(LONG);
			assertThat(this.command.run("rm -f left; sleep 0.05; ls").requireSuccess().stdout()).doesNotContain("left");
		}
	}

	@Test
	void aKilledCommandIsKnownToBe() {
		CommandHandle handle = this.command.start("trap '' TERM INT HUP; sleep 6789 & sleep 6789");
		handle.kill();
		assertThat(handle.fetchStatus().exitCode()).hasValue(137);
		assertNoneRuns("sleep 6789");
	}

	@Test
	void aSlowReaderHoldsLittleAndLosesNothing() {
		AtomicInteger told = new AtomicInteger();
		Flux<CommandEvent> events = this.session.reactive()
			.command()
			.stream("seq 1 2000000")
			.filter((event) -> event instanceof CommandEvent.Stdout)
			.doOnNext((event) -> told.incrementAndGet());
		StepVerifier.create(events, 1)
			.expectNextCount(1)
			.then(() -> assertThat(told).hasValue(1))
			.thenRequest(1)
			.expectNextCount(1)
			.then(() -> assertThat(told).hasValue(2))
			.thenRequest(Long.MAX_VALUE)
			.thenConsumeWhile((event) -> true)
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void theResultHoldsTheEndOfLongOutputs() {
		CommandResult result = this.command.stream("seq 1 100000; echo end", (event) -> {
		});
		assertThat(result.truncated()).isTrue();
		assertThat(result.stdout()).hasSize(16 * 1024).endsWith("99999\n100000\nend\n");
	}

	@Test
	void anEndOfTheSessionIsTold() {
		CommandHandle handle = this.command.start("sleep 1000");
		Mono<Integer> exit = handle.reactive().awaitExit().subscribeOn(Schedulers.boundedElastic()).cache();
		exit.subscribe((code) -> {
		}, (failure) -> {
		});
		this.session.close();
		StepVerifier.create(exit).expectError(SessionGoneException.class).verify(LONG);
	}

	@Test
	void aHundredCommandsRunAtTheSameTime() {
		List<String> outputs = Flux.range(0, 100)
			.flatMap((number) -> this.session.reactive()
				.command()
				.stream("echo a%1$s; sleep 1; echo b%1$s >&2; exit %1$s".formatted(number))
				.last()
				.map((last) -> ((CommandEvent.Finished) last).result())
				.map((result) -> result.exitCode() + result.stdout() + result.stderr()), 100)
			.collectList()
			.block(Duration.ofMinutes(3));
		assertThat(outputs).containsExactlyInAnyOrderElementsOf(
				IntStream.range(0, 100).mapToObj((number) -> "%1$sa%1$s\nb%1$s\n".formatted(number)).toList());
	}

	@Test
	@SuppressWarnings("try")
	void aCommandIsAProcessForJava() throws Exception {
		Process process = this.command
			.start("read -r a; echo \"out $a\"; echo err >&2; read -r b; exit 4", (options) -> options.withOpenInput())
			.asProcess();
		try (OutputStream input = process.getOutputStream();
				InputStream output = process.getInputStream();
				InputStream error = process.getErrorStream()) {
			input.write("hello\n".getBytes(StandardCharsets.UTF_8));
			BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
			assertThat(lines.readLine()).isEqualTo("out hello");
			assertThat(process.isAlive()).isTrue();
			assertThat(process.waitFor(1, TimeUnit.MILLISECONDS)).isFalse();
			input.close();
			assertThat(lines.readLine()).isNull();
			assertThat(process.waitFor()).isEqualTo(4);
			assertThat(error.readAllBytes()).isEqualTo("err\n".getBytes(StandardCharsets.UTF_8));
			assertThat(process.exitValue()).isEqualTo(4);
			assertThat(process.isAlive()).isFalse();
		}
	}

	@Test
	void aProcessCanBeDestroyed() throws Exception {
		Process process = this.command.start("sleep 1000").asProcess();
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(process::pid)
			.withMessageContaining("id() of the command or terminal");
		process.destroy();
		assertThat(process.waitFor()).isEqualTo(143);
		Process stubborn = this.command.start("trap '' TERM; touch deaf; while :; do sleep 0.1; done").asProcess();
		await().atMost(LONG).until(() -> this.session.fileSystem().exists("deaf"));
		stubborn.destroyForcibly();
		assertThat(stubborn.onExit().get().exitValue()).isEqualTo(137);
	}

	@Test
	void badInputIsRefusedBeforeAnythingIsSent() {
		this.runtime.journal().clear();
		assertThatIllegalArgumentException().isThrownBy(() -> this.command.stream(" ", (event) -> {
		})).withMessageContaining("'command'");
		assertThatIllegalArgumentException().isThrownBy(() -> this.command.start("a\0b"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.command.find("../x")).withMessageContaining("'id'");
		assertThatIllegalArgumentException().isThrownBy(() -> StartOptions.defaults().withId("a/b"));
		assertThatIllegalArgumentException().isThrownBy(() -> StartOptions.defaults().withTimeout(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> StartOptions.defaults().withOpenInput().withInput("x"));
		assertThatIllegalArgumentException().isThrownBy(() -> StartOptions.defaults().withVariable("a b", "x"));
		assertThatIllegalArgumentException().isThrownBy(() -> new CommandPosition(-1, 0));
		assertThat(this.runtime.journal().calls()).isEmpty();
		assertThat(StartOptions.defaults().withVariable("KEY", "secret").withInput("secret").toString())
			.doesNotContain("secret");
	}

}
