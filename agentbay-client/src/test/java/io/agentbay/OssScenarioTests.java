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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import io.agentbay.context.Context;
import io.agentbay.error.ToolFailedException;
import io.agentbay.internal.json.Json;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.oss.OssCredentials;
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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Files go between a session and the object storage: on the wire, and against the local
 * runtime, whose buckets are folders.
 */
class OssScenarioTests {

	private static final OssCredentials KEY = OssCredentials.of("id", "secret", "token");

	private LocalAgentBay runtime;

	private AgentBay agentBay;

	private Session session;

	@BeforeEach
	void start() {
		this.runtime = LocalAgentBay.builder().start();
		this.agentBay = LocalClient.of(this.runtime).build();
		this.session = this.agentBay.create();
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
		this.session.fileSystem().write("/tmp/a.txt", "content");
		assertThatExceptionOfType(ToolFailedException.class)
			.isThrownBy(() -> this.session.oss().upload("my-bucket", "d/a.txt", "/tmp/a.txt"))
			.withMessageContaining("oss_env_init")
			.satisfies((ex) -> assertThat(ex.operation()).isEqualTo("oss_upload"));
		this.session.oss().initialize(KEY);
		this.session.oss().upload("my-bucket", "d/a.txt", "/tmp/a.txt");
		assertThat(bucket.resolve("d/a.txt")).hasContent("content");
		this.session.oss().download("my-bucket", "d/a.txt", "/tmp/new/b.txt");
		assertThat(this.session.fileSystem().read("/tmp/new/b.txt")).isEqualTo("content");
		try (Session other = this.agentBay.create()) {
			assertThatExceptionOfType(ToolFailedException.class)
				.isThrownBy(() -> other.oss().download("my-bucket", "d/a.txt", "/tmp/b"))
				.withMessageContaining("oss_env_init");
		}
	}

	@ParameterizedTest
	@CsvSource({ "none, a, /tmp/a.txt, NoSuchBucket", "my-bucket, ../../a, /tmp/a.txt, InvalidObjectName",
			"my-bucket, /etc/a, /tmp/a.txt, InvalidObjectName", ".., a, /tmp/a.txt, InvalidBucketName",
			"my-bucket, a, /tmp/none, There is no file" })
	void whatDoesNotFitIsRefused(String bucket, String object, String path, String reason) throws IOException {
		Files.createDirectory(this.runtime.ossDirectory().resolve("my-bucket"));
		this.session.fileSystem().write("/tmp/a.txt", "content");
		this.session.oss().initialize(KEY.withEndpoint("oss.example.invalid").withRegion("cn-hangzhou"));
		assertThatExceptionOfType(ToolFailedException.class)
			.isThrownBy(() -> this.session.oss().upload(bucket, object, path))
			.withMessageContaining(reason);
	}

	@Test
	@Capability({ "11.3", "11.5" })
	void aSignedAddressNeedsNoKey() {
		Context context = this.agentBay.contexts().getOrCreate("c");
		URI put = this.agentBay.contexts().createUploadUrl(context.id(), "/x").url();
		URI get = this.agentBay.contexts().createDownloadUrl(context.id(), "/x").url();
		this.session.fileSystem().write("/tmp/a.txt", "content");
		assertThatExceptionOfType(ToolFailedException.class)
			.isThrownBy(() -> this.session.oss().downloadFrom(get, "/tmp/b.txt"))
			.withMessageContaining("404");
		this.session.oss().uploadTo(put, "/tmp/a.txt");
		this.session.oss().downloadFrom(get, "/tmp/b.txt");
		assertThat(this.session.fileSystem().read("/tmp/b.txt")).isEqualTo("content");
		assertThatExceptionOfType(ToolFailedException.class)
			.isThrownBy(() -> this.session.oss().uploadTo(get, "/tmp/a.txt"))
			.withMessageContaining("403")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("signature"));
		assertThatExceptionOfType(ToolFailedException.class)
			.isThrownBy(() -> this.session.oss().downloadFrom(URI.create("file:///etc/passwd"), "/tmp/c"));
	}

	@Test
	void argumentsHaveTheirDocumentedNames() {
		try (ScriptedServer server = new ScriptedServer(); AgentBay agentBay = server.client().build()) {
			server.answers(Replies.session())
				.answers(Replies.toolText("Init FAILED: bad key"))
				.answers(Replies.toolText("ok"))
				.answers(Replies.toolText("ok"))
				.answers(Replies.toolText("ok"));
			var oss = agentBay.get(Replies.SESSION).oss();
			assertThatExceptionOfType(ToolFailedException.class)
				.isThrownBy(() -> oss.initialize(OssCredentials.of("i", "s", "t")))
				.withMessageStartingWith("OSS environment initialization failed: Init FAILED: bad key")
				.satisfies((ex) -> assertThat(ex.operation()).isEqualTo("oss_env_init"));
			oss.initialize(OssCredentials.of("i", "s", "t").withEndpoint("e").withRegion("r"));
			oss.upload("b", "o", "/p");
			oss.uploadTo(URI.create("https://u"), "/p");
			assertThat(args(server, 1))
				.isEqualTo("{\"access_key_id\":\"i\",\"access_key_secret\":\"s\"," + "\"security_token\":\"t\"}");
			assertThat(args(server, 2)).endsWith("\"endpoint\":\"e\",\"region\":\"r\"}");
			assertThat(Json.MAPPER.readTree(args(server, 3)).propertyNames()).containsExactlyInAnyOrder("bucket",
					"object", "path");
			assertThat(server.requests().get(4).form()).containsEntry("Name", "oss_upload_annon");
			assertThat(Json.MAPPER.readTree(args(server, 4)).propertyNames()).containsExactlyInAnyOrder("url", "path");
		}
	}

	@Test
	void theKeyIsNotTold() {
		assertThat(KEY.withRegion("r")).hasToString("OssCredentials[endpoint=null, region=r]");
	}

	private static String args(ScriptedServer server, int request) {
		return server.requests().get(request).form().get("Args");
	}

}
