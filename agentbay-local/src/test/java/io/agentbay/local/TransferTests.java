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

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Single files get into a session and out of it by the file-transfer context, step by
 * step as the SDKs do it.
 */
class TransferTests {

	@TempDir
	private Path directory;

	private LocalAgentBay runtime;

	private TestClient client;

	private ContextClient contexts;

	private String session;

	@BeforeEach
	void startRuntime() {
		this.runtime = LocalAgentBay.builder().dataDirectory(this.directory).start();
		this.client = new TestClient(this.runtime);
		this.contexts = new ContextClient(this.client);
		this.session = this.client.createSession();
	}

	@AfterEach
	void closeRuntime() {
		this.runtime.close();
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	@Exercises("GetAndLoadInternalContext")
	void everySessionHasOneOfItsOwnThatEndsWithIt() {
		JsonNode loaded = load(this.session);
		assertThat(loaded.path("ContextId").stringValue()).matches("SdkCtx-[a-z0-9]{17}");
		assertThat(loaded.path("ContextPath").stringValue()).isEqualTo("/tmp/file-transfer/");
		assertThat(loaded.path("ContextType").stringValue()).isEqualTo("file_transfer");
		assertThat(load(this.session)).isEqualTo(loaded);
		JsonNode byGet = TestClient
			.answer(this.client.web()
				.get()
				.uri((uri) -> uri.path("/")
					.queryParam("Action", "GetAndLoadInternalContext")
					.queryParam("Authorization", "Bearer " + this.runtime.apiKey())
					.queryParam("ContextTypes.1", "file_transfer")
					.queryParam("ContextTypes.2", "x y")
					.queryParam("SessionId", this.session)
					.build()))
			.ok()
			.path("Data")
			.path(0);
		assertThat(byGet).isEqualTo(loaded);
		String other = this.client.createSession();
		assertThat(load(other).path("ContextId")).isNotEqualTo(loaded.path("ContextId"));
		String id = loaded.path("ContextId").stringValue();
		assertThat(this.client.call("ListContexts").ok().path("TotalCount").intValue()).isZero();
		assertThat(ContextClient.refusal(this.client.call("DeleteContext", "Id", id))).isEqualTo("Context.InUse");
		this.contexts.end(this.session);
		assertThat(ContextClient.refusal(this.client.call("GetContext", "ContextId", id)))
			.isEqualTo("Context.NotFound");
		assertThat(this.client.call("GetAndLoadInternalContext", "SessionId", other, "ContextTypes.1", "x").code())
			.isEqualTo("InvalidParameter");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/tmp/file-transfer/a.zip", "/tmp/file-transfer/new/folder/ü b.bin" })
	void aFileGoesIntoTheSessionAndBack(String path) {
		String id = load(this.session).path("ContextId").stringValue();
		this.contexts.store(id, path, "not really a zip");
		JsonNode task = this.contexts.sync(this.session, id, path, "download");
		assertThat(task.path("status").stringValue()).isEqualTo("Success");
		assertThat(task.path("errorMessage").stringValue()).isEmpty();
		assertThat(this.contexts.content(this.session, path)).isEqualTo("not really a zip");
		this.client.call("DeleteContextFile", "ContextId", id, "FilePath", path).ok();
		assertThat(this.contexts.sync(this.session, id, path, "upload").path("status").stringValue())
			.isEqualTo("Success");
		assertThat(this.contexts.read(id, path)).as("unchanged, but gone from the storage")
			.isEqualTo("not really a zip");
		this.contexts.write(this.session, path, "changed");
		this.contexts.sync(this.session, id, path, "upload");
		assertThat(this.contexts.read(id, path)).isEqualTo("changed");
		this.contexts.store(id, path, "once more");
		this.contexts.sync(this.session, id, path, "download");
		assertThat(this.contexts.content(this.session, path)).isEqualTo("once more");
	}

	@Test
	void theJavaSdkAsksForTheWholeFolder() {
		String id = load(this.session).path("ContextId").stringValue();
		this.contexts.store(id, "/tmp/file-transfer/d/a", "x");
		assertThat(this.contexts.sync(this.session, id, "/tmp/file-transfer/d/", "download").path("path").stringValue())
			.isEqualTo("/tmp/file-transfer/d/");
		assertThat(this.contexts.content(this.session, "/tmp/file-transfer/d/a")).isEqualTo("x");
	}

	@Test
	void whatIsMissingIsAFailedTaskThatStaysOutOfOtherMatters() {
		String id = load(this.session).path("ContextId").stringValue();
		JsonNode upload = this.contexts.sync(this.session, id, "/tmp/file-transfer/none", "upload");
		assertThat(upload.path("status").stringValue()).isEqualTo("Failed");
		assertThat(upload.path("errorMessage").stringValue())
			.isEqualTo("There is no /tmp/file-transfer/none in the session");
		JsonNode download = this.contexts.sync(this.session, id, "/tmp/file-transfer/none", "download");
		assertThat(download.path("errorMessage").stringValue())
			.isEqualTo("There is no /tmp/file-transfer/none in the context");
		assertThat(this.contexts.tasks(this.session)).isEmpty();
	}

	@Test
	void pathsOutsideAreRefused() {
		String id = load(this.session).path("ContextId").stringValue();
		for (String path : List.of("/etc/shadow", "/proc/self/environ", "/tmp/nowhere")) {
			this.client.call("SyncContext", "SessionId", this.session, "ContextId", id, "Path", path, "Mode", "upload")
				.ok();
			await().atMost(Duration.ofSeconds(20))
				.until(() -> this.client
					.call("GetContextInfo", "SessionId", this.session, "ContextId", id, "Path", path)
					.text()
					.contains("Failed"));
		}
		assertThat(ContextClient.refusal(this.client.call("SyncContext", "SessionId", this.session, "ContextId", id,
				"Path", "/tmp/file-transfer/../../etc/passwd", "Mode", "upload")))
			.isEqualTo("InvalidParameter");
	}

	@Test
	void aLinkDoesNotLeadAFileOfTheMachineOut() {
		String id = load(this.session).path("ContextId").stringValue();
		this.contexts.run(this.session,
				"cd ${TMPDIR:-/tmp}/file-transfer; ln -s /etc/passwd f; mkdir d; ln -s / d/root; echo x > d/a");
		assertThat(this.contexts.sync(this.session, id, "/tmp/file-transfer/d", "upload").path("status").stringValue())
			.isEqualTo("Success");
		assertThat(this.contexts.sync(this.session, id, "/tmp/file-transfer/f", "upload")
			.path("errorMessage")
			.stringValue()).contains("links are not stored");
		assertThat(this.contexts.tree(id, "/")).containsExactly("/tmp/", "/tmp/file-transfer/", "/tmp/file-transfer/d/",
				"/tmp/file-transfer/d/a");
	}

	private JsonNode load(String session) {
		return this.client.call("GetAndLoadInternalContext", "SessionId", session, "ContextTypes.1", "file_transfer")
			.ok()
			.path("Data")
			.path(0);
	}

}
