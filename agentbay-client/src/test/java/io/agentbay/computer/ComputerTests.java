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

import java.net.URI;
import java.util.Base64;
import java.util.List;

import io.agentbay.AgentBay;
import io.agentbay.device.AppProcess;
import io.agentbay.device.InstalledApp;
import io.agentbay.device.Screenshot;
import io.agentbay.device.ScreenshotFormat;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.error.NotFoundException;
import io.agentbay.error.ToolFailedException;
import io.agentbay.internal.json.Json;
import io.agentbay.session.Session;
import io.agentbay.testing.Capability;
import io.agentbay.testing.Refusal;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The desktop on the wire: what each operation sends, and how answers are read.
 */
class ComputerTests {

	private static final String PNG = "{\"type\":\"image\",\"mime_type\":\"image/png\",\"data\":\"%s\",\"width\":2,\"height\":1}"
		.formatted(base64(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 7));

	private final ScriptedServer server = new ScriptedServer();

	private final AgentBay agentBay = this.server.client().maxReplySize(DataSize.ofMegabytes(1)).build();

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
		assertThat(computer.fetchCursorPosition()).isEqualTo(new CursorPosition(10, 20));
		assertThat(computer.fetchScreenSize()).isEqualTo(new ScreenSize(1280, 800, 1.25));
		assertThat(computer.fetchScreenSize()).isEqualTo(new ScreenSize(1280, 800, 1));
	}

	@Test
	@Capability({ "12.12", "12.13" })
	void windowsAreReadWithTheirChildren() {
		Computer computer = withoutLink();
		this.server.answers(Replies.toolText("""
				[{"window_id":65537,"window_title":"Editor","absolute_upper_left_x":-1,"absolute_upper_left_y":2,
				"width":3,"height":4,"pid":5,"pname":"edit","child_windows":[{"window_id":6,"window_title":null}]}]"""))
			.answers(Replies.toolText("{\"window_id\":6}"));
		Window child = Window.builder(6).build();
		Window editor = Window.builder(65537)
			.title("Editor")
			.place(-1, 2)
			.size(3, 4)
			.process(5, "edit")
			.children(List.of(child))
			.build();
		assertThat(computer.listWindows()).containsExactly(editor);
		assertThat(computer.fetchActiveWindow()).isEqualTo(child).hasSameHashCodeAs(child).isNotEqualTo(editor);
		assertThat(List.of(child.title(), child.processName(), child.children())).isEqualTo(List.of("", "", List.of()));
	}

	@Test
	@Capability({ "12.22", "12.23" })
	void appsAndProcessesAreTyped() {
		Computer computer = withoutLink();
		this.server.answers(Replies.toolText("""
				[{"name":"Terminal","start_cmd":"xterm","stop_cmd":"pkill xterm","work_directory":"/tmp"},
				{"name":"Other","start_cmd":"other"}]"""))
			.answers(Replies.toolText("[{\"pname\":\"xterm\",\"pid\":12,\"cmdline\":\"xterm -ls\"}]"));
		assertThat(computer.listInstalledApps()).containsExactly(
				new InstalledApp("Terminal", "xterm", "pkill xterm", "/tmp"),
				new InstalledApp("Other", "other", null, null));
		assertThat(computer.startApp("xterm -ls")).containsExactly(new AppProcess("xterm", 12, "xterm -ls"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			get_cursor_position | not JSON          | is not JSON
			get_cursor_position | [1]               | is not a JSON object
			get_cursor_position | {"x":1}           | has no integer y
			get_cursor_position | {"x":1,"y":"far"} | has no integer y
			list_root_windows   | {}                | is not a JSON array
			list_root_windows   | [1]               | holds an element that is not a JSON object
			list_root_windows   | [{"width":1}]     | has no integer window_id
			get_active_window   | `  `              | is not a JSON object
			start_app           | "text"            | is not a JSON array
			get_installed_apps  | [                 | is not JSON
			""")
	void anAnswerOfAnotherFormIsAFailureThatSaysWhatIsWrong(String tool, String text, String reason) {
		Computer computer = withoutLink();
		this.server.answers(Replies.toolText(text));
		ThrowingCallable call = switch (tool) {
			case "get_cursor_position" -> computer::fetchCursorPosition;
			case "list_root_windows" -> computer::listWindows;
			case "get_active_window" -> computer::fetchActiveWindow;
			case "start_app" -> () -> computer.startApp("x");
			default -> computer::listInstalledApps;
		};
		assertThatExceptionOfType(InvalidReplyException.class).isThrownBy(call)
			.withMessageStartingWith("The answer of the tool " + tool + " " + reason + " (")
			.satisfies((ex) -> assertThat(ex.operation()).isEqualTo(tool));
	}

	@Test
	void anEmptyDesktopHasNoActiveWindow() {
		Computer computer = withoutLink();
		this.server.answers(Replies.toolText("{}"));
		assertThatExceptionOfType(ToolFailedException.class).isThrownBy(computer::fetchActiveWindow)
			.withMessageStartingWith("No window has the focus");
	}

	@Test
	void aToolErrorIsThrown() {
		Computer computer = withoutLink();
		this.server.answers(Replies.toolError("no display")).answers(Replies.toolError("no display"));
		assertThatExceptionOfType(ToolFailedException.class).isThrownBy(computer::listWindows);
		assertThatExceptionOfType(ToolFailedException.class).isThrownBy(computer::fetchCursorPosition)
			.withMessageStartingWith("no display (")
			.satisfies((ex) -> assertThat(ex.operation()).isEqualTo("get_cursor_position"));
	}

	@Test
	@Capability("12.10")
	void withoutADirectLinkAScreenshotHasAnAddress() {
		Computer computer = withoutLink();
		this.server.answers(Replies.toolText("https://example.invalid/secret.png\n"));
		URI url = computer.screenshotUrl();
		assertThat(this.server.requests().get(1).form()).containsEntry("Name", "system_screenshot")
			.containsEntry("Args", "{}");
		assertThat(url).hasToString("https://example.invalid/secret.png");
		assertThat(Refusal.of(() -> computer.screenshot(ScreenshotFormat.JPEG)))
			.hasMessageContaining("use screenshot()");
		assertThat(this.server.requests()).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource({ "'', is empty", "no address, is no address", "secret.png, is no address",
			"https:secret, is no address" })
	void whatIsNoAddressIsNotShown(String text, String reason) {
		Computer computer = withoutLink();
		this.server.answers(Replies.toolText(text));
		assertThatExceptionOfType(InvalidReplyException.class).isThrownBy(computer::screenshotUrl)
			.withMessageStartingWith("The answer of the tool system_screenshot " + reason + " (")
			.withMessageNotContaining("secret");
	}

	@Test
	@Capability({ "12.10", "12.11" })
	void withoutADirectLinkAScreenshotIsFetched() {
		Computer computer = withoutLink();
		byte[] png = bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 7);
		this.server.answers(Replies.toolText(this.server.endpoint() + "/shot.png?signature=s%2F1")).answers(200, png);
		assertThat(computer.screenshot()).isEqualTo(Screenshot.of(ScreenshotFormat.PNG, png));
		assertThat(this.server.requests().get(2).method()).isEqualTo("GET");
		assertThat(this.server.requests().get(2).target()).isEqualTo("/shot.png?signature=s%2F1");
	}

	@Test
	void aPictureThatCannotBeFetchedIsAFailureThatDoesNotShowItsAddress() {
		Computer computer = withoutLink();
		String address = Replies.toolText(this.server.endpoint() + "/shot.png?signature=s1");
		this.server.answers(address)
			.answers(404, "<Code>NoSuchKey</Code>")
			.answers(address)
			.answers("{}")
			.answers(address)
			.answers(200, new byte[1024 * 1024 + 1]);
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(computer::screenshot)
			.withMessageStartingWith("The storage refused the picture with HTTP 404")
			.withMessageNotContaining("signature")
			.satisfies((ex) -> assertThat(ex.errorCode()).isEqualTo("NoSuchKey"));
		assertThatExceptionOfType(InvalidReplyException.class).isThrownBy(computer::screenshot)
			.withMessageContaining("is the address of what is no png picture");
		assertThatExceptionOfType(InvalidReplyException.class).isThrownBy(computer::screenshot)
			.withMessageContaining("is the address of more than 1048576 bytes");
	}

	@Test
	@Capability({ "12.10", "12.11" })
	void withADirectLinkAScreenshotIsAPicture() {
		Computer computer = withLink();
		answersByLink(PNG);
		Screenshot screenshot = computer.screenshot();
		var sent = Json.MAPPER.readTree(this.server.requests().get(1).body());
		assertThat(sent.at("/tool").asString()).isEqualTo("screenshot");
		assertThat(sent.at("/args/format").asString()).isEqualTo("png");
		assertThat(screenshot.data()).endsWith(7).startsWith(0x89, 'P', 'N', 'G');
		assertThat(screenshot.mimeType()).isEqualTo("image/png");
		assertThat(screenshot.width()).isEqualTo(2);
		assertThat(screenshot.height()).isEqualTo(1);
		assertThat(screenshot.toString()).contains("9 bytes").doesNotContain("[-119");
		assertThat(Refusal.of(computer::screenshotUrl)).hasMessageContaining("use screenshot()");
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	@Capability("12.11")
	void aScreenshotCanBeAJpeg() {
		Computer computer = withLink();
		answersByLink(
				"{\"type\":\"image\",\"mime_type\":\"IMAGE/JPEG\",\"data\":\"" + base64(0xFF, 0xD8, 0xFF, 1) + "\"}");
		Screenshot screenshot = computer.screenshot(ScreenshotFormat.of("JPG"));
		assertThat(Json.MAPPER.readTree(this.server.requests().get(1).body()).at("/args/format").asString())
			.isEqualTo("jpeg");
		assertThat(screenshot.width()).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"mime_type":"image/png","data":"iVBORw0KGgo="}                   | has no type
			{"type":"image","mime_type":"image/jpeg","data":"iVBORw0KGgo="}   | has the mime_type image/jpeg
			{"type":"image","mime_type":"image/png","data":""}                | has no data
			{"type":"image","mime_type":"image/png","data":"?"}               | has data that is not base64
			{"type":"image","mime_type":"image/png","data":"/9j/"}            | has data that is no png picture
			{"type":"image","mime_type":"image/png","data":"iVBORw0KGgo=","width":"wide"} | has no integer width
			https://example.invalid/a.png                                     | is not JSON
			""")
	void whatIsNoPictureIsAFailure(String text, String reason) {
		Computer computer = withLink();
		answersByLink(text);
		assertThatExceptionOfType(InvalidReplyException.class).isThrownBy(computer::screenshot)
			.withMessageStartingWith("The answer of the tool screenshot " + reason);
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
		return this.agentBay.get(Replies.SESSION);
	}

	private static String base64(int... bytes) {
		return Base64.getEncoder().encodeToString(bytes(bytes));
	}

	private static byte[] bytes(int... bytes) {
		byte[] data = new byte[bytes.length];
		for (int i = 0; i < bytes.length; i++) {
			data[i] = (byte) bytes[i];
		}
		return data;
	}

}
