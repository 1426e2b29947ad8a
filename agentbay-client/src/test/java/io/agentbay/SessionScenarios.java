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

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import io.agentbay.command.CommandFailedException;
import io.agentbay.command.CommandOptions;
import io.agentbay.error.AgentBayException;
import io.agentbay.error.ArgumentRefusedException;
import io.agentbay.error.FailureKind;
import io.agentbay.error.OutcomeUnknownException;
import io.agentbay.error.ToolFailedException;
import io.agentbay.filesystem.DirectoryEntry;
import io.agentbay.filesystem.FileEdit;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.local.fault.Fault;
import io.agentbay.paging.Page;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.DeleteOption;
import io.agentbay.session.Session;
import io.agentbay.session.SessionQuery;
import io.agentbay.session.SessionStatus;
import io.agentbay.session.SessionSummary;
import io.agentbay.testing.Capability;
import io.agentbay.testing.LocalClient;
import io.agentbay.testing.Refusal;
import io.agentbay.tool.ToolCall;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What a user does with sessions, over real sockets against the local runtime: real
 * processes, real files. Runs once for each way to the tools.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class SessionScenarios {

	private final boolean directLink;

	private LocalAgentBay runtime;

	private AgentBay agentBay;

	private Session session;

	SessionScenarios(boolean directLink) {
		this.directLink = directLink;
	}

	@BeforeAll
	void start() {
		this.runtime = LocalAgentBay.builder().directLink(this.directLink).start();
		this.agentBay = client(this.runtime.apiKey()).build();
	}

	@AfterAll
	void stop() {
		this.agentBay.close();
		this.runtime.close();
	}

	@BeforeEach
	void createSession() {
		this.session = this.agentBay.create();
	}

	@AfterEach
	void noSessionIsLeft() {
		this.session.close();
		assertThat(this.runtime.liveSessionIds()).isEmpty();
		assertThat(this.agentBay.cachedSessions()).isEmpty();
	}

	private AgentBayBuilder client(String key) {
		return LocalClient.of(this.runtime).apiKey(key);
	}

	@Test
	@Capability({ "9.1", "9.4", "9.5" })
	void aCommandAnswersOutputAndExitCode() {
		var result = this.session.command().run("echo out; echo err >&2").requireSuccess();
		assertThat(result.stdout()).isEqualTo("out\n");
		assertThat(result.stderr()).isEqualTo("err\n");
		assertThat(result.output()).isEqualTo("out\nerr\n");
		assertThat(result.exitCode()).isZero();
		assertThat(result.requestId()).isNotBlank();
	}

	@Test
	@Capability("9.5")
	void aCommandThatFailsIsAnAnswerWithItsOutput() {
		var result = this.session.command().run("echo before; echo wrong >&2; exit 3");
		assertThat(result.success()).isFalse();
		assertThat(result.exitCode()).isEqualTo(3);
		assertThat(result.stdout()).isEqualTo("before\n");
		assertThat(result.stderr()).isEqualTo("wrong\n");
		assertThat(result.timedOut()).isFalse();
		assertThatExceptionOfType(CommandFailedException.class).isThrownBy(result::requireSuccess)
			.withMessageStartingWith(
					"Exit code 3: echo before; echo wrong >&2; exit 3 | stderr: wrong | stdout: before")
			.satisfies((ex) -> assertThat(ex.sessionId()).isEqualTo(this.session.id()))
			.satisfies((ex) -> assertThat(ex.exitCode()).isEqualTo(3));
		assertThat(result.traceId()).isNotBlank();
	}

	@Test
	@Capability({ "9.2", "9.3" })
	void aCommandRunsWhereAndWithWhatItIsTold() {
		this.session.fileSystem().createDirectory("/tmp/work");
		var options = CommandOptions.defaults()
			.withWorkingDirectory("/tmp/work")
			.withVariable("GREETING", "grüß Gott; $(exit 1) '\"")
			.withTimeout(Duration.ofSeconds(20));
		var result = this.session.command().run("basename \"$PWD\"; printf %s \"$GREETING\"", options).requireSuccess();
		assertThat(result.stdout()).isEqualTo("work\ngrüß Gott; $(exit 1) '\"");
	}

	@Test
	void anInputOfAnySizeIsReadToItsEnd() {
		for (String input : List.of("", "it's", "'".repeat(40_000), "ü".repeat(40_000), "🚀 line\n".repeat(40_000))) {
			var options = CommandOptions.defaults().withInput(input).withWorkingDirectory("/tmp");
			var result = this.session.command().run("wc -c; exit 3", options);
			assertThat(result.exitCode()).isEqualTo(3);
			assertThat(result.stdout().strip())
				.isEqualTo(String.valueOf(input.getBytes(StandardCharsets.UTF_8).length));
		}
		assertThat(this.session.command().run("ls -A /tmp | grep agentbay-input").stdout()).isEmpty();
	}

	@Test
	void aTildeIsTheHomeDirectoryEverywhere() {
		var files = this.session.fileSystem();
		files.createDirectory("~/sub");
		files.write("~/sub/a", "content");
		assertThat(files.read("sub/a")).isEqualTo("content");
		assertThat(files.exists("~/sub/a")).isTrue();
		assertThat(files.list("~")).contains(new DirectoryEntry("sub", true));
		assertThat(files.readMultiple(List.of("~/sub/a"))).containsOnlyKeys("~/sub/a");
		var there = CommandOptions.defaults().withWorkingDirectory("~/sub");
		assertThat(this.session.command().run("cat a", there).stdout()).isEqualTo("content");
		files.deleteRecursively("~/sub");
		assertThat(files.exists("sub")).isFalse();
	}

	@Test
	void aTransferMeansTheSamePathAsACommand(@TempDir Path local) throws IOException {
		var files = this.session.fileSystem();
		Path movie = Files.writeString(local.resolve("movie.mp4"), "pictures");
		assertThat(files.upload(movie, "movie.mp4").path()).isEqualTo("/home/wuying/movie.mp4");
		assertThat(this.session.command().run("cat movie.mp4").stdout()).isEqualTo("pictures");
		files.upload(movie, "~/new/folder/movie.mp4");
		files.upload(movie, "/tmp/elsewhere/movie.mp4");
		for (String path : List.of("movie.mp4", "new/folder/movie.mp4", "/tmp/elsewhere/movie.mp4")) {
			Path copy = local.resolve(path.replace('/', '-'));
			files.download(path, copy);
			assertThat(copy).hasContent("pictures");
			try (InputStream stream = files.openStream(path)) {
				assertThat(stream.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("pictures");
			}
		}
		assertThat(files.list("/tmp/file-transfer")).isEmpty();
	}

	@Test
	void anUploadKeepsWhatIsThere(@TempDir Path local) throws IOException {
		var files = this.session.fileSystem();
		Path script = Files.writeString(local.resolve("script"), "echo new");
		this.session.command()
			.run("echo echo old > script; chmod 750 script; ln -s script link; mkdir dir; mkfifo pipe");
		files.upload(script, "link");
		assertThat(this.session.command().run("./script; stat -c %a script; readlink link").stdout())
			.isEqualTo("new\n750\nscript\n");
		assertThatExceptionOfType(ArgumentRefusedException.class).isThrownBy(() -> files.upload(script, "dir"))
			.withMessageContaining("directory");
		assertThatExceptionOfType(ArgumentRefusedException.class).isThrownBy(() -> files.upload(script, "pipe"))
			.withMessageContaining("something else than a file");
		assertThatExceptionOfType(ArgumentRefusedException.class)
			.isThrownBy(() -> files.upload(script, "/tmp/file-transfer"))
			.withMessageContaining("directory");
		assertThatExceptionOfType(ArgumentRefusedException.class)
			.isThrownBy(() -> files.download("dir", local.resolve("copy")))
			.withMessageContaining("directory");
		assertThat(this.session.command().run("umask 022; ls dir").stdout()).isEmpty();
		assertThat(files.list("/tmp/file-transfer")).isEmpty();
	}

	@Test
	void aCommandThatOutlivesItsTimeoutIsEndedAndItsOutputIsLost() {
		var result = this.session.command()
			.run("echo started; sleep 60", CommandOptions.defaults().withTimeout(Duration.ofMillis(300)));
		assertThat(result.success()).isFalse();
		assertThat(result.timedOut()).isTrue();
		assertThatExceptionOfType(CommandFailedException.class).isThrownBy(result::requireSuccess)
			.withMessageStartingWith("Ended after 0.300 s: echo started; sleep 60");
		assertThat(result.stdout()).isEmpty();
		assertThat(result.exitCode()).isNotZero();
	}

	@Test
	@Capability({ "8.4", "8.7", "8.12", "8.9", "8.14" })
	void aFileGoesThereAndBack() {
		var files = this.session.fileSystem();
		files.write("notes.txt", "eins\nzwei 🚀\n");
		files.append("notes.txt", "drei");
		assertThat(files.read("notes.txt")).isEqualTo("eins\nzwei 🚀\ndrei");
		assertThat(this.session.command().run("cat notes.txt").requireSuccess().stdout())
			.isEqualTo("eins\nzwei 🚀\ndrei");
		assertThat(files.info("notes.txt")).satisfies((info) -> {
			assertThat(info.size()).isEqualTo("eins\nzwei 🚀\ndrei".getBytes(StandardCharsets.UTF_8).length);
			assertThat(info.directory()).isFalse();
		});
	}

	@Test
	void anEmptyFileIsReadAsEmpty() {
		this.session.fileSystem().write("empty", "");
		assertThat(this.session.fileSystem().read("empty")).isEmpty();
	}

	@Test
	void aLongTextArrivesWhole() {
		String line = "ä long line with 🚀 and 日本語 number ";
		String text = String.join("\n", IntStream.range(0, 6000).mapToObj((i) -> line + i).toList());
		this.session.fileSystem().write("long.txt", text);
		assertThat(this.session.fileSystem().read("long.txt")).isEqualTo(text);
	}

	@Test
	@Capability("8.8")
	void aBinaryFileArrivesWhole() {
		byte[] bytes = new byte[120_000];
		new Random(42).nextBytes(bytes);
		this.session.fileSystem().write("b64", Base64.getEncoder().encodeToString(bytes));
		this.session.command().run("base64 -d b64 > binary").requireSuccess();
		assertThat(this.session.fileSystem().readBytes("binary")).isEqualTo(bytes);
	}

	@Test
	@Capability({ "8.1", "8.2", "8.5", "8.6", "8.11" })
	void filesAreListedMovedSearchedAndDeleted() {
		var files = this.session.fileSystem();
		files.createDirectory("/tmp/tree/sub");
		files.write("/tmp/tree/a.txt", "a");
		files.write("/tmp/tree/sub/b.txt", "b");
		files.write("/tmp/tree/sub/c.log", "c");
		assertThat(files.list("/tmp/tree")).extracting("name", "directory")
			.containsExactlyInAnyOrder(tuple("sub", true), tuple("a.txt", false));
		assertThat(files.search("/tmp/tree", "*.txt")).hasSize(2);
		assertThat(files.search("/tmp/tree", "*", List.of("*.txt", "sub")))
			.allSatisfy((path) -> assertThat(path).doesNotEndWith(".txt"));
		assertThat(files.search("/tmp/tree", "nothing*")).isEmpty();
		files.move("/tmp/tree/a.txt", "/tmp/tree/z.txt");
		assertThat(Refusal.of(() -> files.info("/tmp/tree/a.txt")).failureKind()).isEqualTo(FailureKind.TOOL);
		files.delete("/tmp/tree/z.txt");
		assertThat(files.list("/tmp/tree")).hasSize(1);
	}

	@Test
	@Capability("8.3")
	void aFileIsEditedOnlyWhenItIsMeant() {
		var files = this.session.fileSystem();
		files.write("code.txt", "alpha beta alpha");
		var edits = List.of(new FileEdit("alpha", "gamma"), new FileEdit("beta", ""));
		assertThat(files.previewEdit("code.txt", edits)).contains("gamma");
		assertThat(files.read("code.txt")).isEqualTo("alpha beta alpha");
		files.edit("code.txt", edits);
		assertThat(files.read("code.txt")).isEqualTo("gamma  alpha");
	}

	@Test
	void filesOfOneSessionAreInvisibleToAnother() {
		this.session.fileSystem().write("/tmp/private", "mine");
		try (Session other = this.agentBay.create()) {
			assertThat(Refusal.of(() -> other.fileSystem().read("/tmp/private")).failureKind())
				.isEqualTo(FailureKind.TOOL);
		}
	}

	@Test
	@Capability({ "2.2", "3.4", "3.5" })
	void labelsAreSetReadAndSearchedFor() {
		String mark = UUID.randomUUID().toString();
		this.session.setLabels(Map.of("run", mark, "env", "t 1 & ü"));
		assertThat(this.session.fetchLabels())
			.containsExactlyInAnyOrderEntriesOf(Map.of("run", mark, "env", "t 1 & ü"));
		assertThat(this.agentBay.list(SessionQuery.all().withLabel("run", mark))).extracting(SessionSummary::sessionId)
			.containsExactly(this.session.id());
		this.session.setLabels(Map.of("env", "other"));
		assertThat(this.agentBay.list(SessionQuery.all().withLabel("run", mark))).isEmpty();
	}

	@Test
	@Capability({ "2.21", "2.22" })
	void sessionsAreListedPageByPage() {
		String mark = UUID.randomUUID().toString();
		var params = CreateSessionOptions.builder().label("page-test", mark).build();
		List<Session> created = IntStream.range(0, 5).mapToObj((i) -> this.agentBay.create(params)).toList();
		SessionQuery query = SessionQuery.all().withLabel("page-test", mark).withPageSize(2);
		Page<SessionSummary> first = this.agentBay.listPage(query);
		Page<SessionSummary> second = this.agentBay
			.listPage(query.withStatus(SessionStatus.RUNNING).withPageToken(first.nextToken()));
		assertThat(second.items()).hasSize(2);
		assertThat(second.totalCount()).isEqualTo(5);
		Page<SessionSummary> third = this.agentBay.listPage(query.withPageToken(second.nextToken()));
		assertThat(third.items()).hasSize(1);
		assertThat(third.isLast()).isTrue();
		assertThat(this.agentBay.list(query)).extracting(SessionSummary::sessionId)
			.containsExactlyInAnyOrderElementsOf(created.stream().map(Session::id).toList());
		Flux.fromIterable(created).flatMap((one) -> one.reactive().delete()).blockLast();
	}

	@Test
	@Capability({ "2.19", "2.20", "3.2", "3.3", "3.7" })
	void aSessionIsFoundAgainAndDescribed() {
		Session found = this.agentBay.get(this.session.id());
		assertThat(found.command().run("echo hi").requireSuccess().stdout()).isEqualTo("hi\n");
		assertThat(this.session.fetchStatus()).isEqualTo(SessionStatus.RUNNING);
		assertThat(this.session.fetchInfo().sessionId()).isEqualTo(this.session.id());
		this.session.keepAlive();
		assertThat(this.agentBay.find(this.session.id())).get().extracting(Session::id).isEqualTo(this.session.id());
		assertThat(this.agentBay.find("session-00000000000000000")).isEmpty();
		var details = this.agentBay.fetchDetails(this.session.id());
		assertThat(details.status()).isEqualTo(SessionStatus.RUNNING);
		assertThat(details.toString()).doesNotContain(String.valueOf(details.token()));
	}

	@Test
	@Capability({ "3.10", "3.11", "3.12", "3.16" })
	void toolsAreListedWithSchemasAndCalledByName() {
		var tools = this.session.listTools();
		assertThat(tools).anySatisfy((tool) -> {
			assertThat(tool.name()).isEqualTo("shell");
			assertThat(tool.inputSchema()).contains("command");
		});
		var call = ToolCall.of("get_metrics", Map.of())
			.withReadTimeout(Duration.ofSeconds(10))
			.withConnectTimeout(Duration.ofSeconds(5));
		assertThat(this.session.callTool(call).requireSuccess().text()).contains("cpu_count");
		assertThat(this.session.fetchMetrics().memoryTotal()).isPositive();
	}

	@Test
	void anUnknownToolIsAnErrorForAModel() {
		var result = this.session.callTool("no_such_tool", Map.of());
		assertThat(result.isError()).isTrue();
		assertThat(result.text()).contains("no_such_tool");
		assertThatExceptionOfType(ToolFailedException.class).isThrownBy(result::requireSuccess)
			.withMessageContaining("no_such_tool");
		assertThat(result.requestId()).isNotBlank();
	}

	@Test
	void anUnknownSessionIsGone() {
		var result = Refusal.of(() -> this.agentBay.get("session-00000000000000000"));
		assertThat(result.failureKind()).isEqualTo(FailureKind.SESSION_GONE);
		assertThat(result.requestId()).isNotBlank();
	}

	@Test
	void aWrongKeyIsThrown() {
		try (AgentBay stranger = client("akm-wrong").build()) {
			assertThatExceptionOfType(AgentBayException.class).isThrownBy(() -> stranger.listPage(SessionQuery.all()))
				.withMessageContaining("API key");
		}
	}

	@Test
	@Capability({ "2.24", "3.1" })
	void deletingTwiceIsHarmlessAndGoneIsGone() {
		Session other = this.agentBay.create();
		other.delete(DeleteOption.SAVE_CONTEXTS);
		other.delete();
		this.agentBay.delete(other.id());
		assertThat(Refusal.of(() -> other.command().run("ls")).failureKind()).isEqualTo(FailureKind.SESSION_GONE);
		assertThat(other.fetchStatus()).isEqualTo(SessionStatus.FINISH);
		assertThat(Refusal.of(() -> other.setLabels(Map.of("a", "b"))).failureKind())
			.isEqualTo(FailureKind.SESSION_GONE);
	}

	@Test
	void aSessionThatWasFoundLearnsOfItsEndFromAnyAnswer() {
		Session own = this.agentBay.create();
		try (AgentBay elsewhere = client(this.runtime.apiKey()).build()) {
			Session found = elsewhere.get(own.id());
			assertThat(found.createdAt()).isNull();
			assertThat(found.isKnownToHaveEnded()).isFalse();
			own.delete();
			assertThat(own.isKnownToHaveEnded()).isTrue();
			Refusal.of(() -> found.command().run("true"));
			assertThat(found.isKnownToHaveEnded()).isTrue();
		}
	}

	@Test
	void whatIsKnownOfASessionIsToldWithoutAsking() {
		CreateSessionOptions params = CreateSessionOptions.builder().label("a", "b").build();
		Instant before = Instant.now();
		try (Session own = this.agentBay.create(params); AgentBay elsewhere = client(this.runtime.apiKey()).build()) {
			assertThat(own.createdAt()).isBetween(before, Instant.now());
			assertThat(own.knownLabels()).isEqualTo(Map.of("a", "b"));
			own.setLabels(Map.of("c", "d"));
			assertThat(own.knownLabels()).isEqualTo(Map.of("c", "d"));
			Session found = elsewhere.get(own.id());
			assertThat(found.knownLabels()).isNull();
			found.fetchLabels();
			assertThat(found.knownLabels()).isEqualTo(Map.of("c", "d"));
		}
	}

	@Test
	void aCommandWhoseAnswerIsLostRanOnce() {
		this.runtime.faults().onNext(this.directLink ? "callTool" : "CallMcpTool", Fault.dropAfterHandling());
		assertThatExceptionOfType(OutcomeUnknownException.class)
			.isThrownBy(() -> this.session.command().run("echo x >> count"));
		assertThat(this.session.fileSystem().read("count")).isEqualTo("x\n");
	}

	@Test
	void aCreateWhoseAnswerIsLostMadeOneSession() {
		this.runtime.faults().onNext("CreateMcpSession", Fault.dropAfterHandling());
		try (Session adopted = this.agentBay.create()) {
			assertThat(this.runtime.liveSessionIds()).containsExactlyInAnyOrder(this.session.id(), adopted.id());
			assertThat(adopted.command().run("echo hi").success()).isTrue();
		}
	}

	@Test
	@Capability("1.2")
	void theReactiveFaceDoesTheSameWithoutWaiting() {
		String output = this.agentBay.reactive()
			.create()
			.flatMap((created) -> created.fileSystem()
				.write("a", "reactive")
				.then(created.command().run("cat a"))
				.flatMap((result) -> created.delete().thenReturn(result.stdout())))
			.block(Duration.ofSeconds(30));
		assertThat(output).isEqualTo("reactive");
	}

}
