package io.agentbay.computer;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.agentbay.AgentBay;
import io.agentbay.device.AppFilter;
import io.agentbay.device.AppProcess;
import io.agentbay.device.InstalledApp;
import io.agentbay.device.ScreenshotFormat;
import io.agentbay.device.ScreenshotResult;
import io.agentbay.error.FailureKind;
import io.agentbay.result.Result;
import io.agentbay.session.Session;
import io.agentbay.testing.Capability;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import io.agentbay.transport.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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

	@ParameterizedTest(name = "{0}{1}")
	@Capability({ "12.1", "12.2", "12.3", "12.4", "12.6", "12.7", "12.8", "12.12", "12.14", "12.15", "12.16", "12.17",
			"12.18", "12.19", "12.20", "12.21", "12.22", "12.23", "12.24", "12.25", "12.26", "12.27" })
	@MethodSource("operations")
	void sendsToolAndArguments(String tool, String arguments, Function<Computer, Result<?>> operation) {
		Computer computer = withoutLink();
		this.server.answers(Replies.toolText(""));
		assertThat(operation.apply(computer).success()).isTrue();
		var form = this.server.requests().get(1).form();
		assertThat(form).containsEntry("Name", tool);
		assertThat(Json.MAPPER.readTree(form.get("Args"))).isEqualTo(Json.MAPPER.readTree(arguments));
	}

	static Stream<Arguments> operations() {
		return Stream.of(
				operation("click_mouse", "{'x':1,'y':2,'button':'left'}", (computer) -> computer.clickMouse(1, 2)),
				operation("click_mouse", "{'x':0,'y':0,'button':'double_left'}",
						(computer) -> computer.clickMouse(0, 0, MouseButton.DOUBLE_LEFT)),
				operation("move_mouse", "{'x':1,'y':2}", (computer) -> computer.moveMouse(1, 2)),
				operation("drag_mouse", "{'from_x':1,'from_y':2,'to_x':3,'to_y':4,'button':'left'}",
						(computer) -> computer.dragMouse(1, 2, 3, 4)),
				operation("drag_mouse", "{'from_x':1,'from_y':2,'to_x':3,'to_y':4,'button':'middle'}",
						(computer) -> computer.dragMouse(1, 2, 3, 4, MouseButton.of("Middle"))),
				operation("scroll", "{'x':1,'y':2,'direction':'up','amount':1}",
						(computer) -> computer.scroll(1, 2, ScrollDirection.UP)),
				operation("scroll", "{'x':1,'y':2,'direction':'left','amount':5}",
						(computer) -> computer.scroll(1, 2, ScrollDirection.of(" LEFT "), 5)),
				operation("input_text", "{'text':' ü\\n'}", (computer) -> computer.inputText(" ü\n")),
				operation("press_keys", "{'keys':['Ctrl','c'],'hold':false}",
						(computer) -> computer.pressKeys(List.of("CONTROL", "C"))),
				operation("press_keys", "{'keys':['Shift'],'hold':true}",
						(computer) -> computer.pressKeys(List.of("shift"), true)),
				operation("release_keys", "{'keys':['ArrowUp','Enter']}",
						(computer) -> computer.releaseKeys(List.of("up", "return"))),
				operation("list_root_windows", "{'timeout_ms':3000}", Computer::listRootWindows),
				operation("list_root_windows", "{'timeout_ms':5}",
						(computer) -> computer.listRootWindows(Duration.ofMillis(5))),
				operation("activate_window", "{'window_id':4294967295}",
						(computer) -> computer.activateWindow(4294967295L)),
				operation("close_window", "{'window_id':7}", (computer) -> computer.closeWindow(7)),
				operation("maximize_window", "{'window_id':7}", (computer) -> computer.maximizeWindow(7)),
				operation("minimize_window", "{'window_id':7}", (computer) -> computer.minimizeWindow(7)),
				operation("restore_window", "{'window_id':7}", (computer) -> computer.restoreWindow(7)),
				operation("fullscreen_window", "{'window_id':7}", (computer) -> computer.fullscreenWindow(7)),
				operation("resize_window", "{'window_id':7,'width':8,'height':9}",
						(computer) -> computer.resizeWindow(7, 8, 9)),
				operation("focus_mode", "{'on':true}", (computer) -> computer.focusMode(true)),
				operation("get_installed_apps", "{'start_menu':true,'desktop':false,'ignore_system_app':true}",
						Computer::getInstalledApps),
				operation("get_installed_apps", "{'start_menu':false,'desktop':true,'ignore_system_app':false}",
						(computer) -> computer.getInstalledApps(AppFilter.defaults()
							.withStartMenu(false)
							.withDesktop(true)
							.withIgnoreSystemApps(false))),
				operation("start_app", "{'start_cmd':'xterm -e top'}", (computer) -> computer.startApp("xterm -e top")),
				operation("start_app", "{'start_cmd':'a','work_directory':'/tmp','activity':'b'}",
						(computer) -> computer.startApp("a", "/tmp", "b")),
				operation("list_visible_apps", "{}", Computer::listVisibleApps),
				operation("stop_app_by_pname", "{'pname':'xterm'}", (computer) -> computer.stopAppByPname("xterm")),
				operation("stop_app_by_pid", "{'pid':12}", (computer) -> computer.stopAppByPid(12)),
				operation("stop_app_by_cmd", "{'stop_cmd':'pkill x'}", (computer) -> computer.stopAppByCmd("pkill x")));
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

	private static Arguments operation(String tool, String arguments, Function<Computer, Result<?>> operation) {
		return Arguments.of(tool, arguments.replace('\'', '"'), operation);
	}

	private static String base64(int... bytes) {
		byte[] data = new byte[bytes.length];
		for (int i = 0; i < bytes.length; i++) {
			data[i] = (byte) bytes[i];
		}
		return Base64.getEncoder().encodeToString(data);
	}

}
