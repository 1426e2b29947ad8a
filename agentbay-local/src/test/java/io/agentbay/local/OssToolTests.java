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
import java.util.Map;

import io.agentbay.local.TestClient.ToolAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tools of {@code wuying_oss}.
 */
class OssToolTests {

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final TestClient client = new TestClient(this.runtime);

	private final ContextClient contexts = new ContextClient(this.client);

	private final String session = this.client.createSession();

	@AfterEach
	void closeRuntime() {
		this.runtime.close();
	}

	@Test
	@Exercises({ "oss_env_init", "oss_upload", "oss_download" })
	void aFileIsStoredAsAnObjectAndFetched() throws IOException {
		Path bucket = Files.createDirectory(this.runtime.ossDirectory().resolve("my-bucket"));
		this.contexts.write(this.session, "/tmp/a", "content");
		Map<String, String> there = Map.of("bucket", "my-bucket", "object", "d/a", "path", "/tmp/a");
		assertThat(tool("oss_upload", there).text()).contains("oss_env_init");
		ok("oss_env_init", Map.of("access_key_id", "i", "access_key_secret", "s", "security_token", "t"));
		assertThat(tool("oss_upload", there).text()).startsWith("Upload success");
		assertThat(bucket.resolve("d/a")).hasContent("content");
		assertThat(tool("oss_download", Map.of("bucket", "my-bucket", "object", "d/a", "path", "/tmp/b")).text())
			.startsWith("Download success");
		assertThat(this.contexts.content(this.session, "/tmp/b")).isEqualTo("content");
	}

	@Test
	@Exercises({ "oss_upload_annon", "oss_download_annon" })
	void aSignedAddressNeedsNoKey() {
		String id = this.contexts.create("c");
		this.contexts.write(this.session, "/tmp/a", "content");
		ok("oss_upload_annon", Map.of("url", this.contexts.uploadUrl(id, "/x"), "path", "/tmp/a"));
		ok("oss_download_annon", Map.of("url", this.contexts.downloadUrl(id, "/x"), "path", "/tmp/b"));
		assertThat(this.contexts.content(this.session, "/tmp/b")).isEqualTo("content");
	}

	private void ok(String tool, Map<String, String> arguments) {
		ToolAnswer answer = tool(tool, arguments);
		assertThat(answer.error()).as(answer.text()).isFalse();
	}

	private ToolAnswer tool(String tool, Map<String, String> arguments) {
		return this.client.tool(this.session, tool, arguments);
	}

}
