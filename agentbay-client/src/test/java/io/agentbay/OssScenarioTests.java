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
import java.nio.file.Files;
import java.nio.file.Path;

import io.agentbay.context.Context;
import io.agentbay.error.FailureKind;
import io.agentbay.internal.json.Json;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.session.Session;
import io.agentbay.testing.Capability;
import io.agentbay.testing.LocalClient;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files go between a session and the object storage: on the wire, and against the local
 * runtime, whose buckets are folders.
 */
class OssScenarioTests {

	private LocalAgentBay runtime;

	private AgentBay agentBay;

	private Session session;

	@BeforeEach
	void start() {
		this.runtime = LocalAgentBay.builder().start();
		this.agentBay = LocalClient.of(this.runtime).build();
		this.session = this.agentBay.create().session();
	}

	@AfterEach
	void stop() {
		this.session.close();
		this.agentBay.close();
		this.runtime.close();
	}

	@Test
	@Capability({ "11.1", "11.2", "11.4" })
	void aFileIsStoredAndFetchedWithAKey() throws IOException {
		Path bucket = Files.createDirectory(this.runtime.ossDirectory().resolve("my-bucket"));
		this.session.fileSystem().write("/tmp/a.txt", "content").orElseThrow();
		var early = this.session.oss().upload("my-bucket", "d/a.txt", "/tmp/a.txt");
		assertThat(early.failureKind()).isEqualTo(FailureKind.TOOL);
		assertThat(early.errorMessage()).contains("oss_env_init");
		this.session.oss().envInit("id", "secret", "token").orElseThrow();
		this.session.oss().upload("my-bucket", "d/a.txt", "/tmp/a.txt").orElseThrow();
		assertThat(bucket.resolve("d/a.txt")).hasContent("content");
		this.session.oss().download("my-bucket", "d/a.txt", "/tmp/new/b.txt").orElseThrow();
		assertThat(this.session.fileSystem().read("/tmp/new/b.txt").content()).isEqualTo("content");
		try (Session other = this.agentBay.create().session()) {
			assertThat(other.oss().download("my-bucket", "d/a.txt", "/tmp/b").errorMessage()).contains("oss_env_init");
		}
	}

	@ParameterizedTest
	@CsvSource({ "none, a, /tmp/a.txt, NoSuchBucket", "my-bucket, ../../a, /tmp/a.txt, InvalidObjectName",
			"my-bucket, /etc/a, /tmp/a.txt, InvalidObjectName", ".., a, /tmp/a.txt, InvalidBucketName",
			"my-bucket, a, /tmp/none, There is no file" })
	void whatDoesNotFitIsRefused(String bucket, String object, String path, String reason) throws IOException {
		Files.createDirectory(this.runtime.ossDirectory().resolve("my-bucket"));
		this.session.fileSystem().write("/tmp/a.txt", "content").orElseThrow();
		this.session.oss().envInit("id", "secret", "token", "oss.example.invalid", "cn-hangzhou").orElseThrow();
		assertThat(this.session.oss().upload(bucket, object, path).errorMessage()).contains(reason);
	}

	@Test
	@Capability({ "11.3", "11.5" })
	void aSignedAddressNeedsNoKey() {
		Context context = this.agentBay.context().create("c").context();
		String put = this.agentBay.context().getFileUploadUrl(context.id(), "/x").orElseThrow().url();
		String get = this.agentBay.context().getFileDownloadUrl(context.id(), "/x").orElseThrow().url();
		this.session.fileSystem().write("/tmp/a.txt", "content").orElseThrow();
		assertThat(this.session.oss().downloadAnonymous(get, "/tmp/b.txt").errorMessage()).contains("404");
		this.session.oss().uploadAnonymous(put, "/tmp/a.txt").orElseThrow();
		this.session.oss().downloadAnonymous(get, "/tmp/b.txt").orElseThrow();
		assertThat(this.session.fileSystem().read("/tmp/b.txt").content()).isEqualTo("content");
		assertThat(this.session.oss().uploadAnonymous(get, "/tmp/a.txt").errorMessage()).contains("403")
			.doesNotContain("signature");
		assertThat(this.session.oss().downloadAnonymous("file:///etc/passwd", "/tmp/c").success()).isFalse();
	}

	@Test
	void argumentsHaveTheirDocumentedNames() {
		try (ScriptedServer server = new ScriptedServer(); AgentBay agentBay = server.client().build()) {
			server.answers(Replies.session())
				.answers(Replies.toolText("Init FAILED: bad key"))
				.answers(Replies.toolText("ok"))
				.answers(Replies.toolText("ok"))
				.answers(Replies.toolText("ok"));
			var oss = agentBay.get(Replies.SESSION).session().oss();
			assertThat(oss.envInit("i", "s", "t").errorMessage())
				.isEqualTo("OSS environment initialization failed: Init FAILED: bad key");
			oss.envInit("i", "s", "t", "e", "r").orElseThrow();
			oss.upload("b", "o", "/p").orElseThrow();
			oss.uploadAnonymous("https://u", "/p").orElseThrow();
			assertThat(args(server, 1))
				.isEqualTo("{\"access_key_id\":\"i\",\"access_key_secret\":\"s\"," + "\"security_token\":\"t\"}");
			assertThat(args(server, 2)).endsWith("\"endpoint\":\"e\",\"region\":\"r\"}");
			assertThat(Json.MAPPER.readTree(args(server, 3)).propertyNames()).containsExactlyInAnyOrder("bucket",
					"object", "path");
			assertThat(server.requests().get(4).form()).containsEntry("Name", "oss_upload_annon");
			assertThat(Json.MAPPER.readTree(args(server, 4)).propertyNames()).containsExactlyInAnyOrder("url", "path");
		}
	}

	private static String args(ScriptedServer server, int request) {
		return server.requests().get(request).form().get("Args");
	}

}
