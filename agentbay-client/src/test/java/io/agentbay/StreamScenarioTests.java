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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

import io.agentbay.channel.ChannelCall;
import io.agentbay.channel.ChannelState;
import io.agentbay.channel.StreamFrame;
import io.agentbay.code.CodeEvent;
import io.agentbay.code.CodeFailedException;
import io.agentbay.code.CodeLanguage;
import io.agentbay.code.CodeOptions;
import io.agentbay.code.CodeResult;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.error.SessionGoneException;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.error.StreamBrokenException.Reason;
import io.agentbay.event.EventSubscription;
import io.agentbay.filesystem.FileChangeEvent;
import io.agentbay.filesystem.FileChangeType;
import io.agentbay.filesystem.WatchOptions;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Fault;
import io.agentbay.local.journal.Journal;
import io.agentbay.session.Session;
import io.agentbay.testing.Capability;
import io.agentbay.testing.LocalClient;
import io.agentbay.testing.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * What streams, over real WebSockets: real code and real files.
 */
@TestInstance(Lifecycle.PER_CLASS)
class StreamScenarioTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final AgentBay agentBay = LocalClient.of(this.runtime).build();

	private Session session;

	@BeforeEach
	void createSession() {
		this.session = this.agentBay.create();
	}

	@AfterEach
	void deleteSession() {
		this.session.close();
		this.runtime.faults().clear();
	}

	@AfterAll
	void stop() {
		this.agentBay.close();
		this.runtime.close();
	}

	@Test
	@Capability("10.7")
	void codeTellsWhatItDoesWhileItDoesIt() {
		List<CodeEvent> events = new ArrayList<>();
		CodeResult end = this.session.code().stream("""
				import os, sys, time
				print('started')
				while not os.path.exists('go'): time.sleep(0.01)
				print('late', file=sys.stderr)
				6 * 7""", CodeLanguage.PYTHON, (event) -> {
			if (events.isEmpty()) {
				// It waits for this file: so the first line came before the end.
				this.session.fileSystem().write("go", "");
			}
			events.add(event);
		});
		assertThat(events.get(0)).isEqualTo(new CodeEvent.Stdout("started\n"));
		assertThat(events).contains(new CodeEvent.Stderr("late\n"));
		assertThat(events).filteredOn((event) -> event instanceof CodeEvent.Value)
			.singleElement()
			.satisfies((event) -> {
				assertThat(((CodeEvent.Value) event).output().text()).isEqualTo("42");
				assertThat(((CodeEvent.Value) event).output().main()).isTrue();
			});
		assertThat(end.success()).isTrue();
		assertThat(end.executionCount()).isEqualTo(1);
		assertThat(events.get(events.size() - 1)).isEqualTo(new CodeEvent.Finished(end));
	}

	@Test
	@Capability("10.7")
	void anErrorOfTheCodeIsAnEventAndAFailedEnd() {
		List<CodeEvent> events = new ArrayList<>();
		CodeResult end = this.session.code()
			.stream("print('on')\nraise ValueError('not this')", CodeLanguage.PYTHON, events::add);
		assertThat(events).hasSize(3);
		assertThat(end.success()).isFalse();
		assertThatExceptionOfType(CodeFailedException.class).isThrownBy(end::requireSuccess)
			.withMessageStartingWith("ValueError: not this");
		assertThat(end.error()).satisfies((error) -> assertThat(error.traceback()).startsWith("Traceback"));
	}

	@Test
	void aSlowConsumerMakesTheCodeWaitAndLosesNothing() {
		StringBuilder all = new StringBuilder();
		this.session.code()
			.stream("for i in range(30000): print('line', i, 'x' * 100)", CodeLanguage.PYTHON, (event) -> {
				if (event instanceof CodeEvent.Stdout out) {
					all.append(out.chunk());
					Thread.yield();
				}
			})
			.requireSuccess();
		assertThat(all.toString().lines()).hasSize(30_000).last().asString().startsWith("line 29999 x");
	}

	@Test
	@Capability({ "4.4", "10.7" })
	void cancellingInterruptsTheCodeAndKeepsItsVariables() {
		Queue<CodeEvent> events = new ConcurrentLinkedQueue<>();
		Disposable stream = this.session.reactive()
			.code()
			.stream("kept = 7\nprint('on')\nwhile True: pass", CodeLanguage.PYTHON)
			.subscribe(events::add);
		await().atMost(PATIENCE).until(() -> !events.isEmpty());
		stream.dispose();
		assertThat(this.session.code()
			.run("kept", CodeOptions.of(CodeLanguage.PYTHON).withTimeout(Duration.ofSeconds(30)))
			.requireSuccess()
			.text()).isEqualTo("7");
	}

	@Test
	void whatTheConsumerThrowsEndsTheCode() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.session.code().stream("print(1)\nwhile True: pass", CodeLanguage.PYTHON, (event) -> {
				throw new IllegalStateException("enough");
			}))
			.withMessage("enough");
		assertThat(this.session.code().run("'free'", CodeLanguage.PYTHON).requireSuccess().text()).isEqualTo("'free'");
	}

	@Test
	@Capability({ "3.25", "4.1", "4.2", "4.5" })
	void severalCallsShareOneSocket() {
		int before = this.runtime.journal().calls(Journal.WEB_SOCKET).size();
		assertThat(this.session.channel().state()).isEqualTo(ChannelState.CLOSED);
		List<StreamFrame> ends = new ArrayList<>();
		for (String language : List.of("python", "javascript", "python")) {
			StreamFrame end = this.session.channel()
				.call("wuying_codespace",
						Map.of("method", "run_code", "mode", "stream", "params",
								Map.of("language", language, "code", "1", "timeoutS", 30)))
				.run(PATIENCE);
			ends.add(end);
		}
		assertThat(ends).allSatisfy((end) -> assertThat(end.data().path("status").asString()).isEqualTo("finished"));
		assertThat(this.session.channel().state()).isEqualTo(ChannelState.OPEN);
		this.session.channel().disconnect();
		assertThat(this.session.channel().state()).isEqualTo(ChannelState.CLOSED);
		assertThat(this.runtime.journal().calls(Journal.WEB_SOCKET)).hasSize(before + 1);
	}

	@Test
	@Capability({ "4.2", "4.4", "4.5" })
	void aCallAndItsFramesCanBeWaitedFor() {
		List<StreamFrame> frames = new CopyOnWriteArrayList<>();
		List<ChannelState> states = new CopyOnWriteArrayList<>();
		Map<String, Object> code = Map.of("method", "run_code", "mode", "stream", "params",
				Map.of("language", "python", "code", "while True: print(1, flush=True)", "timeoutS", 60));
		try (EventSubscription listener = this.session.channel().watchState(states::add)) {
			ChannelCall endless = this.session.channel().call("wuying_codespace", code);
			assertThatIllegalStateException().isThrownBy(() -> endless.stream((frame) -> {
				frames.add(frame);
				throw new IllegalStateException("enough");
			})).withMessage("enough");
			ChannelCall late = this.session.channel().call("wuying_codespace", code);
			assertThatExceptionOfType(StreamBrokenException.class).isThrownBy(() -> late.run(Duration.ofMillis(300)))
				.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.TIMEOUT));
			assertThatExceptionOfType(StreamBrokenException.class).isThrownBy(() -> late.write(Map.of("a", "b")));
			await().atMost(PATIENCE).until(() -> states.contains(ChannelState.OPEN));
			assertThat(listener.failure()).isNull();
		}
		assertThat(frames).singleElement().extracting(StreamFrame::end).isEqualTo(false);
		assertThat(this.session.code().run("'free'", CodeLanguage.PYTHON).requireSuccess().text()).isEqualTo("'free'");
	}

	@Test
	void aTargetThatIsNotThereIsARefusalOfThatCall() {
		assertThatExceptionOfType(ServiceException.class)
			.isThrownBy(() -> this.session.channel()
				.call("no_such_server", Map.of("method", "exec_task", "params", Map.of()))
				.run(PATIENCE))
			.withMessageContaining("target not connected");
	}

	@Test
	void aStreamThatIsCutIsAnErrorEvenIfTheCodeHasFinished() {
		this.runtime.faults().onNext(Journal.CHANNEL_CALL, Fault.malformedBody());
		assertThatExceptionOfType(StreamBrokenException.class)
			.isThrownBy(() -> this.session.code().stream("print(1)", CodeLanguage.PYTHON, (event) -> {
			}))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.LOST_FRAME));
		this.runtime.faults().onNext(Journal.CHANNEL_CALL, Fault.dropBeforeHandling());
		assertThatExceptionOfType(StreamBrokenException.class)
			.isThrownBy(() -> this.session.code().stream("print(1)", CodeLanguage.PYTHON, (event) -> {
			}))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.CONNECTION_LOST))
			.withMessageContaining("1011");
		assertThat(this.session.code().stream("print(1)", CodeLanguage.PYTHON, (event) -> {
		}).success()).isTrue();
	}

	@Test
	void theEndOfTheSessionEndsItsStreams() {
		Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
		Queue<CodeEvent> events = new ConcurrentLinkedQueue<>();
		this.session.reactive()
			.code()
			.stream("print(1)\nwhile True: pass", CodeLanguage.PYTHON)
			.subscribe(events::add, failures::add);
		await().atMost(PATIENCE).until(() -> !events.isEmpty());
		this.session.delete();
		await().atMost(PATIENCE).until(() -> !failures.isEmpty());
		assertThat(failures.peek()).isInstanceOf(SessionGoneException.class);
		assertThat(this.session.channel().state()).isEqualTo(ChannelState.ENDED);
		assertThatExceptionOfType(SessionGoneException.class).isThrownBy(() -> this.session.channel().connect());
	}

	@ParameterizedTest
	@Capability({ "8.21", "8.22" })
	@ValueSource(booleans = { false, true })
	void changesOfFilesAreToldFromTheFirstOneOn(boolean push) {
		this.session.fileSystem().createDirectory("/tmp/w/sub");
		Queue<FileChangeEvent> events = new ConcurrentLinkedQueue<>();
		WatchOptions options = WatchOptions.defaults().withPush(push).withPollInterval(Duration.ofMillis(50));
		try (EventSubscription watch = this.session.fileSystem().watch("/tmp/w", options, events::add)) {
			this.session.fileSystem().write("/tmp/w/early", "1");
			FileChangeEvent written = new FileChangeEvent(FileChangeType.MODIFY, "/tmp/w/early", false);
			await().atMost(PATIENCE)
				.until(() -> events.contains(new FileChangeEvent(FileChangeType.CREATE, "/tmp/w/early", false))
						&& events.contains(written));
			events.clear();
			this.session.command().run("echo more >>$TMPDIR/w/early; rmdir $TMPDIR/w/sub").requireSuccess();
			await().atMost(PATIENCE)
				.until(() -> events.contains(written)
						&& events.contains(new FileChangeEvent(FileChangeType.DELETE, "/tmp/w/sub", true)));
			assertThat(watch.failure()).isNull();
		}
		assertThat(subscriptions()).isEqualTo(push ? 1 : 0);
		int told = events.size();
		this.session.fileSystem().write("/tmp/w/after", "1");
		await().during(Duration.ofMillis(400)).atMost(PATIENCE).until(() -> events.size() == told);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void twoWatchesOfOneDirectoryAreBothToldEverything(boolean push) {
		this.session.fileSystem().createDirectory("/tmp/w");
		Queue<FileChangeEvent> first = new ConcurrentLinkedQueue<>();
		Queue<FileChangeEvent> second = new ConcurrentLinkedQueue<>();
		WatchOptions options = WatchOptions.defaults().withPush(push).withPollInterval(Duration.ofMillis(50));
		try (EventSubscription one = this.session.fileSystem().watch("/tmp/w", options, first::add)) {
			EventSubscription two = this.session.fileSystem().watch("/tmp/w", options, second::add);
			for (int i = 0; i < 5; i++) {
				FileChangeEvent created = new FileChangeEvent(FileChangeType.CREATE, "/tmp/w/" + i, false);
				this.session.fileSystem().write("/tmp/w/" + i, "1");
				await().atMost(PATIENCE).until(() -> first.contains(created) && second.contains(created));
			}
			assertThat(subscriptions()).isEqualTo(push ? 1 : 0);
			two.close();
			int told = second.size();
			this.session.fileSystem().write("/tmp/w/later", "1");
			await().atMost(PATIENCE)
				.until(() -> first.contains(new FileChangeEvent(FileChangeType.CREATE, "/tmp/w/later", false)));
			assertThat(second).hasSize(told);
			assertThat(one.failure()).isNull();
		}
		try (EventSubscription again = this.session.fileSystem().watch("/tmp/w", options, second::add)) {
			this.session.fileSystem().write("/tmp/w/again", "1");
			await().atMost(PATIENCE)
				.until(() -> second.contains(new FileChangeEvent(FileChangeType.CREATE, "/tmp/w/again", false)));
			assertThat(again.failure()).isNull();
		}
	}

	@Test
	@Capability({ "4.7", "4.8", "8.22" })
	void aWatchOutlivesTheLossOfItsSocketAndMissesNothing() {
		this.session.fileSystem().createDirectory("/tmp/w");
		Queue<FileChangeEvent> events = new ConcurrentLinkedQueue<>();
		try (EventSubscription watch = this.session.fileSystem().watch("/tmp/w", events::add)) {
			await().atMost(PATIENCE).until(() -> subscriptions() == 1);
			this.session.fileSystem().write("/tmp/w/first", "1");
			await().atMost(PATIENCE).until(() -> !events.isEmpty());
			int before = subscriptions();
			this.runtime.faults().onNext(Journal.CHANNEL_CALL, Fault.dropBeforeHandling());
			// The connection may be lost before the message counts as sent.
			this.session.reactive()
				.channel()
				.send("wuying_codespace", Map.of("method", "nothing"))
				.onErrorComplete(StreamBrokenException.class)
				.block(PATIENCE);
			await().atMost(PATIENCE).until(() -> this.session.channel().state() == ChannelState.RECONNECTING);
			this.session.fileSystem().write("/tmp/w/meanwhile", "1");
			await().atMost(PATIENCE)
				.until(() -> events.contains(new FileChangeEvent(FileChangeType.CREATE, "/tmp/w/meanwhile", false)));
			assertThat(subscriptions()).isGreaterThan(before);
			assertThat(this.session.channel().state()).isEqualTo(ChannelState.OPEN);
			assertThat(watch.failure()).isNull();
		}
	}

	@Test
	void aWatchFailsWhenItsSessionEnds() {
		this.session.fileSystem().createDirectory("/tmp/w");
		try (EventSubscription watch = this.session.fileSystem().watch("/tmp/w", (event) -> {
		})) {
			await().atMost(PATIENCE).until(() -> this.session.channel().state() == ChannelState.OPEN);
			this.session.delete();
			await().atMost(PATIENCE).until(() -> watch.failure() instanceof SessionGoneException);
			assertThat(watch.completion()).isCompletedExceptionally();
		}
	}

	@Test
	@Capability({ "8.20", "8.23" })
	void changesAreToldWhenAskedFor() {
		this.session.fileSystem().createDirectory("/tmp/w");
		this.session.fileSystem().write("/tmp/w/old", "1");
		assertThat(this.session.fileSystem().changes("/tmp/w")).isEmpty();
		this.session.fileSystem().write("/tmp/w/new", "1");
		this.session.fileSystem().write("/tmp/w/old", "12");
		var changes = this.session.fileSystem().changes("/tmp/w");
		assertThat(files(changes, FileChangeType.CREATE)).containsExactly("/tmp/w/new");
		assertThat(files(changes, FileChangeType.MODIFY)).containsExactlyInAnyOrder("/tmp/w/new", "/tmp/w/old");
		this.session.fileSystem().delete("/tmp/w/new");
		assertThat(files(this.session.fileSystem().changes("/tmp/w"), FileChangeType.DELETE))
			.containsExactly("/tmp/w/new");
		assertThat(Refusal.of(() -> this.session.fileSystem().changes("/tmp/none")).failureKind())
			.isEqualTo(FailureKind.TOOL);
	}

	@Test
	@Capability("8.10")
	void severalFilesAreReadAtOnce() {
		String tricky = "a: b\n---\nc:\n";
		this.session.fileSystem().write("/tmp/one", tricky);
		this.session.fileSystem().write("/tmp/t:wo", "zwei äöü");
		this.session.fileSystem().write("/tmp/three", "");
		var files = this.session.fileSystem().readMultiple(List.of("/tmp/one", "/tmp/t:wo", "/tmp/three", "/tmp/one"));
		assertThat(files).containsExactly(Map.entry("/tmp/one", tricky), Map.entry("/tmp/t:wo", "zwei äöü"),
				Map.entry("/tmp/three", ""));
	}

	@Test
	void twoHundredSessionsSocketsLeaveNoThread() {
		int before = Thread.activeCount();
		for (int i = 0; i < 200; i++) {
			this.session.channel().connect();
			this.session.channel().disconnect();
		}
		await().atMost(PATIENCE).until(() -> Thread.activeCount() <= before + 4);
	}

	private static List<String> files(List<FileChangeEvent> changes, FileChangeType type) {
		return changes.stream()
			.filter((change) -> !change.directory() && change.type().equals(type))
			.map(FileChangeEvent::path)
			.toList();
	}

	private int subscriptions() {
		return (int) this.runtime.journal()
			.toolCalls("subscribe_file_change")
			.stream()
			.filter((call) -> this.session.id().equals(call.sessionId()))
			.count();
	}

}
