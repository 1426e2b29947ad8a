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

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.agentbay.local.clock.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Contexts come into being, are found, listed, emptied and deleted, and survive the
 * runtime.
 */
class ContextTests {

	private static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");

	@Test
	@Exercises("GetContext")
	void aContextIsCreatedOnceAndFoundByNameAndById() {
		try (LocalAgentBay runtime = LocalAgentBay.builder().clock(new ManualClock(START)).start()) {
			TestClient client = new TestClient(runtime);
			JsonNode created = client
				.call("GetContext", "Name", "mein Kontext", "AllowCreate", "True", "LoginRegionId", "x")
				.ok()
				.path("Data");
			assertThat(created.path("Id").stringValue()).matches("SdkCtx-[a-z0-9]{17}");
			assertThat(created.path("Name").stringValue()).isEqualTo("mein Kontext");
			assertThat(created.path("State").stringValue()).isEqualTo("available");
			assertThat(created.path("CreateTime").stringValue()).isEqualTo("2026-01-02T03:04:05Z");
			assertThat(created.path("LastUsedTime").stringValue()).isEqualTo("2026-01-02T03:04:05Z");
			assertThat(created.path("OsType").stringValue()).isEqualTo("linux");
			String id = created.path("Id").stringValue();
			assertThat(client.call("GetContext", "Name", "mein Kontext", "AllowCreate", "true").ok().path("Data"))
				.isEqualTo(created);
			assertThat(client.call("GetContext", "Name", "mein Kontext", "AllowCreate", "false").ok().path("Data"))
				.isEqualTo(created);
			assertThat(new ContextClient(client).get(id)).isEqualTo(created);
		}
	}

	@Test
	void aContextThatIsMissingIsToldSoByEveryAction() {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start()) {
			TestClient client = new TestClient(runtime);
			String[][] calls = { { "GetContext", "Name", "none", "AllowCreate", "false" },
					{ "GetContext", "Name", "none" }, { "GetContext", "ContextId", "SdkCtx-1", "AllowCreate", "true" },
					{ "ModifyContext", "Id", "SdkCtx-1", "Name", "n" }, { "DeleteContext", "Id", "SdkCtx-1" },
					{ "ClearContext", "Id", "SdkCtx-1" },
					{ "DescribeContextFiles", "ContextId", "SdkCtx-1", "ParentFolderPath", "/" },
					{ "GetContextFileUploadUrl", "ContextId", "../x", "FilePath", "/a" },
					{ "GetContextFileDownloadUrl", "ContextId", "SdkCtx-1", "FilePath", "/a" },
					{ "DeleteContextFile", "ContextId", "SdkCtx-1", "FilePath", "/a" } };
			for (String[] call : calls) {
				String[] parameters = new String[call.length - 1];
				System.arraycopy(call, 1, parameters, 0, parameters.length);
				assertThat(ContextClient.refusal(client.call(call[0], parameters))).as(call[0])
					.isEqualTo("Context.NotFound");
			}
			assertThat(client.call("GetContext", "AllowCreate", "true").code()).isEqualTo("MissingParameter");
			assertThat(client.call("GetContext", "Name", " ", "AllowCreate", "true").code())
				.isEqualTo("InvalidParameter");
			assertThat(client.call("ListContexts").ok().path("TotalCount").intValue()).isZero();
		}
	}

	@Test
	@Exercises("ListContexts")
	void contextsAreListedPageByPageTheNewestFirst() {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start()) {
			TestClient client = new TestClient(runtime);
			ContextClient contexts = new ContextClient(client);
			List<String> created = new ArrayList<>();
			for (int i = 0; i < 5; i++) {
				created.add(contexts.create("c" + i));
			}
			List<String> listed = new ArrayList<>();
			String token = "";
			int pages = 0;
			do {
				JsonNode page = client.call("ListContexts", "MaxResults", "2", "NextToken", token).ok();
				assertThat(page.path("TotalCount").intValue()).isEqualTo(5 - ((pages > 0) ? 1 : 0));
				assertThat(page.path("MaxResults").intValue()).isEqualTo(2);
				page.path("Data").forEach((context) -> listed.add(context.path("Id").stringValue()));
				token = page.path("NextToken").stringValue();
				if (pages++ == 0) {
					client.call("DeleteContext", "Id", created.get(4)).ok();
				}
			}
			while (!token.isEmpty());
			Collections.reverse(created);
			assertThat(listed).isEqualTo(created);
			assertThat(pages).isEqualTo(3);
			assertThat(client.call("ListContexts", "MaxResults", "0").code()).isEqualTo("InvalidParameter");
		}
	}

	@Test
	@Exercises("ModifyContext")
	void aContextIsRenamedButNeverToANameThatIsTaken() {
		try (LocalAgentBay runtime = LocalAgentBay.builder().start()) {
			TestClient client = new TestClient(runtime);
			ContextClient contexts = new ContextClient(client);
			String one = contexts.create("one");
			String two = contexts.create("two");
			assertThat(ContextClient.refusal(client.call("ModifyContext", "Id", one, "Name", "two")))
				.isEqualTo("Context.NameExists");
			client.call("ModifyContext", "Id", one, "Name", "one").ok();
			client.call("ModifyContext", "Id", one, "Name", "uno").ok();
			assertThat(contexts.create("uno")).isEqualTo(one);
			assertThat(contexts.create("one")).isNotIn(one, two);
		}
	}

	@Test
	@Exercises("ClearContext")
	void aContextIsEmptiedAndThenAvailable(@TempDir Path directory) {
		try (LocalAgentBay runtime = LocalAgentBay.builder().dataDirectory(directory).start()) {
			TestClient client = new TestClient(runtime);
			ContextClient contexts = new ContextClient(client);
			String id = contexts.create("c");
			contexts.store(id, "/tmp/data/d/a.txt", "a");
			client.call("ClearContext", "Id", id).ok();
			await().atMost(Duration.ofSeconds(10)).until(() -> contexts.state(id).equals("available"));
			assertThat(contexts.tree(id, "/")).isEmpty();
			contexts.store(id, "/tmp/data/b.txt", "b");
			assertThat(contexts.tree(id, "/")).containsExactly("/tmp/", "/tmp/data/", "/tmp/data/b.txt");
		}
	}

	@Test
	void emptyingGoesOnAfterARestart(@TempDir Path directory) throws Exception {
		String id;
		try (LocalAgentBay runtime = LocalAgentBay.builder().dataDirectory(directory).start()) {
			ContextClient contexts = new ContextClient(new TestClient(runtime));
			id = contexts.create("c");
			contexts.store(id, "/a", "a");
		}
		Path index = directory.resolve("contexts/index.json");
		String text = Files.readString(index);
		assertThat(text).contains("\"clearing\" : false");
		Files.writeString(index, text.replace("\"clearing\" : false", "\"clearing\" : true"));
		try (LocalAgentBay runtime = LocalAgentBay.builder().dataDirectory(directory).start()) {
			ContextClient contexts = new ContextClient(new TestClient(runtime));
			await().atMost(Duration.ofSeconds(10)).until(() -> contexts.state(id).equals("available"));
			assertThat(contexts.tree(id, "/")).isEmpty();
		}
	}

	@Test
	@Exercises("DeleteContext")
	void deletingAContextDeletesItsFiles(@TempDir Path directory) throws Exception {
		try (LocalAgentBay runtime = LocalAgentBay.builder().dataDirectory(directory).start()) {
			TestClient client = new TestClient(runtime);
			ContextClient contexts = new ContextClient(client);
			String id = contexts.create("c");
			contexts.store(id, "/a/b", "secret content");
			String url = contexts.downloadUrl(id, "/a/b");
			client.call("DeleteContext", "Id", id).ok();
			assertThat(PlainHttp.get(url).statusCode()).isEqualTo(404);
			assertThat(contexts.create("c")).isNotEqualTo(id);
			assertThat(directory.resolve("contexts").resolve(id)).doesNotExist();
			try (var rest = Files.walk(directory.resolve("contexts"))) {
				assertThat(rest.filter(Files::isRegularFile).map((path) -> path.getFileName().toString()))
					.containsOnly("index.json", "lock");
			}
		}
	}

	@Test
	void contextsAndTheirFilesSurviveTheRuntime(@TempDir Path directory) {
		JsonNode before;
		ManualClock clock = new ManualClock(START);
		try (LocalAgentBay runtime = LocalAgentBay.builder().dataDirectory(directory).clock(clock).start()) {
			ContextClient contexts = new ContextClient(new TestClient(runtime));
			contexts.create("first");
			String id = contexts.create("second");
			clock.advance(Duration.ofMinutes(1));
			contexts.store(id, "/tmp/ü/日本.txt", "Grüße");
			before = contexts.get(id);
			assertThat(before.path("LastUsedTime").stringValue()).isEqualTo("2026-01-02T03:05:05Z");
		}
		try (LocalAgentBay runtime = LocalAgentBay.builder().dataDirectory(directory).start()) {
			TestClient client = new TestClient(runtime);
			ContextClient contexts = new ContextClient(client);
			String id = before.path("Id").stringValue();
			assertThat(contexts.get(id)).isEqualTo(before);
			assertThat(contexts.read(id, "/tmp/ü/日本.txt")).isEqualTo("Grüße");
			contexts.create("third");
			assertThat(client.call("ListContexts").ok().path("Data"))
				.extracting((context) -> context.path("Name").stringValue())
				.containsExactly("third", "second", "first");
		}
	}

	@Test
	void aBrokenIndexIsToldAndNothingIsChanged(@TempDir Path directory) throws Exception {
		String id;
		try (LocalAgentBay runtime = LocalAgentBay.builder().dataDirectory(directory).start()) {
			ContextClient contexts = new ContextClient(new TestClient(runtime));
			id = contexts.create("c");
			contexts.store(id, "/a", "precious");
		}
		Path index = directory.resolve("contexts/index.json");
		String good = Files.readString(index);
		for (String bad : List.of("", "{", "null", "[]", "{\"version\":7,\"contexts\":[]}",
				good.replace("SdkCtx-", "../../x"), good.replace("\"name\" : \"c\"", "\"name\" : null"),
				"{\"version\":1}")) {
			Files.writeString(index, bad);
			assertThatExceptionOfType(IllegalStateException.class).as(bad)
				.isThrownBy(() -> LocalAgentBay.builder().dataDirectory(directory).start())
				.withMessageContaining("The index of contexts " + index + " is broken");
			assertThat(index).hasContent(bad);
		}
		Files.writeString(index, good);
		try (LocalAgentBay runtime = LocalAgentBay.builder().dataDirectory(directory).start()) {
			assertThat(new ContextClient(new TestClient(runtime)).read(id, "/a")).isEqualTo("precious");
		}
	}

	@Test
	void twoRuntimesDoNotWriteTheSameContexts(@TempDir Path directory) {
		try (LocalAgentBay one = LocalAgentBay.builder().dataDirectory(directory).start();
				LocalAgentBay early = LocalAgentBay.builder().dataDirectory(directory).start()) {
			new ContextClient(new TestClient(one)).create("c");
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> LocalAgentBay.builder().dataDirectory(directory).start())
				.withMessageContaining("belong to another runtime that is running");
			assertThat(new TestClient(early).call("GetContext", "Name", "d", "AllowCreate", "true").status())
				.isEqualTo(500);
			assertThat(new TestClient(early).call("ListContexts").ok().path("TotalCount").intValue()).isZero();
		}
		try (LocalAgentBay next = LocalAgentBay.builder().dataDirectory(directory).start()) {
			assertThat(new TestClient(next).call("ListContexts").ok().path("TotalCount").intValue()).isEqualTo(1);
		}
	}

	@Test
	void withoutADataDirectoryNothingIsLeft() throws Exception {
		Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
		List<Path> before = runtimes(temporary);
		try (LocalAgentBay runtime = LocalAgentBay.builder().start()) {
			ContextClient contexts = new ContextClient(new TestClient(runtime));
			contexts.store(contexts.create("c"), "/a", "x");
		}
		assertThat(runtimes(temporary)).isSubsetOf(before);
	}

	private static List<Path> runtimes(Path temporary) throws Exception {
		try (var children = Files.list(temporary)) {
			return children.filter((child) -> child.getFileName().toString().startsWith("agentbay-local-"))
				.filter((child) -> Files.isDirectory(child.resolve("contexts")))
				.toList();
		}
	}

}
