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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Contexts that are mounted live, as clients ask for it, and what came with them: skills
 * in contexts, and files that are stored beside an archive.
 */
class LiveMountTests {

	private LocalAgentBay runtime;

	private TestClient client;

	private ContextClient contexts;

	private String id;

	@BeforeEach
	void startRuntime() {
		this.runtime = LocalAgentBay.builder().start();
		this.client = new TestClient(this.runtime);
		this.contexts = new ContextClient(this.client);
		this.id = this.contexts.create("c");
	}

	@AfterEach
	void closeRuntime() {
		this.runtime.close();
	}

	private static String item(String id, String path, String rest) {
		return "{\"ContextId\":\"%s\",\"Path\":\"%s\",\"Type\":\"mount\"%s}".formatted(id, path, rest);
	}

	private String session(String... items) {
		return this.client.createSession("PersistenceDataList", "[" + String.join(",", items) + "]");
	}

	private boolean isReadOnly(String session) {
		return this.client.tool(session, "write_file", Map.of("path", "/mnt/c/a", "content", "x")).error();
	}

	@Test
	void itIsUnderstoodInTheFormOfEveryClient() {
		List<String> readOnly = List.of(
				",\"MountConfig\":{\"AccessMode\":\"readOnly\",\"StorageMode\":\"standard\",\"SourcePath\":\"\"}",
				",\"MountConfig\":{\"AccessMode\":\"readOnly\",\"StorageMode\":\"performance\"}",
				",\"MountConfig\":\"{\\\"accessMode\\\":\\\"readOnly\\\",\\\"storageMode\\\":\\\"standard\\\"}\"");
		readOnly.forEach((form) -> assertThat(isReadOnly(session(item(this.id, "/mnt/c", form)))).as(form).isTrue());
		List<String> writable = List.of("", ",\"MountConfig\":null", ",\"MountConfig\":{}",
				",\"MountConfig\":{\"AccessMode\":\"readWrite\",\"ObjectKey\":\"k\"}", ",\"MountConfig\":\"{}\"");
		writable.forEach((form) -> assertThat(isReadOnly(session(item(this.id, "/mnt/c", form)))).as(form).isFalse());
	}

	@Test
	void whoWaitsForItSeesItAtOnce() {
		String session = session(item(this.id, "/mnt/c", ""));
		assertThat(this.contexts.tasks(session)).singleElement().satisfies((task) -> {
			assertThat(task.path("contextId").stringValue()).isEqualTo(this.id);
			assertThat(task.path("path").stringValue()).isEqualTo("/mnt/c");
			assertThat(task.path("status").stringValue()).isEqualTo("Success");
			assertThat(task.path("errorMessage").stringValue()).isEmpty();
		});
		assertThat(this.contexts.tasks(session, "ContextId", "another")).isEmpty();
		JsonNode bindings = this.client.call("DescribeSessionContexts", "SessionId", session).ok().path("Data");
		assertThat(bindings).singleElement()
			.satisfies((binding) -> assertThat(binding.path("Path").stringValue()).isEqualTo("/mnt/c"));
		assertThat(this.client.call("ListContexts", "SessionId", session).ok().path("Data")).hasSize(1);
		assertThat(ContextClient
			.refusal(this.client.call("SyncContext", "SessionId", session, "ContextId", this.id, "Path", "/mnt/c")))
			.isEqualTo("Context.NotBound");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"Type\":\"other\" | InvalidParameter", "\"Type\":7 | InvalidParameter",
					"\"Type\":\"mount\",\"Policy\":\"{}\" | InvalidParameter",
					"\"Type\":\"mount\",\"MountConfig\":\"{\" | InvalidParameter",
					"\"Type\":\"mount\",\"MountConfig\":[] | InvalidParameter",
					"\"Type\":\"mount\",\"MountConfig\":{\"AccessMode\":\"write\"} | InvalidParameter",
					"\"Type\":\"mount\",\"MountConfig\":{\"StorageMode\":1} | InvalidParameter",
					"\"Type\":\"mount\",\"MountConfig\":{\"SourcePath\":\"/a/../b\"} | InvalidParameter",
					"\"Type\":\"mount\",\"MountConfig\":{\"SourcePath\":\"/a*\"} | InvalidParameter",
					"\"Type\":\"mount\",\"MountConfig\":{\"SourcePath\":\"/file\"} | ContextFile.NotFound",
					"\"Type\":\"mount\",\"MountConfig\":{\"SourcePath\":\"/file/a\"} | ContextFile.NotFound",
					"\"Type\":\"mount\",\"MountConfig\":{\"SourcePath\":\"/none\"} | ContextFile.NotFound" })
	void whatMakesNoSenseIsRefusedAndCostsNoSession(String rest, String code) {
		this.contexts.store(this.id, "/file", "x");
		var answer = this.client.call("CreateMcpSession", "PersistenceDataList",
				"[{\"ContextId\":\"" + this.id + "\",\"Path\":\"/mnt/c\"," + rest + "}]");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isEqualTo(code);
		await().atMost(Duration.ofSeconds(20)).until(() -> this.runtime.liveSessionIds().isEmpty());
		assertThat(this.contexts.state(this.id)).isEqualTo("available");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/usr/share/x", "/proc/c", "/dev/shm", "/tmp/file-transfer", "/tmp" })
	void whatBelongsToTheMachineOrTheRuntimeStaysAsItIs(String path) {
		var answer = this.client.call("CreateMcpSession", "PersistenceDataList", "[" + item(this.id, path, "") + "]");
		assertThat(answer.status()).isEqualTo(400);
		await().atMost(Duration.ofSeconds(20)).until(() -> this.runtime.liveSessionIds().isEmpty());
	}

	@Test
	void whatIsCopiedElsewhereAndWhatIsLiveAreTheSameFiles() {
		String copying = this.contexts.session(this.id, "/tmp/data", null);
		this.contexts.write(copying, "/tmp/data/a", "copied");
		this.contexts.sync(copying, this.id, "/tmp/data", "upload");
		String live = session(item(this.id, "/mnt/c", ",\"MountConfig\":{\"SourcePath\":\"/tmp/data\"}"));
		assertThat(this.contexts.content(live, "/mnt/c/a")).isEqualTo("copied");
		this.contexts.write(live, "/mnt/c/b", "live");
		this.contexts.sync(copying, this.id, "/tmp/data", "download");
		assertThat(this.contexts.content(copying, "/tmp/data/b")).isEqualTo("live");
	}

	@Test
	void anArchiveThatIsMountedIsUnpackedByOthers() {
		String live = session(item(this.id, "/mnt/c", ""));
		this.contexts.run(live, "cd ${HOME%/home/wuying}/mnt/c && mkdir -p tmp/data d && echo -n x >d/f "
				+ "&& python3 -c 'import zipfile; zipfile.ZipFile(\"tmp/data/z.zip\", \"w\").write(\"d/f\", \"f\")'");
		assertThat(this.contexts.content(this.contexts.session(this.id, "/tmp/data", null), "/tmp/data/z/f"))
			.isEqualTo("x");
	}

	@Test
	void someFilesAreStoredBesideTheArchive() {
		String policy = "{\"uploadPolicy\":{\"uploadMode\":\"Archive\",\"archiveExcludePaths\":[\"logs/\",\"big\"]}}";
		String session = this.contexts.session(this.id, "/tmp/data", policy);
		for (String file : List.of("a", "logs/today", "big.bin", "logs-not", "d/logs/deep")) {
			this.contexts.write(session, "/tmp/data/" + file, file);
		}
		this.contexts.end(session);
		assertThat(this.contexts.tree(this.id, "/tmp/data")).containsExactly("/tmp/data/agentbay-archive.zip",
				"/tmp/data/big.bin", "/tmp/data/logs/", "/tmp/data/logs/today");
		String next = this.contexts.session(this.id, "/tmp/data", policy);
		for (String file : List.of("a", "logs/today", "big.bin", "logs-not", "d/logs/deep")) {
			assertThat(this.contexts.content(next, "/tmp/data/" + file)).isEqualTo(file);
		}
		this.contexts.write(next, "/tmp/data/big.bin", "changed");
		this.contexts.run(next, "rm -r ${TMPDIR:-/tmp}/data/logs");
		this.contexts.end(next);
		assertThat(this.contexts.tree(this.id, "/tmp/data")).containsExactly("/tmp/data/agentbay-archive.zip",
				"/tmp/data/big.bin");
		assertThat(this.contexts.read(this.id, "/tmp/data/big.bin")).isEqualTo("changed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"logs\"", "[1]", "[\"a*\"]", "[\"../a\"]", "[\" \"]" })
	void exclusionsThatMakeNoSenseAreRefused(String paths) {
		String policy = "{\"uploadPolicy\":{\"archiveExcludePaths\":" + paths + "}}";
		var answer = this.client.call("CreateMcpSession", "PersistenceDataList",
				ContextClient.list(List.of(ContextClient.mount(this.id, "/tmp/data", policy))));
		assertThat(answer.code()).isEqualTo("InvalidParameter");
	}

	@Test
	void filesAreListedByACursorWhenItIsAskedFor() {
		for (String name : List.of("a", "b", "c")) {
			this.contexts.store(this.id, "/d/" + name, name);
		}
		JsonNode first = this.contexts.list(this.id, "/d", "MaxResults", "2", "PageNumber", "7");
		assertThat(first.path("Data")).hasSize(2);
		JsonNode rest = this.contexts.list(this.id, "/d", "MaxResults", "2", "NextToken",
				first.path("NextToken").stringValue());
		assertThat(rest.path("Data")).singleElement()
			.satisfies((file) -> assertThat(file.path("FileName").stringValue()).isEqualTo("c"));
		assertThat(rest.path("NextToken").stringValue()).isEmpty();
	}

	@Test
	@Exercises({ "ListSkillMetaData", "BindContextSkillAsync", "UnbindContextSkill" })
	void skillsAreCopiedIntoContextsAndTakenOutAgain(@TempDir Path directory) throws IOException {
		Path pdf = Files.createDirectories(directory.resolve("pdf/scripts"));
		Files.writeString(pdf.resolve("run.sh"), "echo");
		Files.writeString(directory.resolve("pdf/SKILL.md"), "---\nname: pdf reader\ndescription: reads\n---\n");
		Files.writeString(Files.createDirectory(directory.resolve("web")).resolve("SKILL.md"), "web");
		try (LocalAgentBay skilled = LocalAgentBay.builder().skillsDirectory(directory).start()) {
			TestClient its = new TestClient(skilled);
			ContextClient storage = new ContextClient(its);
			assertThat(its.call("ListSkillMetaData", "SkillIdList", "[\"sk_pdf\",\"sk_none\"]").ok().path("Data"))
				.singleElement()
				.satisfies((skill) -> {
					assertThat(skill.path("SkillId").stringValue()).isEqualTo("sk_pdf");
					assertThat(skill.path("Name").stringValue()).isEqualTo("pdf reader");
					assertThat(skill.path("Description").stringValue()).isEqualTo("reads");
				});
			String context = storage.create("c");
			String items = "[{\"ContextId\":\"%s\",\"SkillIds\":[\"sk_pdf\"],\"Path\":\"/skills\"}]".formatted(context);
			its.call("BindContextSkillAsync", "ContextSkillBindItems", items).ok();
			await().atMost(Duration.ofSeconds(20)).until(() -> storage.state(context).equals("available"));
			assertThat(storage.tree(context, "/skills")).containsExactly("/skills/pdf/", "/skills/pdf/SKILL.md",
					"/skills/pdf/scripts/", "/skills/pdf/scripts/run.sh");
			storage.store(context, "/skills/pdf/scripts/run.sh", "mine");
			its.call("UnbindContextSkill", "ContextSkillUnbindItems", items).ok();
			await().atMost(Duration.ofSeconds(20))
				.untilAsserted(() -> assertThat(storage.tree(context, "/skills")).containsExactly("/skills/pdf/",
						"/skills/pdf/scripts/", "/skills/pdf/scripts/run.sh"));
			for (String wrong : List.of("[]", "{}", "[{}]", "nonsense", items.replace("[\"sk_pdf\"]", "[]"))) {
				assertThat(its.call("BindContextSkillAsync", "ContextSkillBindItems", wrong).code()).as(wrong)
					.isEqualTo("InvalidParameter");
			}
			assertThat(ContextClient.refusal(
					its.call("BindContextSkillAsync", "ContextSkillBindItems", items.replace("sk_pdf", "sk_none"))))
				.isEqualTo("Skill.NotFound");
			assertThat(ContextClient.refusal(
					its.call("UnbindContextSkill", "ContextSkillUnbindItems", items.replace(context, "SdkCtx-none"))))
				.isEqualTo("Context.NotFound");
		}
	}

	@Test
	void aSessionThatCannotBeMadeIsToldWithACode(@TempDir Path directory) throws IOException {
		try (LocalAgentBay broken = LocalAgentBay.builder().dataDirectory(directory).start()) {
			TestClient its = new TestClient(broken);
			JsonNode good = its.call("CreateMcpSession").ok().path("Data");
			assertThat(good.path("ErrorCode").stringValue()).isEmpty();
			assertThat(good.path("VpcIp").stringValue()).isEmpty();
			assertThat(good.path("VpcId").stringValue()).isEmpty();
			assertThat(its.call("GetSession", "SessionId", good.path("SessionId").stringValue())
				.ok()
				.path("Data")
				.path("VpcIp")
				.stringValue()).isEmpty();
			its.call("DeleteSessionAsync", "SessionId", good.path("SessionId").stringValue()).ok();
			await().atMost(Duration.ofSeconds(20)).until(() -> broken.liveSessionIds().isEmpty());
			Path sessions;
			try (var inside = Files.list(directory)) {
				sessions = inside
					.filter((path) -> path.getFileName().toString().startsWith("sessions-") && Files.isDirectory(path))
					.findFirst()
					.orElseThrow();
			}
			Path moved = Files.move(sessions, directory.resolve("gone"));
			JsonNode refused = its.call("CreateMcpSession").ok().path("Data");
			Files.move(moved, sessions);
			assertThat(refused.path("Success").booleanValue()).isFalse();
			assertThat(refused.path("ErrorCode").stringValue()).isEqualTo("SessionCreation.Failed");
			assertThat(refused.path("ErrMsg").stringValue()).isNotBlank();
		}
	}

}
