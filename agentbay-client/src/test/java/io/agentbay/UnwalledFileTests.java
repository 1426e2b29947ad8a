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

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import io.agentbay.filesystem.DownloadReport;
import io.agentbay.filesystem.FileSystem;
import io.agentbay.filesystem.UploadReport;
import io.agentbay.local.Isolation;
import io.agentbay.local.LocalAgentBay;
import io.agentbay.testing.LocalClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the client does with files by commands reaches the session's files, too, where a
 * local runtime has no walls: there commands see the machine's tree, tools the session's.
 */
@TestInstance(Lifecycle.PER_CLASS)
class UnwalledFileTests {

	private static final String UNIQUE = "agentbay-" + UUID.randomUUID();

	private final LocalAgentBay runtime = LocalAgentBay.builder().isolation(Isolation.HOST).start();

	private final AgentBay client = LocalClient.of(this.runtime).build();

	private final FileSystem files = this.client.create().fileSystem();

	@AfterAll
	void stop() {
		this.client.close();
		this.runtime.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "name with ' and blank", "below/the/home", "~/tilde", "/tmp/UNIQUE/file",
			"/UNIQUE/deep/file", "/tmp/file-transfer/straight" })
	void filesGoThereAndBack(String name, @TempDir Path directory) throws Exception {
		String path = name.replace("UNIQUE", UNIQUE);
		Path sent = Files.writeString(directory.resolve("sent"), "content of " + path);
		UploadReport report = this.files.upload(sent, path);
		assertThat(this.files.read(report.path())).isEqualTo("content of " + path);
		assertThat(this.files.read(path)).isEqualTo("content of " + path);
		DownloadReport back = this.files.download(path, directory.resolve("back"));
		assertThat(back.localPath()).hasContent("content of " + path);
		assertThat(back.path()).isEqualTo(report.path());
		assertThat(Path.of("/" + UNIQUE)).doesNotExist();
		assertThat(Path.of("/tmp/" + UNIQUE)).doesNotExist();
	}

	@Test
	void commandsForFilesKeepToTheSession() {
		String file = "/tmp/" + UNIQUE + "-bytes";
		this.files.writeBytes(file, "bytes".getBytes(StandardCharsets.UTF_8));
		assertThat(this.files.read(file)).isEqualTo("bytes");
		assertThat(this.files.exists(file)).isTrue();
		this.files.copy(file, "copied");
		assertThat(this.files.read("copied")).isEqualTo("bytes");
		this.files.deleteRecursively(file);
		assertThat(this.files.exists(file)).isFalse();
		assertThat(Path.of(file)).doesNotExist();
	}

}
