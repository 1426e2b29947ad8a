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
import java.util.List;
import java.util.Map;

import io.agentbay.local.TestClient.ToolAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A program of a session that puts links in the place of directories while the runtime,
 * which is not enclosed, works with the session's files.
 */
class PathRaceTests {

	private static final int ROUNDS = Integer.getInteger("agentbay.test.races", 900);

	/** Directory and link change their places by one system call. */
	private static final String SWAPPER = """
			import ctypes, os
			libc = ctypes.CDLL(None)
			os.makedirs('real/d', exist_ok=True)
			open('real/d/victim', 'w').write('inside')
			os.symlink(os.environ['OUTSIDE'], 'link')
			open('swapping', 'w').close()
			while True:
			    libc.renameat2(-100, b'real', -100, b'link', 2)
			""";

	private LocalAgentBay runtime;

	private TestClient client;

	private String session;

	@TempDir
	private Path outside;

	@BeforeEach
	void startSwapping() throws Exception {
		Files.createDirectory(this.outside.resolve("d"));
		Files.writeString(this.outside.resolve("d/victim"), "secret of the machine");
		this.runtime = LocalAgentBay.builder().start();
		this.client = new TestClient(this.runtime);
		this.session = this.client.createSession();
		this.client.tool(this.session, "write_file", Map.of("path", "swap.py", "content", SWAPPER));
		this.client.shell(this.session, "nohup python3 swap.py >/dev/null 2>&1 &",
				Map.of("envs", Map.of("OUTSIDE", this.outside.toString())));
		await().atMost(Duration.ofSeconds(20))
			.until(() -> this.client.shell(this.session, "ls swapping").path("exit_code").intValue() == 0);
	}

	@AfterEach
	void closeRuntime() {
		this.runtime.close();
	}

	@Test
	void noToolIsLedOutOfTheSession() throws Exception {
		int met = 0;
		for (int round = 0; round < ROUNDS; round++) {
			ToolAnswer answer = switch (round % 9) {
				case 0 -> tool("write_file", Map.of("path", "real/d/made", "content", "x"));
				case 1 -> tool("read_file", Map.of("path", "real/d/victim"));
				case 2 -> tool("create_directory", Map.of("path", "real/d/deep/down"));
				case 3 -> tool("list_directory", Map.of("path", "real/d"));
				case 4 -> tool("search_files", Map.of("path", ".", "pattern", "victim"));
				case 5 -> tool("edit_file",
						Map.of("path", "real/d/victim", "edits", List.of(Map.of("oldText", "i", "newText", "i"))));
				case 6 -> tool("move_file", Map.of("source", "real/d/made", "destination", "real/d/moved"));
				case 7 -> tool("delete_file", Map.of("path", "real/d/moved"));
				default -> tool("get_file_change", Map.of("path", "real/d"));
			};
			assertThat(answer.text()).doesNotContain("secret");
			met += answer.error() ? 1 : 0;
		}
		assertThat(met).as("calls that met a link").isPositive();
		assertUntouched();
	}

	@Test
	void noCopyOfAContextIsLedOutOfTheSession() throws Exception {
		ContextClient contexts = new ContextClient(this.client);
		String transfer = this.client
			.call("GetAndLoadInternalContext", "SessionId", this.session, "ContextTypes.1", "file_transfer")
			.ok()
			.path("Data")
			.path(0)
			.path("ContextId")
			.stringValue();
		contexts.store(transfer, "/home/wuying/real/d/copied", "x");
		for (int round = 0; round < ROUNDS / 30; round++) {
			for (String mode : List.of("download", "upload")) {
				String path = "/home/wuying/real/d" + (mode.equals("download") ? "/copied" : "");
				this.client
					.call("SyncContext", "SessionId", this.session, "ContextId", transfer, "Path", path, "Mode", mode)
					.ok();
				await().atMost(Duration.ofSeconds(20))
					.until(() -> !this.client
						.call("GetContextInfo", "SessionId", this.session, "ContextId", transfer, "Path", path)
						.text()
						.contains("Running"));
			}
		}
		assertUntouched();
		String stored = this.client
			.call("DescribeContextFiles", "ContextId", transfer, "ParentFolderPath", "/home/wuying/real/d",
					"PageNumber", "1", "PageSize", "50")
			.text();
		if (stored.contains("victim")) {
			assertThat(contexts.read(transfer, "/home/wuying/real/d/victim")).isEqualTo("inside");
		}
	}

	private ToolAnswer tool(String name, Map<String, ?> arguments) {
		return this.client.tool(this.session, name, arguments);
	}

	private void assertUntouched() throws Exception {
		try (var files = Files.walk(this.outside)) {
			assertThat(files.map((file) -> this.outside.relativize(file).toString())).containsExactlyInAnyOrder("", "d",
					"d/victim");
		}
		assertThat(this.outside.resolve("d/victim")).hasContent("secret of the machine");
	}

}
