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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.agentbay.local.clock.ManualClock;
import io.agentbay.local.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Contexts in sessions: files get in and out by policy, and nothing is lost on the way.
 */
class MountTests {

	private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

	private static final String OWN_ARCHIVE = "/tmp/data/agentbay-archive.zip";

	private final ManualClock clock = new ManualClock(START);

	private LocalAgentBay runtime;

	private TestClient client;

	private ContextClient contexts;

	private String id;

	@BeforeEach
	void startRuntime() {
		this.runtime = LocalAgentBay.builder().clock(this.clock).start();
		this.client = new TestClient(this.runtime);
		this.contexts = new ContextClient(this.client);
		this.id = this.contexts.create("c");
	}

	@AfterEach
	void closeRuntime() {
		this.runtime.close();
	}

	@Test
	void whatOneSessionLeavesTheNextOneFinds() {
		String first = this.contexts.session(this.id, "/tmp/data", null);
		assertThat(this.contexts.state(this.id)).isEqualTo("in-use");
		this.contexts.run(first,
				"cd ${TMPDIR:-/tmp}/data; mkdir -p d/empty; echo -n hello > d/a; printf '#!/bin/sh\necho works' > run; "
						+ "chmod +x run; head -c 3000000 /dev/zero > big");
		this.contexts.end(first);
		assertThat(this.contexts.state(this.id)).isEqualTo("available");
		assertThat(this.contexts.tree(this.id, "/tmp/data")).containsExactly("/tmp/data/big", "/tmp/data/d/",
				"/tmp/data/d/a", "/tmp/data/d/empty/", "/tmp/data/run");
		assertThat(this.contexts.read(this.id, "/tmp/data/d/a")).isEqualTo("hello");
		String second = this.contexts.session(this.id, "/tmp/data", null);
		assertThat(this.contexts.run(second, "cd ${TMPDIR:-/tmp}/data; cat d/a; ls -d d/empty; ./run; wc -c < big"))
			.isEqualTo("hellod/empty\nworks\n3000000\n");
	}

	@Test
	void aSessionThatIsReleasedForIdlenessSavesFirst() {
		String session = this.client.createSession("Timeout", "60", "PersistenceDataList",
				ContextClient.list(List.of(ContextClient.mount(this.id, "/tmp/data", null))));
		this.contexts.await(session, this.id, "/tmp/data", "download");
		this.contexts.write(session, "/tmp/data/a", "kept");
		this.clock.advance(Duration.ofSeconds(60));
		await().atMost(Duration.ofSeconds(10)).until(() -> this.runtime.liveSessionIds().isEmpty());
		assertThat(this.contexts.read(this.id, "/tmp/data/a")).isEqualTo("kept");
		JsonNode context = this.contexts.get(this.id);
		assertThat(context.path("State").stringValue()).isEqualTo("available");
		assertThat(context.path("LastUsedTime").stringValue()).isEqualTo("2026-01-02T03:05:05Z");
	}

	@Test
	void withAPeriodFilesAreSavedWhileTheSessionLives() {
		String session = this.contexts.session(this.id, "/tmp/data", "{\"uploadPolicy\":{\"period\":30}}");
		this.contexts.write(session, "/tmp/data/a", "first");
		this.clock.advance(Duration.ofSeconds(29));
		assertThat(this.contexts.tree(this.id, "/tmp/data")).isEmpty();
		for (String content : List.of("first", "second")) {
			this.contexts.write(session, "/tmp/data/a", content);
			this.clock.advance(Duration.ofSeconds(30));
			await().atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(this.contexts.stored(this.id, "/tmp/data/a")).isEqualTo(content));
		}
		assertThat(this.runtime.liveSessionIds()).containsExactly(session);
	}

	@Test
	void whatHasReachedTheEndOfItsLifecycleIsDeletedButNotWhileItIsInUse() {
		String policy = "{\"recyclePolicy\":{\"lifecycle\":\"Lifecycle_1Day\",\"paths\":[\"cache\", \"/tmp/data/log\"]}}";
		String first = this.contexts.session(this.id, "/tmp/data", policy);
		this.contexts.write(first, "/tmp/data/cache/a", "a");
		this.contexts.write(first, "/tmp/data/log", "b");
		this.contexts.write(first, "/tmp/data/kept", "c");
		this.contexts.end(first);
		this.clock.advance(Duration.ofHours(23));
		assertThat(this.contexts.tree(this.id, "/tmp/data")).hasSize(4);
		String elsewhere = this.client.createSession("Timeout", "604800", "PersistenceDataList",
				ContextClient.list(List.of(ContextClient.mount(this.id, "/tmp/other", null))));
		this.clock.advance(Duration.ofHours(2));
		assertThat(this.contexts.tree(this.id, "/tmp/data")).hasSize(4);
		this.contexts.end(elsewhere);
		this.clock.advance(Duration.ofSeconds(1));
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(
					() -> assertThat(this.contexts.tree(this.id, "/tmp/data")).containsExactly("/tmp/data/kept"));
	}

	@Test
	void thePolicyOfTheLastSessionDecidesHowLongFilesAreKept() {
		String first = this.contexts.session(this.id, "/tmp/data",
				"{\"recyclePolicy\":{\"lifecycle\":\"LIFECYCLE_1DAY\"}}");
		this.contexts.write(first, "/tmp/data/a", "a");
		this.contexts.end(first);
		this.contexts.end(this.contexts.session(this.id, "/tmp/data", null));
		this.clock.advance(Duration.ofDays(400));
		assertThat(this.contexts.read(this.id, "/tmp/data/a")).isEqualTo("a");
	}

	@Test
	void aLifecycleGoesOnWhenTheRuntimeIsStartedAnew(@TempDir Path directory) {
		String context;
		try (LocalAgentBay before = LocalAgentBay.builder().clock(this.clock).dataDirectory(directory).start()) {
			ContextClient storage = new ContextClient(new TestClient(before));
			context = storage.create("kept");
			String session = storage.session(context, "/tmp/data",
					"{\"recyclePolicy\":{\"lifecycle\":\"Lifecycle_3Days\"}}");
			storage.write(session, "/tmp/data/a", "a");
			storage.end(session);
		}
		ManualClock later = new ManualClock(START.plus(Duration.ofDays(2)));
		try (LocalAgentBay after = LocalAgentBay.builder().clock(later).dataDirectory(directory).start()) {
			ContextClient storage = new ContextClient(new TestClient(after));
			assertThat(storage.read(context, "/tmp/data/a")).isEqualTo("a");
			later.advance(Duration.ofDays(1));
			await().atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(storage.tree(context, "/tmp/data")).isEmpty());
		}
	}

	@Test
	@Exercises("GetContextInfo")
	void aTaskIsReportedInThreeLayersOfJsonWithNumbersForTimes() {
		this.runtime.faults().onNext("context-download", Fault.delay(Duration.ofMillis(300)));
		String session = this.client.createSession("PersistenceDataList",
				ContextClient.list(List.of(ContextClient.mount(this.id, "/tmp/data/", null))));
		assertThat(this.contexts.tasks(session)).singleElement().satisfies((task) -> {
			assertThat(task.path("status").stringValue()).isEqualTo("Running");
			assertThat(task.path("contextId").stringValue()).isEqualTo(this.id);
			assertThat(task.path("path").stringValue()).isEqualTo("/tmp/data/");
			assertThat(task.path("taskType").stringValue()).isEqualTo("download");
			assertThat(task.path("errorMessage").stringValue()).isEmpty();
			assertThat(task.path("startTime").longValue()).isEqualTo(START.getEpochSecond());
			assertThat(task.path("finishTime").isIntegralNumber()).isTrue();
		});
		JsonNode done = this.contexts.await(session, this.id, "/tmp/data/", "download");
		assertThat(done.path("finishTime").longValue()).isEqualTo(START.getEpochSecond());
		assertThat(this.contexts.tasks(session, "TaskType", "upload")).isEmpty();
		assertThat(this.contexts.tasks(session, "Path", "/tmp/data")).isEmpty();
		assertThat(this.contexts.tasks(session, "ContextId", "SdkCtx-other")).isEmpty();
	}

	@Test
	@Exercises("SyncContext")
	void contextsAreSynchronisedOnRequestBothWays() {
		String session = this.contexts.session(this.id, "/tmp/data", null);
		this.contexts.write(session, "/tmp/data/a", "from session");
		TestClient
			.answer(this.client.web()
				.method(HttpMethod.POST)
				.uri((uri) -> uri.path("/")
					.queryParam("Action", "SyncContext")
					.queryParam("Authorization", "Bearer " + this.runtime.apiKey())
					.queryParam("SessionId", session)
					.build()))
			.ok();
		assertThat(this.contexts.await(session, this.id, "/tmp/data", "upload").path("status").stringValue())
			.isEqualTo("Success");
		assertThat(this.contexts.read(this.id, "/tmp/data/a")).isEqualTo("from session");
		this.contexts.store(this.id, "/tmp/data/b/c", "from storage");
		this.contexts.sync(session, this.id, "/tmp/data", "download");
		assertThat(this.contexts.content(session, "/tmp/data/b/c")).isEqualTo("from storage");
		assertThat(this.client.call("SyncContext", "SessionId", session, "Mode", "sideways").code())
			.isEqualTo("InvalidParameter");
		String other = this.contexts.create("other");
		assertThat(ContextClient.refusal(this.client.call("SyncContext", "SessionId", session, "ContextId", other)))
			.isEqualTo("Context.NotBound");
		assertThat(ContextClient
			.refusal(this.client.call("SyncContext", "SessionId", session, "ContextId", this.id, "Path", "/tmp")))
			.isEqualTo("Context.NotBound");
		assertThat(
				ContextClient.refusal(this.client.call("SyncContext", "SessionId", session, "ContextId", "SdkCtx-0")))
			.isEqualTo("Context.NotFound");
	}

	@Test
	void whatIsDeletedInTheSessionIsDeletedInTheStorageUnlessThePolicySaysOtherwise() {
		for (String path : List.of("/tmp/data/a", "/tmp/data/d/b", "/tmp/data/d/e/c", "/tmp/kept/a")) {
			this.contexts.store(this.id, path, "x");
		}
		String session = this.contexts.session(this.id, "/tmp/data", null);
		this.contexts.run(session, "cd ${TMPDIR:-/tmp}/data; rm -r a d");
		this.contexts.end(session);
		assertThat(this.contexts.tree(this.id, "/")).containsExactly("/tmp/", "/tmp/data/", "/tmp/kept/",
				"/tmp/kept/a");
		String keeping = this.contexts.session(this.id, "/tmp/kept", "{\"deletePolicy\":{\"syncLocalFile\":false}}");
		this.contexts.run(keeping, "rm ${TMPDIR:-/tmp}/kept/a");
		this.contexts.end(keeping);
		assertThat(this.contexts.tree(this.id, "/tmp/kept")).containsExactly("/tmp/kept/a");
	}

	@Test
	void aFileThatBecomesADirectoryAndTheOtherWayRound() {
		this.contexts.store(this.id, "/tmp/data/a", "x");
		this.contexts.store(this.id, "/tmp/data/d/b", "x");
		String session = this.contexts.session(this.id, "/tmp/data", null);
		this.contexts.run(session,
				"cd ${TMPDIR:-/tmp}/data && rm -r a d && mkdir a && echo -n y > a/f && echo -n z > d");
		this.contexts.end(session);
		assertThat(this.contexts.tree(this.id, "/tmp/data")).containsExactly("/tmp/data/a/", "/tmp/data/a/f",
				"/tmp/data/d");
	}

	@Test
	void whatCouldNotBeLoadedIsNotLostBySaving() {
		this.contexts.store(this.id, "/tmp/data/a", "precious");
		this.runtime.faults().onNext("context-download", Fault.answer(500, "the disk is on fire"));
		String session = this.client.createSession("PersistenceDataList",
				ContextClient.list(List.of(ContextClient.mount(this.id, "/tmp/data", null))));
		JsonNode failed = this.contexts.await(session, this.id, "/tmp/data", "download");
		assertThat(failed.path("status").stringValue()).isEqualTo("Failed");
		assertThat(failed.path("errorMessage").stringValue()).isEqualTo("the disk is on fire");
		this.contexts.write(session, "/tmp/data/b", "new");
		assertThat(this.contexts.sync(session, this.id, "/tmp/data", "upload").path("status").stringValue())
			.isEqualTo("Success");
		assertThat(this.contexts.tasks(session)).as("what is over is replaced").hasSize(1);
		this.contexts.end(session);
		assertThat(this.contexts.tree(this.id, "/tmp/data")).containsExactly("/tmp/data/a", "/tmp/data/b");
		assertThat(this.runtime.faults().pending()).isFalse();
	}

	@Test
	void savingCanBeMadeToFail() {
		String session = this.contexts.session(this.id, "/tmp/data", null);
		this.contexts.write(session, "/tmp/data/a", "x");
		this.runtime.faults().onNext("context-upload", Fault.dropBeforeHandling());
		assertThat(this.contexts.sync(session, this.id, "/tmp/data", "upload").path("errorMessage").stringValue())
			.contains("broke");
		assertThat(this.contexts.tree(this.id, "/")).isEmpty();
		this.runtime.faults().onNext("context-upload", Fault.dropAfterHandling());
		assertThat(this.contexts.sync(session, this.id, "/tmp/data", "upload").path("status").stringValue())
			.isEqualTo("Failed");
		assertThat(this.contexts.read(this.id, "/tmp/data/a")).isEqualTo("x");
	}

	@Test
	void withoutAutomaticCopyingFilesStayWhereTheyAre() {
		this.contexts.store(this.id, "/tmp/data/a", "x");
		String policy = "{\"uploadPolicy\":{\"autoUpload\":false},\"downloadPolicy\":{\"autoDownload\":false}}";
		String session = this.contexts.session(this.id, "/tmp/data", policy);
		assertThat(this.contexts.run(session, "ls -a ${TMPDIR:-/tmp}/data")).isEqualTo(".\n..\n");
		this.contexts.write(session, "/tmp/data/b", "x");
		this.contexts.end(session);
		assertThat(this.contexts.tree(this.id, "/tmp/data")).containsExactly("/tmp/data/a");
	}

	@Test
	void twoSessionsShareAContextWithoutOverwritingWhatTheyDidNotTouch() {
		this.contexts.store(this.id, "/tmp/data/a", "old");
		String one = this.contexts.session(this.id, "/tmp/data", null);
		String two = this.contexts.session(this.id, "/tmp/data", null);
		this.contexts.write(two, "/tmp/data/a", "newer");
		this.contexts.end(two);
		assertThat(this.contexts.state(this.id)).isEqualTo("in-use");
		this.contexts.write(one, "/tmp/data/b", "mine");
		this.contexts.end(one);
		assertThat(this.contexts.read(this.id, "/tmp/data/a")).isEqualTo("newer");
		assertThat(this.contexts.read(this.id, "/tmp/data/b")).isEqualTo("mine");
		assertThat(this.contexts.state(this.id)).isEqualTo("available");
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"{\"bwList\":{\"whiteLists\":[{\"path\":\"/in\",\"excludePaths\":[\"/in/out\"]},{\"path\":\"one.txt\",\"excludePaths\":null}]}}",
			"{\"bwList\":{\"whiteLists\":[{\"path\":\"/tmp/data/in/\",\"excludePaths\":[\"out\"]},{\"path\":\"/tmp/data/one.txt\"}]}}" })
	void onlyWhatIsOnTheWhiteListsIsCopied(String policy) {
		List<String> all = List.of("/tmp/data/in/a", "/tmp/data/in/out/b", "/tmp/data/inside", "/tmp/data/one.txt",
				"/tmp/data/two.txt");
		all.forEach((path) -> this.contexts.store(this.id, path, "stored"));
		String session = this.contexts.session(this.id, "/tmp/data", policy);
		assertThat(this.contexts.run(session, "cd ${TMPDIR:-/tmp}/data; find . -type f | sort"))
			.isEqualTo("./in/a\n./one.txt\n");
		all.forEach((path) -> this.contexts.write(session, path, "changed"));
		this.contexts.end(session);
		assertThat(all.stream().filter((path) -> this.contexts.read(this.id, path).equals("changed")))
			.containsExactly("/tmp/data/in/a", "/tmp/data/one.txt");
	}

	@Test
	void aMappedContextAppearsUnderAnotherPath() {
		this.contexts.store(this.id, "/data/from/d/a", "x");
		String session = this.contexts.session(this.id, "/tmp/to", "{\"mappingPolicy\":{\"path\":\"/data/from\"}}");
		assertThat(this.contexts.content(session, "/tmp/to/d/a")).isEqualTo("x");
		this.contexts.write(session, "/tmp/to/b", "y");
		this.contexts.end(session);
		assertThat(this.contexts.tree(this.id, "/")).containsExactly("/data/", "/data/from/", "/data/from/b",
				"/data/from/d/", "/data/from/d/a");
	}

	@ParameterizedTest
	@ValueSource(strings = { "extractToCurrentFolder", "extractCurrentFolder" })
	void archivesAreUnpackedByPolicy(String spelling) {
		storeZip("/tmp/data/ext_1.zip", Map.of("manifest.json", "{}", "js/a.js", "1"));
		String intoFolder = this.contexts.session(this.id, "/tmp/data", null);
		assertThat(files(intoFolder)).containsExactly("ext_1/js/a.js", "ext_1/manifest.json");
		this.contexts.end(intoFolder);
		assertThat(this.contexts.tree(this.id, "/tmp/data")).as("what was only unpacked is not stored twice")
			.contains("/tmp/data/ext_1.zip")
			.noneMatch((path) -> path.endsWith(".js"));
		String here = this.contexts.session(this.id, "/tmp/data",
				"{\"extractPolicy\":{\"extract\":true,\"deleteSrcFile\":false,\"" + spelling + "\":true}}");
		assertThat(files(here)).containsExactly("ext_1.zip", "js/a.js", "manifest.json");
		String packed = this.contexts.session(this.id, "/tmp/data", "{\"extractPolicy\":{\"extract\":false}}");
		assertThat(files(packed)).containsExactly("ext_1.zip");
	}

	@Test
	void whatIsChangedInAnUnpackedArchiveWinsNextTime() {
		storeZip("/tmp/data/x.zip", Map.of("a", "old", "b", "b"));
		String session = this.contexts.session(this.id, "/tmp/data", null);
		this.contexts.write(session, "/tmp/data/x/a", "new");
		this.contexts.end(session);
		String next = this.contexts.session(this.id, "/tmp/data", null);
		assertThat(this.contexts.content(next, "/tmp/data/x/a")).isEqualTo("new");
		assertThat(this.contexts.content(next, "/tmp/data/x/b")).isEqualTo("b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "../evil", "a/../../../evil", "/evil", "..", "a/.." })
	void anArchiveThatLeadsOutIsNotUnpacked(String name) {
		storeZip("/tmp/data/bad.zip", Map.of("good", "x", name, "evil"));
		this.contexts.store(this.id, "/tmp/data/other", "fine");
		String session = this.client.createSession("PersistenceDataList",
				ContextClient.list(List.of(ContextClient.mount(this.id, "/tmp/data", null))));
		JsonNode task = this.contexts.await(session, this.id, "/tmp/data", "download");
		assertThat(task.path("status").stringValue()).isEqualTo("Failed");
		assertThat(task.path("errorMessage").stringValue()).contains("/bad.zip: The archive has an");
		assertThat(files(session)).containsExactly("bad.zip", "other");
		assertThat(this.contexts.run(session, "find ${TMPDIR:-/tmp} ~ -name evil")).isEmpty();
	}

	@Test
	void anArchiveThatExplodesIsNotUnpacked() throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry("zeros"));
			byte[] zeros = new byte[1024 * 1024];
			for (int i = 0; i < 70; i++) {
				zip.write(zeros);
			}
		}
		assertThat(bytes.size()).isLessThan(100_000);
		byte[] lying = bytes.toByteArray();
		// The central directory's uncompressed size, at 24 bytes from its signature.
		int header = new String(lying, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
		lying[header + 24] = 100;
		lying[header + 25] = 0;
		lying[header + 26] = 0;
		lying[header + 27] = 0;
		PlainHttp.put(this.contexts.uploadUrl(this.id, "/tmp/honest/a.zip"),
				BodyPublishers.ofByteArray(bytes.toByteArray()));
		PlainHttp.put(this.contexts.uploadUrl(this.id, "/tmp/lying/a.zip"), BodyPublishers.ofByteArray(lying));
		for (String path : List.of("/tmp/honest", "/tmp/lying")) {
			String session = this.client.createSession("PersistenceDataList",
					ContextClient.list(List.of(ContextClient.mount(this.id, path, null))));
			JsonNode task = this.contexts.await(session, this.id, path, "download");
			assertThat(task.path("status").stringValue()).as(path).isEqualTo("Failed");
			assertThat(this.contexts.run(session, "cd ${TMPDIR:-/tmp}; find . -type f"))
				.isEqualTo("." + path.substring(4) + "/a.zip\n");
		}
	}

	@Test
	void whatIsNoArchiveIsToldAndStays() {
		this.contexts.store(this.id, "/tmp/data/a.zip", "not a zip");
		String session = this.client.createSession("PersistenceDataList",
				ContextClient.list(List.of(ContextClient.mount(this.id, "/tmp/data", null))));
		assertThat(this.contexts.await(session, this.id, "/tmp/data", "download").path("errorMessage").stringValue())
			.contains("/a.zip: Not a usable zip archive");
		assertThat(this.contexts.content(session, "/tmp/data/a.zip")).isEqualTo("not a zip");
	}

	@Test
	void aContextCanBeStoredAsOneArchive() {
		String policy = "{\"uploadPolicy\":{\"uploadMode\":\"Archive\"}}";
		String first = this.contexts.session(this.id, "/tmp/data", policy);
		this.contexts.run(first, "cd ${TMPDIR:-/tmp}/data; mkdir -p d/empty; echo -n 1 > a; echo -n 2 > d/b");
		this.contexts.end(first);
		assertThat(this.contexts.tree(this.id, "/tmp/data")).containsExactly(OWN_ARCHIVE);
		String second = this.contexts.session(this.id, "/tmp/data", policy);
		assertThat(files(second)).containsExactly("a", "d/b");
		assertThat(this.contexts.run(second, "cd ${TMPDIR:-/tmp}/data; find . -type d -empty"))
			.isEqualTo("./d/empty\n");
		this.contexts.run(second, "cd ${TMPDIR:-/tmp}/data; rm a; echo -n 3 > d/c");
		this.contexts.end(second);
		this.runtime.faults().onNext("context-download", Fault.dropBeforeHandling());
		String third = this.client.createSession("PersistenceDataList",
				ContextClient.list(List.of(ContextClient.mount(this.id, "/tmp/data", policy))));
		this.contexts.await(third, this.id, "/tmp/data", "download");
		this.contexts.write(third, "/tmp/data/new", "4");
		this.contexts.end(third);
		String fourth = this.contexts.session(this.id, "/tmp/data", "{}");
		assertThat(files(fourth)).as("what was not loaded is still there").containsExactly("d/b", "d/c", "new");
		this.contexts.end(fourth);
		assertThat(this.contexts.tree(this.id, "/tmp/data")).as("back to single files")
			.containsExactly("/tmp/data/d/", "/tmp/data/d/b", "/tmp/data/d/c", "/tmp/data/d/empty/", "/tmp/data/new");
	}

	@Test
	void linksAreNeitherFollowedNorStored() {
		this.contexts.store(this.id, "/tmp/data/d/a", "stored");
		String session = this.contexts.session(this.id, "/tmp/data", null);
		this.contexts.run(session,
				"cd ${TMPDIR:-/tmp}/data; ln -s /etc/hostname secret; ln -s /etc dir; mkfifo pipe; echo -n x > f");
		this.contexts.end(session);
		assertThat(this.contexts.tree(this.id, "/tmp/data")).containsExactly("/tmp/data/d/", "/tmp/data/d/a",
				"/tmp/data/f");
	}

	@Test
	void loadingDoesNotLeaveTheSessionByLinks() {
		String session = this.client.createSession();
		this.contexts.run(session,
				"cd ${TMPDIR:-/tmp}; ln -s /etc outside; mkdir in; ln -s /etc in/d; ln -s /etc/passwd in/f");
		this.contexts.store(this.id, "/tmp/outside/agentbay-test", "x");
		this.contexts.store(this.id, "/tmp/in/d/agentbay-test", "x");
		this.contexts.store(this.id, "/tmp/in/f", "mine");
		this.client
			.call("BindContexts", "SessionId", session, "PersistenceDataList", ContextClient.list(List
				.of(ContextClient.mount(this.id, "/tmp/outside", null), ContextClient.mount(this.id, "/tmp/in", null))))
			.ok();
		assertThat(this.contexts.await(session, this.id, "/tmp/outside", "download").path("errorMessage").stringValue())
			.contains("Read-only file system");
		assertThat(this.contexts.await(session, this.id, "/tmp/in", "download").path("errorMessage").stringValue())
			.contains("/d/agentbay-test: Read-only file system");
		assertThat(Path.of("/etc/agentbay-test")).doesNotExist();
		assertThat(this.contexts.content(session, "/tmp/in/f")).isEqualTo("mine");
	}

	@Test
	@Exercises({ "BindContexts", "DescribeSessionContexts" })
	void aContextIsBoundToARunningSession() {
		this.contexts.store(this.id, "/tmp/data/a", "x");
		String session = this.client.createSession();
		String policy = "{\"uploadPolicy\":{\"autoUpload\":true,\"uploadStrategy\":\"UPLOAD_BEFORE_RESOURCE_RELEASE\",\"uploadMode\":\"FILE\",\"period\":30},"
				+ "\"downloadPolicy\":{\"autoDownload\":true,\"downloadStrategy\":\"DOWNLOAD_ASYNC\"},\"deletePolicy\":null,"
				+ "\"extractPolicy\":{\"extract\":true,\"deleteSrcFile\":true,\"extractCurrentFolder\":false},"
				+ "\"recyclePolicy\":{\"lifecycle\":\"LIFECYCLE_FOREVER\",\"paths\":[\"\"]},\"bwList\":{\"whiteLists\":[{\"path\":\"\",\"excludePaths\":[]}]}}";
		String list = ContextClient.list(List.of(ContextClient.mount(this.id, "/tmp/data", policy)));
		this.client.call("BindContexts", "SessionId", session, "PersistenceDataList", list).ok();
		this.contexts.await(session, this.id, "/tmp/data", "download");
		assertThat(this.contexts.content(session, "/tmp/data/a")).isEqualTo("x");
		assertThat(this.client.call("DescribeSessionContexts", "SessionId", session).ok().path("Data")).singleElement()
			.satisfies((binding) -> {
				assertThat(binding.path("ContextId").stringValue()).isEqualTo(this.id);
				assertThat(binding.path("ContextName").stringValue()).isEqualTo("c");
				assertThat(binding.path("Path").stringValue()).isEqualTo("/tmp/data");
				assertThat(binding.path("Policy").stringValue()).isEqualTo(policy);
				assertThat(binding.path("BindTime").stringValue()).isEqualTo("2026-01-02T03:04:05Z");
			});
		assertThat(this.client.call("GetSession", "SessionId", session).ok().path("Data").path("contexts"))
			.singleElement()
			.satisfies((context) -> {
				assertThat(context.path("id").stringValue()).isEqualTo(this.id);
				assertThat(context.path("name").stringValue()).isEqualTo("c");
			});
		assertThat(this.client.call("ListContexts", "SessionId", session).ok().path("TotalCount").intValue()).isOne();
		assertThat(ContextClient.refusal(this.client.call("BindContexts", "SessionId", session, "PersistenceDataList",
				ContextClient.list(List.of(ContextClient.mount(this.id, "/tmp//data/", null))))))
			.isEqualTo("PathAlreadyBound");
	}

	@Test
	void aContextInUseIsNeitherDeletedNorEmptied() {
		String session = this.contexts.session(this.id, "/tmp/data", null);
		assertThat(ContextClient.refusal(this.client.call("DeleteContext", "Id", this.id))).isEqualTo("Context.InUse");
		assertThat(ContextClient.refusal(this.client.call("ClearContext", "Id", this.id))).isEqualTo("Context.InUse");
		this.contexts.end(session);
		this.client.call("ClearContext", "Id", this.id).ok();
		await().atMost(Duration.ofSeconds(10)).until(() -> this.contexts.state(this.id).equals("available"));
		this.client.call("DeleteContext", "Id", this.id).ok();
	}

	@Test
	void whatMakesNoSenseIsRefusedAndLeavesNoSession() {
		String mounted = "[{\"ContextId\":\"" + this.id + "\",\"Path\":\"/tmp/data\"";
		List<String> lists = List.of("{", "{}", "[1]", "[{}]", "[{\"ContextId\":\"" + this.id + "\"}]",
				"[{\"ContextId\":\"" + this.id + "\",\"Path\":\"tmp\"}]",
				"[{\"ContextId\":\"" + this.id + "\",\"Path\":\"/\"}]",
				"[{\"ContextId\":\"" + this.id + "\",\"Path\":\"/tmp/../..\"}]", mounted + ",\"Policy\":{}}]",
				mounted + ",\"Policy\":\"{\"}]", mounted + ",\"Policy\":\"[]\"}]",
				mounted + ",\"Policy\":\"{\\\"uploadPolicy\\\":1}\"}]",
				mounted + ",\"Policy\":\"{\\\"uploadPolicy\\\":{\\\"uploadMode\\\":\\\"Pile\\\"}}\"}]",
				mounted + ",\"Policy\":\"{\\\"uploadPolicy\\\":{\\\"autoUpload\\\":\\\"yes\\\"}}\"}]",
				mounted + ",\"Policy\":\"{\\\"recyclePolicy\\\":{\\\"lifecycle\\\":\\\"Lifecycle_2Days\\\"}}\"}]",
				mounted + ",\"Policy\":\"{\\\"bwList\\\":{\\\"whiteLists\\\":[{\\\"path\\\":\\\"../x\\\"}]}}\"}]",
				mounted + ",\"Policy\":\"{\\\"mappingPolicy\\\":{\\\"path\\\":\\\"/a/..\\\"}}\"}]");
		for (String list : lists) {
			var answer = this.client.call("CreateMcpSession", "PersistenceDataList", list);
			assertThat(answer.status()).as(list).isEqualTo(400);
			assertThat(answer.code()).as(list).isEqualTo("InvalidParameter");
		}
		String unknown = ContextClient.list(List.of(ContextClient.mount("SdkCtx-0", "/tmp/x", null)));
		assertThat(this.client.call("CreateMcpSession", "PersistenceDataList", unknown).code())
			.isEqualTo("Context.NotFound");
		String twice = ContextClient
			.list(List.of(ContextClient.mount(this.id, "/tmp/x", null), ContextClient.mount(this.id, "/tmp/x/", null)));
		assertThat(this.client.call("CreateMcpSession", "PersistenceDataList", twice).code())
			.isEqualTo("PathAlreadyBound");
		assertThat(this.runtime.liveSessionIds()).isEmpty();
		assertThat(this.contexts.state(this.id)).isEqualTo("available");
		this.client.createSession("PersistenceDataList", "null");
		this.client.createSession("PersistenceDataList", mounted + ",\"Policy\":null}]");
	}

	@Test
	void aMountWhereNothingCanBeWrittenIsAFailedTaskAndNotAFailedSession() {
		for (String path : List.of("/etc/x", "/proc/x")) {
			String session = this.client.createSession("PersistenceDataList",
					ContextClient.list(List.of(ContextClient.mount(this.id, path, null))));
			JsonNode task = this.contexts.await(session, this.id, path, "download");
			assertThat(task.path("status").stringValue()).isEqualTo("Failed");
			assertThat(task.path("errorMessage").stringValue()).isNotBlank();
			this.contexts.end(session);
		}
		assertThat(this.contexts.state(this.id)).isEqualTo("available");
	}

	@Test
	void closingTheRuntimeSavesWhatItsSessionsHave(@TempDir Path directory) {
		String context;
		try (LocalAgentBay first = LocalAgentBay.builder().dataDirectory(directory).start()) {
			ContextClient here = new ContextClient(new TestClient(first));
			context = here.create("kept");
			here.write(here.session(context, "/tmp/data", null), "/tmp/data/a", "saved");
		}
		try (LocalAgentBay second = LocalAgentBay.builder().dataDirectory(directory).start()) {
			ContextClient here = new ContextClient(new TestClient(second));
			assertThat(here.state(context)).isEqualTo("available");
			assertThat(here.content(here.session(context, "/tmp/data", null), "/tmp/data/a")).isEqualTo("saved");
		}
	}

	private List<String> files(String session) {
		return this.contexts.run(session, "cd ${TMPDIR:-/tmp}/data; find . -type f | sed 's,^\\./,,' | LC_ALL=C sort")
			.lines()
			.toList();
	}

	private void storeZip(String path, Map<String, String> entries) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, String> entry : entries.entrySet()) {
				zip.putNextEntry(new ZipEntry(entry.getKey()));
				zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		assertThat(
				PlainHttp.put(this.contexts.uploadUrl(this.id, path), BodyPublishers.ofByteArray(bytes.toByteArray()))
					.statusCode())
			.isEqualTo(200);
	}

}
