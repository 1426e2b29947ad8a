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

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.agentbay.local.TestClient.ToolAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What programs that were written for the service expect, as their clients send it.
 */
@TestInstance(Lifecycle.PER_CLASS)
class FidelityTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final TestClient client = new TestClient(this.runtime);

	private final String session = this.client.createSession();

	@AfterAll
	void closeRuntime() {
		this.runtime.close();
	}

	@Test
	void aSessionThatHasEndedIsFinishedForWhoAsksForItsDetail() {
		String ending = this.client.createSession("ImageId", "code_latest");
		this.client.call("DeleteSessionAsync", "SessionId", ending).ok();
		assertThat(detail(ending).path("Status").stringValue()).isIn("DELETING", "FINISH");
		await().atMost(PATIENCE).until(() -> !this.runtime.liveSessionIds().contains(ending));
		assertThat(detail(ending).path("Status").stringValue()).isEqualTo("FINISH");
		assertThat(detail(ending).path("ImageId").stringValue()).isEqualTo("code_latest");
		assertThat(this.client.call("GetSession", "SessionId", ending).code()).isEqualTo("InvalidMcpSession.NotFound");
		assertThat(this.client.call("GetSessionDetail", "SessionId", "session-never").code())
			.isEqualTo("InvalidMcpSession.NotFound");
	}

	@ParameterizedTest
	@CsvSource({ "linux_latest, false", "mobile_latest, true", "my-android-12, true" })
	void theResourceUrlHasTheResourceIdAndTellsPhonesFromComputers(String image, boolean phone) {
		JsonNode data = this.client.call("CreateMcpSession", "ImageId", image).ok().path("Data");
		String url = data.path("ResourceUrl").stringValue();
		assertThat(url).contains("?resourceId=" + data.path("ResourceId").stringValue());
		assertThat(url.matches(".*(android|mobile).*")).isEqualTo(phone);
		assertThat(TestClient.answer(this.client.web().get().uri(url)).status()).isEqualTo(200);
	}

	@Test
	void codeThatFailsIsAnErrorOfTheToolWithTheSameJson() {
		ToolAnswer answer = code("1 / 0");
		assertThat(answer.error()).isTrue();
		assertThat(TestClient.MAPPER.readTree(answer.text()).path("executionError").stringValue())
			.contains("ZeroDivisionError");
	}

	@Test
	void unknownSkillsAreLeftOut() {
		assertThat(this.client.call("GetSkillMetaData", "SkillGroupIds.1", "none").ok().at("/Data/MetaDataList"))
			.isEmpty();
	}

	@Test
	void aCommandBeyondItsTimeIsAPlainText() {
		ToolAnswer answer = this.client.tool(this.session, "shell",
				Map.of("command", "echo begun; sleep 60", "timeout_ms", 300));
		assertThat(answer.error()).isTrue();
		assertThat(answer.text()).isEqualTo("Execution failed. Error code:-1 Error message: [timeout]");
	}

	@Test
	void aSearchWithoutAPatternFindsAllThatIsNotExcluded() {
		shell("mkdir -p ~/found/skipped; touch ~/found/a ~/found/b.log ~/found/skipped/c");
		assertThat(ok("search_files",
				Map.of("path", "found", "pattern", "", "excludePatterns", List.of("skipped", "*.log"))))
			.isEqualTo("/home/wuying/found/a");
	}

	@Test
	void contextsAreListedTheNewestFirst() {
		new ContextClient(this.client).create("older");
		new ContextClient(this.client).create("newer");
		JsonNode listed = this.client.call("ListContexts", "MaxResults", "2").ok().path("Data");
		assertThat(listed).extracting((context) -> context.path("Name").stringValue())
			.containsExactly("newer", "older");
	}

	@Test
	void theDirectoryForTransfersIsThereFromTheBeginning() {
		assertThat(this.client.tool(this.client.createSession(), "list_directory", Map.of("path", "/tmp/")).text())
			.isEqualTo("[DIR] file-transfer");
	}

	@Test
	void someImagesHaveNoDirectLink() {
		try (LocalAgentBay other = LocalAgentBay.builder().withoutDirectLink("linux_latest", "*mobile*").start()) {
			TestClient its = new TestClient(other);
			for (String image : List.of("linux_latest", "mobile_latest", "my.mobile")) {
				JsonNode data = its.call("CreateMcpSession", "ImageId", image).ok().path("Data");
				assertThat(data.path("LinkUrl").stringValue()).as(image).isEmpty();
			}
			assertThat(its.call("CreateMcpSession", "ImageId", "code_latest").ok().at("/Data/LinkUrl").stringValue())
				.isNotEmpty();
		}
	}

	@Test
	void aMistypedImageIsRefusedWhereImagesAreNamed() {
		try (LocalAgentBay other = LocalAgentBay.builder().images("*_latest", "our-image").start()) {
			TestClient its = new TestClient(other);
			assertThat(its.createSession("ImageId", "our-image")).isNotEmpty();
			assertThat(its.createSession("ImageId", "code_latest")).isNotEmpty();
			assertThat(its.createSession()).isNotEmpty();
			assertThat(its.call("CreateMcpSession", "ImageId", "code_lastest").code())
				.isEqualTo("InvalidImageId.NotFound");
			assertThat(other.liveSessionIds()).hasSize(3);
		}
		assertThat(this.client.createSession("ImageId", "anything")).isNotEmpty();
	}

	@Test
	void pathsOfWindowsAreMapped() {
		String context = new ContextClient(this.client).create("windows");
		String windows = this.client.createSession("ImageId", "windows_latest", "PersistenceDataList",
				"[{\"ContextId\":\"" + context + "\",\"Path\":\"c:\\\\Users\\\\me\\\\data\"}]");
		JsonNode bound = this.client.call("DescribeSessionContexts", "SessionId", windows).ok().path("Data").path(0);
		assertThat(bound.path("Path").stringValue()).isEqualTo("c:\\Users\\me\\data");
		await().atMost(PATIENCE)
			.until(() -> !this.client.tool(windows, "list_directory", Map.of("path", "C:\\Users\\me\\data")).error());
		assertThat(this.client.tool(windows, "write_file", Map.of("path", "c:\\Users\\me\\data\\f", "content", "x"))
			.text()).isEqualTo("Wrote 1 bytes to /c/Users/me/data/f");
	}

	@Test
	void aBrowserCanBeStartedByTheNameThatItHasInTheService() {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/chromium")));
		JsonNode apps = TestClient.MAPPER.readTree(
				ok("get_installed_apps", Map.of("start_menu", true, "desktop", false, "ignore_system_apps", true)));
		assertThat(apps).extracting((app) -> app.path("name").stringValue()).contains("Google Chrome");
	}

	@Test
	void aBrowserCanBeStartedByTheCommandThatItHasInTheService() {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/chromium")) && Files.isExecutable(Path.of("/usr/bin/Xvfb")));
		assumeFalse(Files.exists(Path.of("/usr/bin/google-chrome-stable")));
		JsonNode started = TestClient.MAPPER
			.readTree(ok("start_app", Map.of("start_cmd", "/usr/bin/google-chrome-stable %U")));
		assertThat(started).extracting((process) -> process.path("pname").stringValue()).contains("chromium");
		assertThat(shell("tr '\\0' ' ' </proc/%s/cmdline".formatted(started.path(0).path("pid").intValue())))
			.contains("--no-sandbox")
			.doesNotContain("%U");
		ok("stop_app_by_pname", Map.of("pname", "chromium"));
	}

	@Test
	void windowsThatHaveGoneDoNotDisturbTheFocus() {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/chromium")) && Files.isExecutable(Path.of("/usr/bin/Xvfb")));
		ok("start_app", Map.of("start_cmd", "google-chrome"));
		await().atMost(PATIENCE).until(() -> !windows().isEmpty());
		Map<String, ?> window = Map.of("window_id", windows().path(0).path("window_id").longValue());
		ok("fullscreen_window", window);
		ok("close_window", window);
		assertThat(ok("focus_mode", Map.of("on", true))).isEqualTo("Done");
		assertThat(ok("focus_mode", Map.of("on", false))).isEqualTo("Done");
	}

	@Test
	void matplotlibFindsWhatItAsksOfIPython() {
		ToolAnswer answer = code("""
				import sys, IPython.display
				if sys.modules['IPython'].get_ipython():
				    from IPython.core.pylabtools import backend2gui
				    print(backend2gui.get('agg'))
				""");
		assertThat(answer.error()).as(answer.text()).isFalse();
		assertThat(answer.text()).contains("\"stdout\":[\"None\\n\"]");
	}

	@Test
	void aFileGoesToAnyPlaceByTheContextForTransfers() {
		ContextClient contexts = new ContextClient(this.client);
		String transfer = this.client
			.call("GetAndLoadInternalContext", "SessionId", this.session, "ContextTypes.1", "file_transfer")
			.ok()
			.path("Data")
			.path(0)
			.path("ContextId")
			.stringValue();
		contexts.store(transfer, "/home/wuying/deep/down/f.txt", "sent");
		this.client
			.call("SyncContext", "SessionId", this.session, "ContextId", transfer, "Path",
					"/home/wuying/deep/down/f.txt", "Mode", "download")
			.ok();
		await().atMost(PATIENCE).until(() -> shell("cat ~/deep/down/f.txt").equals("sent"));
		contexts.store(transfer, "/usr/f.txt", "sent");
		this.client
			.call("SyncContext", "SessionId", this.session, "ContextId", transfer, "Path", "/usr/f.txt", "Mode",
					"download")
			.ok();
		await().atMost(PATIENCE)
			.until(() -> this.client
				.call("GetContextInfo", "SessionId", this.session, "ContextId", transfer, "Path", "/usr/f.txt")
				.text()
				.contains("Failed"));
	}

	@Test
	void anAddressThatLeadsNowhereIsAnErrorThatSaysSo() {
		assertThat(this.client.tool(this.session, "oss_download_annon", Map.of("url", "http:///x", "path", "f")).text())
			.isEqualTo("Argument 'url' must name a host");
		assertThat(this.client
			.tool(this.session, "oss_download_annon", Map.of("url", "http://no-such-host.invalid/x", "path", "f"))
			.text()).startsWith("The host no-such-host.invalid cannot be reached: ").doesNotContain("null");
	}

	@Test
	void theShellIsBashAndATildeIsHome() {
		assertThat(
				shell("a=(1 2); [[ ${#a[@]} == 2 ]] && set -o pipefail && source /dev/null && diff <(echo x) <(echo x)"
						+ " && echo \"$0\""))
			.contains("bash");
		ok("write_file", Map.of("path", "~/by-tilde", "content", "x"));
		assertThat(
				this.client.shell(this.session, "cat by-tilde; pwd", Map.of("cwd", "~/")).path("stdout").stringValue())
			.startsWith("x")
			.endsWith("wuying\n");
	}

	@Test
	void aCommandMayBeginWithADash() {
		assertThat(this.client.shell(this.session, "-x").path("stderr").stringValue())
			.contains("-x: command not found");
	}

	@Test
	void aCommandMayBeLongerThanAnArgument() {
		String line = "0123456789abcdéf\n";
		assertThat(shell(
				"cat > f <<'E'\n" + line.repeat(12_000) + "E\nwc -c < f; echo \"it's\"; ls /proc/self/fd | wc -l"))
			.isEqualTo((12_000 * line.getBytes(StandardCharsets.UTF_8).length) + "\nit's\n4\n");
		assertThat(
				this.client.shell(this.session, ": '" + "é".repeat(100_000) + "'; exit 3").path("exit_code").intValue())
			.isEqualTo(3);
	}

	@Test
	void aVariableThatIsTooLongIsRefusedWithTheLimit() {
		ToolAnswer answer = this.client.tool(this.session, "shell",
				Map.of("command", "true", "envs", Map.of("LONG", "é".repeat(70_000))));
		assertThat(answer.error()).isTrue();
		assertThat(answer.text()).contains("LONG", "140005 bytes", "131071");
		assertThat(this.client.shell(this.session, "echo ${#LONG}", Map.of("envs", Map.of("LONG", "é".repeat(65_000))))
			.path("stdout")
			.stringValue()).isEqualTo("65000\n");
	}

	@Test
	void variablesKeepNamesThatNoShellKnows() {
		assertThat(this.client
			.shell(this.session, "env | grep '^foo'", Map.of("envs", Map.of("foo.bar", "1", "foo-b", "2")))
			.path("stdout")
			.stringValue()
			.lines()).containsExactlyInAnyOrder("foo.bar=1", "foo-b=2");
	}

	@Test
	void aLineEndInANameFeignsNoFurtherEntry() {
		shell("mkdir ~/lines; touch ~/lines/$'a\\n[DIR] d'");
		assertThat(ok("list_directory", Map.of("path", "lines"))).isEqualTo("[FILE] a?[DIR] d");
		assertThat(ok("search_files", Map.of("path", "lines", "pattern", "a*")))
			.isEqualTo("/home/wuying/lines/a?[DIR] d");
	}

	@Test
	void anEditLeavesAloneWhatIsNoUtf8() {
		shell("printf 'one\\ncaf\\351\\n\\303\\251\\n' > latin");
		assertThat(
				ok("edit_file", Map.of("path", "latin", "edits", List.of(Map.of("oldText", "one", "newText", "zwö")))))
			.contains("+zwö");
		assertThat(shell("od -An -tx1 latin | tr -d ' \\n'")).isEqualTo("7a77c3b60a636166e90ac3a90a");
	}

	@Test
	void numbersAreWrittenInAsciiWhateverTheLanguageOfTheJvm() {
		Locale before = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
		try (LocalAgentBay arabic = LocalAgentBay.builder().start()) {
			assertThat(arabic.endpoint().toString()).matches("http://127\\.0\\.0\\.1:[0-9]+");
			TestClient its = new TestClient(arabic);
			ContextClient contexts = new ContextClient(its);
			String context = contexts.create("c");
			contexts.store(context, "/f", "content");
			assertThat(contexts.read(context, "/f")).isEqualTo("content");
			String in = its.createSession();
			assertThat(its.shell(in, "seq 100 | wc -l").path("stdout").stringValue().strip()).isEqualTo("100");
			its.tool(in, "write_file", Map.of("path", "f", "content", "x"));
			assertThat(its.tool(in, "get_file_info", Map.of("path", "f")).text()).contains("permissions: 644")
				.matches("(?s)[\\x00-\\x7f]*");
			assertThat(its
				.tool(in, "edit_file", Map.of("path", "f", "edits", List.of(Map.of("oldText", "x", "newText", "y"))))
				.text()).contains("@@ -1,1 +1,1 @@");
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void aWatchedDirectoryThatGoesAwayTakesItsFilesWithIt() {
		shell("mkdir -p ~/w; touch ~/w/a");
		assertThat(ok("get_file_change", Map.of("path", "w"))).isEqualTo("[]");
		shell("touch ~/w/b");
		assertThat(ok("get_file_change", Map.of("path", "w")))
			.isEqualTo("[{\"eventType\":\"create\",\"path\":\"/home/wuying/w/b\",\"pathType\":\"file\"},"
					+ "{\"eventType\":\"modify\",\"path\":\"/home/wuying/w/b\",\"pathType\":\"file\"}]");
	}

	@Test
	void theEmptyDesktopHasNoActiveWindow() {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/Xvfb")));
		assertThat(this.client.tool(this.client.createSession(), "get_active_window", Map.of()))
			.isEqualTo(new ToolAnswer("{}", false));
	}

	private JsonNode windows() {
		return TestClient.MAPPER.readTree(ok("list_root_windows", Map.of()));
	}

	private JsonNode detail(String id) {
		return this.client.call("GetSessionDetail", "SessionId", id).ok().path("Data");
	}

	private ToolAnswer code(String code) {
		return this.client.tool(this.session, "run_code", Map.of("code", code, "language", "python", "timeout_s", 60));
	}

	private String shell(String command) {
		return this.client.shell(this.session, command).path("stdout").stringValue();
	}

	private String ok(String tool, Map<String, ?> arguments) {
		ToolAnswer answer = this.client.tool(this.session, tool, arguments);
		assertThat(answer.error()).as(answer.text()).isFalse();
		return answer.text();
	}

}
