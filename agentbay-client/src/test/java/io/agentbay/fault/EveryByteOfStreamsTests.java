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

package io.agentbay.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

import io.agentbay.code.CodeEvent;
import io.agentbay.code.CodeLanguage;
import io.agentbay.code.CodeResult;
import io.agentbay.command.CommandEvent;
import io.agentbay.command.CommandResult;
import io.agentbay.error.CallFailedException;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.fault.FaultyRuntime.Told;
import io.agentbay.session.Session;
import io.agentbay.terminal.Terminal;
import io.agentbay.terminal.TerminalOptions;
import io.agentbay.terminal.Terminals;
import io.agentbay.testing.FaultProxy.Direction;
import io.agentbay.testing.FaultProxy.Kind;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The connection breaks at every byte of what takes more than a request and its answer: a
 * stream, a transfer, the creation of a session. See {@link EveryByteTests}.
 */
@Tag("failure")
class EveryByteOfStreamsTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final String PRINTED = "0\n1\n2\n3\n4\n";

	private FaultyRuntime faulty;

	@AfterEach
	void stop() {
		this.faulty.close();
	}

	@ParameterizedTest
	@EnumSource(Direction.class)
	void aStreamOfCodeThatIsCut(Direction direction) {
		this.faulty = new FaultyRuntime(true, LONG, LONG);
		int runs = 0;
		for (long offset : FaultyRuntime.offsets(this.faulty.bytes(direction, () -> stream("warm", null)), 10)) {
			List<String> printed = new CopyOnWriteArrayList<>();
			String token = "t" + runs++;
			Told<CodeResult> told = this.faulty.call(Kind.CUT, direction, offset, () -> stream(token, printed));
			if (told.success()) {
				assertThat(String.join("", printed)).as("%s", told).isEqualTo(PRINTED);
			}
			long executions = this.faulty.undisturbedSession()
				.fileSystem()
				.read("/tmp/log")
				.lines()
				.filter(token::equals)
				.count();
			assertThat(executions).as("%s", told).isBetween(told.success() ? 1L : 0L, 1L);
		}
	}

	private CodeResult stream(String token, List<String> printed) {
		String code = "with open('/tmp/log', 'a') as f: _ = f.write('" + token
				+ "\\n')\nfor i in range(5): print(i, flush=True)";
		return this.faulty.session().code().stream(code, CodeLanguage.PYTHON, (event) -> {
			if (printed != null && event instanceof CodeEvent.Stdout out) {
				printed.add(out.chunk());
			}
		});
	}

	@ParameterizedTest(name = "{0}, direct link: {1}")
	@CsvSource({ "REQUEST, false", "REQUEST, true", "RESPONSE, false", "RESPONSE, true" })
	void aCommandThatIsStreamed(Direction direction, boolean directLink) {
		this.faulty = new FaultyRuntime(directLink, LONG, LONG);
		int runs = 0;
		long bytes = this.faulty.bytes(direction, () -> watch("warm", new Seen()));
		for (long offset : FaultyRuntime.offsets(bytes, 10)) {
			Seen seen = new Seen();
			String token = "t" + runs++;
			Told<CommandResult> told = this.faulty.call(Kind.CUT, direction, offset, () -> watch(token, seen));
			assertThat(told.success()).as("%s", told).isTrue();
			assertThat(told.result().exitCode()).as("%s", told).isEqualTo(3);
			assertThat(seen.stdout).as("%s", told).hasToString(PRINTED);
			assertThat(seen.stderr).as("%s", told).hasToString(PRINTED.repeat(2));
			assertThat(seen.ends).as("%s", told).isEqualTo(1);
			assertThat(this.faulty.undisturbedSession().fileSystem().read("log").lines().filter(token::equals))
				.as("%s", told)
				.hasSize(1);
		}
	}

	private CommandResult watch(String token, Seen seen) {
		return this.faulty.session()
			.command()
			.stream("echo " + token + " >>log; seq 0 4; sleep 0.3; { seq 0 4; seq 0 4; } >&2; exit 3", seen::accept);
	}

	@ParameterizedTest
	@EnumSource(Direction.class)
	void aTerminalThatIsCut(Direction direction) {
		this.faulty = new FaultyRuntime(true, LONG, LONG);
		for (long offset : FaultyRuntime.offsets(this.faulty.bytes(direction, () -> type(new Typed())), 10)) {
			Typed typed = new Typed();
			Told<String> told = this.faulty.call(Kind.CUT, direction, offset, () -> type(typed));
			if (told.success()) {
				assertThat(told.result()).as("%s", told).endsWith("1\r\n2\r\n3\r\n4\r\n5\r\n");
			}
			else if (typed.terminal != null && typed.terminal.exitCode().isEmpty()) {
				assertThat(told.failure()).as("%s", told).isInstanceOf(CallFailedException.class);
				Terminals undisturbed = this.faulty.undisturbedSession().terminals();
				Terminal rest = undisturbed.attach(typed.terminal.id(), typed.terminal.position().orElseThrow());
				Terminal whole = undisturbed.attach(typed.terminal.id(), 0);
				rest.close();
				assertThat(typed.shown + read(rest)).as("%s", told).isEqualTo(read(whole));
			}
		}
	}

	private String type(Typed typed) {
		Terminal terminal = this.faulty.session()
			.terminals()
			.open(TerminalOptions.defaults().withShell("/bin/sh").withEnvironment(Map.of("PS1", "> ")));
		typed.terminal = terminal;
		terminal.write("seq 1 5; exit\r");
		terminal.reactive()
			.output()
			.doOnNext((bytes) -> typed.shown += bytes.toString(StandardCharsets.UTF_8))
			.then()
			.block();
		terminal.awaitExit();
		return typed.shown;
	}

	private static String read(Terminal terminal) {
		return String.join("",
				terminal.reactive()
					.output()
					.map((bytes) -> bytes.toString(StandardCharsets.UTF_8))
					.collectList()
					.block());
	}

	@ParameterizedTest
	@EnumSource(Direction.class)
	void aFileThatIsSent(Direction direction, @TempDir Path directory) throws IOException {
		this.faulty = new FaultyRuntime(true, LONG, LONG);
		Path file = randomFile(directory);
		long length = this.faulty.bytes(direction, () -> this.faulty.session().fileSystem().upload(file, "warm"));
		int runs = 0;
		for (long offset : FaultyRuntime.offsets(length, 7)) {
			String name = "f" + runs++;
			var told = this.faulty.call(Kind.CUT, direction, offset,
					() -> this.faulty.session().fileSystem().upload(file, name));
			if (told.success()) {
				byte[] there = this.faulty.undisturbedSession().fileSystem().readBytes(told.result().path());
				assertThat(there).as("%s", told).isEqualTo(Files.readAllBytes(file));
			}
		}
	}

	@ParameterizedTest
	@EnumSource(Direction.class)
	void aFileThatIsFetched(Direction direction, @TempDir Path directory) throws IOException {
		this.faulty = new FaultyRuntime(true, LONG, LONG);
		Path file = randomFile(directory);
		Session session = this.faulty.session();
		session.fileSystem().upload(file, "f");
		Path copy = directory.resolve("copy");
		long length = this.faulty.bytes(direction,
				() -> session.fileSystem().download("f", directory.resolve("warm" + System.nanoTime())));
		for (long offset : FaultyRuntime.offsets(length, 7)) {
			Files.deleteIfExists(copy);
			var told = this.faulty.call(Kind.CUT, direction, offset, () -> session.fileSystem().download("f", copy));
			assertThat(Files.exists(copy)).as("%s", told).isEqualTo(told.success());
			if (told.success()) {
				assertThat(copy).as("%s", told).hasSameBinaryContentAs(file);
			}
		}
	}

	private static Path randomFile(Path directory) throws IOException {
		byte[] content = new byte[200_000];
		new Random(FaultyRuntime.SEED).nextBytes(content);
		return Files.write(directory.resolve("original"), content);
	}

	@ParameterizedTest
	@EnumSource(Direction.class)
	void aSessionThatIsCreated(Direction direction) {
		// A request that is cut leads to no session, and to a search until the deadline.
		this.faulty = new FaultyRuntime(true, LONG, Duration.ofSeconds(1));
		long length = this.faulty.bytes(direction, () -> this.faulty.disturbed().create());
		for (long offset : FaultyRuntime.offsets(length, (direction == Direction.REQUEST) ? 2 : 10)) {
			this.faulty.runtime().journal().clear();
			var told = this.faulty.call(Kind.CUT, direction, offset, () -> this.faulty.disturbed().create());
			assertThat(told.success() || told.failure() instanceof OutcomeUnknownException).as("%s", told).isTrue();
			assertThat(this.faulty.runtime().journal().calls("CreateMcpSession")).as("%s", told)
				.hasSizeBetween(told.success() ? 1 : 0, 1);
		}
		// The session of the fixture, and those that callers were given.
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> this.faulty.runtime().liveSessionIds().size() == 1
					+ this.faulty.disturbed().cachedSessions().size());
	}

	/** What somebody has seen who watched a command. */
	private static final class Seen {

		private final StringBuilder stdout = new StringBuilder();

		private final StringBuilder stderr = new StringBuilder();

		private int ends;

		private void accept(CommandEvent event) {
			if (event instanceof CommandEvent.Stdout out) {
				this.stdout.append(out.chunk());
			}
			else if (event instanceof CommandEvent.Stderr err) {
				this.stderr.append(err.chunk());
			}
			else if (event instanceof CommandEvent.Finished) {
				this.ends++;
			}
		}

	}

	/** How far somebody came who typed. */
	private static final class Typed {

		private Terminal terminal;

		private String shown = "";

	}

}
