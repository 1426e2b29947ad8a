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

package io.agentbay.computer;

import java.util.Base64;
import java.util.List;

import io.agentbay.AgentBay;
import io.agentbay.device.AppProcess;
import io.agentbay.device.InstalledApp;
import io.agentbay.device.ScreenshotFormat;
import io.agentbay.device.ScreenshotResult;
import io.agentbay.error.FailureKind;
import io.agentbay.internal.json.Json;
import io.agentbay.result.Result;
import io.agentbay.session.Session;
import io.agentbay.testing.Capability;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The desktop on the wire: what each operation sends, and how answers are read.
 */
class ComputerTests {

	private static final String PNG = "{\"type\":\"image\",\"mime_type\":\"image/png\",\"data\":\"%s\",\"width\":2,\"height\":1}"
		.formatted(base64(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 7));

	private final ScriptedServer server = new ScriptedServer();

	private final AgentBay agentBay = this.server.client().build();

	@AfterEach
	void disconnect() {
		this.agentBay.close();
		this.server.close();
	}

	@Test
	@Capability({ "12.5", "12.9" })
	void placesAndSizesAreNumbers() {
		Computer computer = withoutLink();
		this.server.answers(Replies.toolText("{\"x\":10,\"y\":20}"))
			.answers(Replies.toolText("{\"width\":1280,\"height\":800,\"dpiScalingFactor\":1.25}"))
			.answers(Replies.toolText("{\"width\":1280,\"height\":800}"));
		assertThat(computer.getCursorPosition().orElseThrow().position()).isEqualTo(new CursorPosition(10, 20));
		assertThat(computer.getScreenSize().orElseThrow().size()).isEqualTo(new ScreenSize(1280, 800, 1.25));
		assertThat(computer.getScreenSize().orElseThrow().size()).isEqualTo(new ScreenSize(1280, 800, 1));
	}

	@Test
	@Capability({ "12.12", "12.13" })
	void windowsAreReadWithTheirChildren() {
		Computer computer = withoutLink();
		this.server.answers(Replies.toolText("""
				[{"window_id":65537,"window_title":"Editor","absolute_upper_left_x":-1,"absolute_upper_left_y":2,
				"width":3,"height":4,"pid":5,"pname":"edit","child_windows":[{"window_id":6,"window_title":null}]}]"""))
			.answers(Replies.toolText("{\"window_id\":6}"));
		Window child = new Window(6, "", 0, 0, 0, 0, 0, "", List.of());
		assertThat(computer.listRootWindows().orElseThrow().windows())
			.containsExactly(new Window(65537, "Editor", -1, 2, 3, 4, 5, "edit", List.of(child)));
		assertThat(computer.getActiveWindow().orElseThrow().window()).isEqualTo(child);
	}

	@Test
	@Capability({ "12.22", "12.23" })
	void appsAndProcessesAreTyped() {
		Computer computer = withoutLink();
		this.server.answers(Replies.toolText("""
				[{"name":"Terminal","start_cmd":"xterm","stop_cmd":"pkill xterm","work_directory":"/tmp"},
				{"name":"Other","start_cmd":"other"}]"""))
			.answers(Replies.toolText("[{\"pname\":\"xterm\",\"pid\":12,\"cmdline\":\"xterm -ls\"}]"));
		assertThat(computer.getInstalledApps().orElseThrow().apps()).containsExactly(
				new InstalledApp("Terminal", "xterm", "pkill xterm", "/tmp"),
				new InstalledApp("Other", "other", null, null));
		assertThat(computer.startApp("xterm -ls").orElseThrow().processes())
			.containsExactly(new AppProcess("xterm", 12, "xterm -ls"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			get_cursor_position | not JSON          | it is not JSON
			get_cursor_position | [1]               | it is not a JSON object
			get_cursor_position | {"x":1}           | y is missing or is no integer
			get_cursor_position | {"x":1,"y":"far"} | y is missing or is no integer
			list_root_windows   | {}                | it is not a JSON array
			list_root_windows   | [1]               | an element is not a JSON object
			list_root_windows   | [{"width":1}]     | window_id is missing or is no integer
			get_active_window   | `  `              | it is not a JSON object
			start_app           | "text"            | it is not a JSON array
			get_installed_apps  | [                 | it is not JSON
			""")
	void anAnswerOfAnotherFormIsAFailureThatSaysWhatIsWrong(String tool, String text, String reason) {
		Computer computer = withoutLink();
		this.server.answers(Replies.toolText(text));
		Result<?> result = switch (tool) {
			case "get_cursor_position" -> computer.getCursorPosition();
			case "list_root_windows" -> computer.listRootWindows();
			case "get_active_window" -> computer.getActiveWindow();
			case "start_app" -> computer.startApp("x");
			default -> computer.getInstalledApps();
		};
		assertThat(result.failureKind()).isEqualTo(FailureKind.SERVICE);
		assertThat(result.errorMessage()).isEqualTo("Failed to parse " + tool + " response: " + reason);
	}

	@Test
	void aToolErrorIsAFailedResultWithoutValue() {
		Computer computer = withoutLink();
		this.server.answers(Replies.toolError("no display")).answers(Replies.toolError("no display"));
		assertThat(computer.listRootWindows().failureKind()).isEqualTo(FailureKind.TOOL);
		CursorPositionResult position = computer.getCursorPosition();
		assertThat(position.errorMessage()).isEqualTo("no display");
		assertThat(position.position()).isNull();
	}

	@Test
	@Capability("12.10")
	void withoutADirectLinkAScreenshotIsAnAddressThatIsNotShown() {
		Computer computer = withoutLink();
		this.server.answers(Replies.toolText("https://example.invalid/secret.png\n"));
		var result = computer.screenshot().orElseThrow();
		assertThat(this.server.requests().get(1).form()).containsEntry("Name", "system_screenshot")
			.containsEntry("Args", "{}");
		assertThat(result.url()).isEqualTo("https://example.invalid/secret.png");
		assertThat(result.toString()).doesNotContain("secret");
		assertThat(computer.betaTakeScreenshot().errorMessage()).contains("use screenshot()");
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	@Capability({ "12.10", "12.11" })
	void withADirectLinkAScreenshotIsAPicture() {
		Computer computer = withLink();
		answersByLink(PNG);
		ScreenshotResult result = computer.betaTakeScreenshot().orElseThrow();
		var sent = Json.MAPPER.readTree(this.server.requests().get(1).body());
		assertThat(sent.at("/tool").asString()).isEqualTo("screenshot");
		assertThat(sent.at("/args/format").asString()).isEqualTo("png");
		assertThat(result.screenshot().data()).endsWith(7).startsWith(0x89, 'P', 'N', 'G');
		assertThat(result.screenshot().mimeType()).isEqualTo("image/png");
		assertThat(result.screenshot().width()).isEqualTo(2);
		assertThat(result.screenshot().height()).isEqualTo(1);
		assertThat(result.toString()).contains("9 bytes").doesNotContain("[-119");
		assertThat(computer.screenshot().errorMessage()).contains("use betaTakeScreenshot()");
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	@Capability("12.11")
	void aScreenshotCanBeAJpeg() {
		Computer computer = withLink();
		answersByLink(
				"{\"type\":\"image\",\"mime_type\":\"IMAGE/JPEG\",\"data\":\"" + base64(0xFF, 0xD8, 0xFF, 1) + "\"}");
		ScreenshotResult result = computer.betaTakeScreenshot(ScreenshotFormat.of("JPG")).orElseThrow();
		assertThat(Json.MAPPER.readTree(this.server.requests().get(1).body()).at("/args/format").asString())
			.isEqualTo("jpeg");
		assertThat(result.screenshot().width()).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"mime_type":"image/png","data":"iVBORw0KGgo="}                   | type is missing
			{"type":"image","mime_type":"image/jpeg","data":"iVBORw0KGgo="}   | its mime_type is image/jpeg
			{"type":"image","mime_type":"image/png","data":""}                | data is missing
			{"type":"image","mime_type":"image/png","data":"?"}               | its data is not base64
			{"type":"image","mime_type":"image/png","data":"/9j/"}            | its data is no png picture
			{"type":"image","mime_type":"image/png","data":"iVBORw0KGgo=","width":"wide"} | width is missing or is no
			https://example.invalid/a.png                                     | it is not JSON
			""")
	void whatIsNoPictureIsAFailure(String text, String reason) {
		Computer computer = withLink();
		answersByLink(text);
		ScreenshotResult result = computer.betaTakeScreenshot();
		assertThat(result.failureKind()).isEqualTo(FailureKind.SERVICE);
		assertThat(result.errorMessage()).startsWith("Failed to parse screenshot response: " + reason);
		assertThat(result.screenshot()).isNull();
	}

	private Computer withoutLink() {
		this.server.answers(Replies.session());
		return session().computer();
	}

	private Computer withLink() {
		this.server.answers(Replies.sessionWithLink(this.server.endpoint() + "/link")
			.replace("\\\"name\\\":\\\"shell\\\",\\\"server\\\":\\\"wuying_shell\\\"",
					"\\\"name\\\":\\\"screenshot\\\",\\\"server\\\":\\\"wuying_capture\\\""));
		return session().computer();
	}

	private void answersByLink(String text) {
		this.server.answers("{\"data\":{\"result\":{\"isError\":false,\"content\":[{\"type\":\"text\",\"text\":"
				+ Json.MAPPER.writeValueAsString(text) + "}]}}}");
	}

	private Session session() {
		return this.agentBay.get(Replies.SESSION).session();
	}

	private static String base64(int... bytes) {
		byte[] data = new byte[bytes.length];
		for (int i = 0; i < bytes.length; i++) {
			data[i] = (byte) bytes[i];
		}
		return Base64.getEncoder().encodeToString(data);
	}

}
