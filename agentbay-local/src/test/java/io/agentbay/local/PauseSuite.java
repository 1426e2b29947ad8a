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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.agentbay.local.TestClient.Answer;
import io.agentbay.local.TestClient.ToolAnswer;
import io.agentbay.local.clock.ManualClock;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What it means that a session sleeps, however sessions are isolated.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PauseSuite {

	private static final String COUNT = "sh -c 'i=0; while :; do i=$((i+1)); echo $i > ~/count.new; "
			+ "mv ~/count.new ~/count; sleep 0.01; done' >/dev/null 2>&1 & echo $!";

	private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T08:00:00Z"));

	private final Path data;

	private final LocalAgentBay runtime;

	private final TestClient client;

	private String session = "";

	PauseSuite(Isolation isolation) {
		try {
			this.data = Files.createTempDirectory("pause-tests-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.runtime = LocalAgentBay.builder().isolation(isolation).clock(this.clock).dataDirectory(this.data).start();
		this.client = new TestClient(this.runtime);
	}

	@BeforeEach
	void createSession() {
		this.session = this.client.createSession();
	}

	@AfterEach
	void deleteSession() {
		if (this.runtime.liveSessionIds().contains(this.session)) {
			this.client.call("DeleteSessionAsync", "SessionId", this.session);
		}
		await().until(() -> this.runtime.liveSessionIds().isEmpty());
	}

	@AfterAll
	void closeRuntime() throws IOException {
		this.runtime.close();
		Files.delete(this.data);
	}

	@Test
	@Exercises({ "PauseSessionAsync", "ResumeSessionAsync" })
	void theStatusHasChangedWhenTheCallIsAnswered() {
		this.client.call("PauseSessionAsync", "SessionId", this.session).ok();
		assertThat(status()).isIn("PAUSING", "PAUSED");
		await().until(() -> status().equals("PAUSED"));
		this.client.call("ResumeSessionAsync", "SessionId", this.session).ok();
		assertThat(status()).isIn("RESUMING", "RUNNING");
		await().until(() -> status().equals("RUNNING"));
	}

	@Test
	void theStatusShowsWhereverSessionsAreShown() {
		pause();
		assertThat(this.client.call("GetSessionDetail", "SessionId", this.session).ok().at("/Data/Status").asString())
			.isEqualTo("PAUSED");
		JsonNode list = this.client.call("ListSession", "Status", "PAUSED").ok();
		assertThat(list.at("/Data/0/SessionId").asString()).isEqualTo(this.session);
		assertThat(this.client.call("ListSession", "Status", "RUNNING").ok().path("TotalCount").intValue()).isZero();
	}

	@Test
	void noProcessRunsWhileTheSessionIsPausedAndAllRunOnAfterwards() {
		String pid = stdout(COUNT).strip();
		await().until(() -> count() > 2);
		pause();
		long before = count();
		await().during(Duration.ofMillis(300)).until(() -> count() == before);
		resume();
		await().until(() -> count() > before + 5);
		assertThat(stdout("kill -0 " + pid + " && echo alive")).isEqualTo("alive\n");
	}

	@Test
	void processesThatBreedAreAllStopped() {
		// Each link of the chain starts the next one and ends: a look at the list of
		// processes is never up to date.
		stdout("cat > ~/chain <<'END'\ni=$(cat ~/count); echo $((i+1)) > ~/count.$i; mv ~/count.$i ~/count\n"
				+ "setsid sh ~/chain & exit\nEND\necho 0 > ~/count; sh ~/chain >/dev/null 2>&1");
		await().until(() -> count() > 20);
		for (int i = 0; i < 3; i++) {
			pause();
			long before = count();
			await().during(Duration.ofMillis(200)).until(() -> count() == before);
			resume();
			await().until(() -> count() > before + 5);
		}
	}

	@Test
	void aCommandUnderWayStandsStillAndItsTimeDoesNotPass() throws Exception {
		CompletableFuture<JsonNode> result = CompletableFuture.supplyAsync(() -> this.client.shell(this.session,
				"echo $$ > ~/started; while [ ! -e ~/go ]; do sleep 0.01; done; echo done",
				Map.of("timeout_ms", 1500)));
		await().until(() -> exists("started"));
		Instant start = Instant.now();
		pause();
		await().atMost(Duration.ofSeconds(10))
			.until(() -> Duration.between(start, Instant.now()).compareTo(Duration.ofMillis(2000)) > 0);
		assertThat(result).isNotDone();
		resume();
		stdout("touch ~/go");
		assertThat(result.get().path("stdout").stringValue()).isEqualTo("done\n");
	}

	@Test
	void aCommandCanStillRunOutOfTimeAfterAPause() {
		CompletableFuture<ToolAnswer> result = CompletableFuture.supplyAsync(() -> this.client.tool(this.session,
				"shell", Map.of("command", "touch ~/started; sleep 60", "timeout_ms", 1000)));
		await().until(() -> exists("started"));
		pause();
		resume();
		await().until(result::isDone);
		assertThat(result.join().text()).endsWith("[timeout]");
	}

	@Test
	void whatTheUserHadStoppedStaysStopped() {
		String pid = stdout(COUNT).strip();
		await().until(() -> count() > 2);
		stdout("kill -STOP " + pid);
		await().until(() -> stdout("cut -d' ' -f3 /proc/" + pid + "/stat").equals("T\n"));
		pause();
		resume();
		long before = count();
		await().during(Duration.ofMillis(200)).until(() -> count() == before);
		assertThat(stdout("cut -d' ' -f3 /proc/" + pid + "/stat")).isEqualTo("T\n");
		stdout("kill -CONT " + pid);
		await().until(() -> count() > before);
	}

	@Test
	void otherSessionsAreNotStopped() {
		String other = this.client.createSession();
		this.client.shell(other, COUNT);
		await().until(() -> count(other) > 2);
		pause();
		long before = count(other);
		await().until(() -> count(other) > before + 5);
		this.client.call("DeleteSessionAsync", "SessionId", other).ok();
	}

	@Test
	void toolsAreRefusedByBothDoorsWhileTheSessionIsPaused() {
		JsonNode record = this.client.call("GetSession", "SessionId", this.session).ok().path("Data");
		pause();
		assertRefused(this.client.call("CallMcpTool", "SessionId", this.session, "Name", "shell", "Args",
				"{\"command\":\"true\"}"), "PAUSED", "RUNNING");
		String path = record.path("LinkUrl").stringValue().substring(this.runtime.endpoint().toString().length());
		assertRefused(
				TestClient.answer(this.client.web()
					.post()
					.uri(path + "/callTool")
					.header("X-Access-Token", record.path("Token").stringValue())
					.contentType(MediaType.APPLICATION_JSON)
					.bodyValue("{\"tool\":\"shell\",\"server\":\"wuying_shell\",\"args\":{\"command\":\"true\"}}")),
				"PAUSED", "RUNNING");
		resume();
		assertThat(stdout("echo back")).isEqualTo("back\n");
	}

	@Test
	void onlyARunningSessionCanBePausedAndOnlyAPausedOneResumed() {
		assertRefused(this.client.call("ResumeSessionAsync", "SessionId", this.session), "RUNNING", "PAUSED");
		pause();
		assertRefused(this.client.call("PauseSessionAsync", "SessionId", this.session), "PAUSED", "RUNNING");
		for (String action : new String[] { "PauseSessionAsync", "ResumeSessionAsync" }) {
			assertThat(this.client.call(action, "SessionId", "session-0a1b2c3d4e5f6g7h8").code())
				.isEqualTo("InvalidMcpSession.NotFound");
			assertThat(this.client.call(action).code()).isEqualTo("MissingParameter");
		}
	}

	@Test
	void aPausedSessionCanBeDeleted() {
		String mark = UUID.randomUUID().toString();
		stdout("nohup sh -c 'sleep 66; : " + mark + "' >/dev/null 2>&1 & setsid sh -c 'sleep 67; : " + mark + "' &");
		assertThat(MachineProcesses.commandLinesContaining(mark)).isNotEmpty();
		pause();
		this.client.call("DeleteSessionAsync", "SessionId", this.session).ok();
		await().until(() -> this.runtime.liveSessionIds().isEmpty());
		assertThat(MachineProcesses.commandLinesContaining(mark)).isEmpty();
		assertThat(MachineProcesses.withEnvironment("AGENTBAY_SESSION_ID=" + this.session)).isEmpty();
	}

	@Test
	void aSessionWithoutAnyProcessCanBePausedToo() {
		pause();
		resume();
		assertThat(stdout("echo first")).isEqualTo("first\n");
	}

	@Test
	void aPausedSessionIsNotReleasedForBeingIdleAndItsTimeStartsAnewWhenItWakes() {
		pause();
		this.clock.advance(Duration.ofDays(30));
		assertThat(status()).isEqualTo("PAUSED");
		resume();
		this.clock.advance(Duration.ofSeconds(299));
		assertThat(status()).isEqualTo("RUNNING");
		this.clock.advance(Duration.ofSeconds(1));
		await().until(() -> this.runtime.liveSessionIds().isEmpty());
	}

	@Test
	void aLinkToAPausedSessionSaysSoAndWorksAgainAfterwards() {
		String url = this.client.call("GetLink", "SessionId", this.session, "ProtocolType", "https", "Port", "30177")
			.ok()
			.at("/Data/Url")
			.asString();
		String path = url.substring(this.runtime.endpoint().toString().length());
		pause();
		Answer asleep = TestClient.answer(this.client.web().get().uri(path));
		assertThat(asleep.status()).isEqualTo(503);
		assertThat(asleep.code()).isEqualTo("IncorrectSessionStatus");
		resume();
		assertThat(TestClient.answer(this.client.web().get().uri(path)).status()).isEqualTo(502);
	}

	private void pause() {
		this.client.call("PauseSessionAsync", "SessionId", this.session).ok();
		await().until(() -> status().equals("PAUSED"));
	}

	private void resume() {
		this.client.call("ResumeSessionAsync", "SessionId", this.session).ok();
		await().until(() -> status().equals("RUNNING"));
	}

	private String status() {
		return this.client.call("GetSession", "SessionId", this.session).ok().at("/Data/Status").asString();
	}

	private String stdout(String command) {
		return this.client.shell(this.session, command).path("stdout").stringValue();
	}

	private long count() {
		return count(this.session);
	}

	/**
	 * Looks from outside, where no tool is needed.
	 */
	private long count(String sessionId) {
		try {
			return Long.parseLong(Files.readString(home(sessionId).resolve("count")).strip());
		}
		catch (NoSuchFileException ex) {
			return 0;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean exists(String name) {
		return Files.exists(home(this.session).resolve(name));
	}

	private Path home(String sessionId) {
		try (Stream<Path> runtimes = Files.list(this.data)) {
			return runtimes.filter(Files::isDirectory)
				.findFirst()
				.orElseThrow()
				.resolve(sessionId)
				.resolve("home/wuying");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void assertRefused(Answer answer, String actual, String needed) {
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isEqualTo("IncorrectSessionStatus");
		assertThat(answer.message()).endsWith(" is " + actual + "; this needs it to be " + needed);
		assertThat(answer.json().path("Success").booleanValue()).isFalse();
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
	}

}
