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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.agentbay.local.TestClient.ToolAnswer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tools of the desktop, with a real terminal on a real display.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DesktopToolTests {

	private final LocalAgentBay runtime = LocalAgentBay.builder().start();

	private final TestClient client = new TestClient(this.runtime);

	private final String session = this.client.createSession();

	@BeforeAll
	void needPrograms() {
		OptionalPrograms.require("xvfb openbox xdotool wmctrl x11-utils xterm", "Xvfb", "openbox", "xdotool", "wmctrl",
				"xprop", "xkbcomp", "xterm");
	}

	@AfterEach
	void closeWindows() {
		tool("stop_app_by_pname", Map.of("pname", "xterm"));
		await(() -> json("list_root_windows", Map.of()).isEmpty());
	}

	@AfterAll
	void closeRuntime() {
		this.runtime.close();
	}

	@Test
	@Exercises({ "get_active_window", "input_text", "press_keys", "release_keys" })
	void whatIsTypedArrivesInTheActiveWindow() {
		open("typing", "cat > typing");
		ok("input_text", Map.of("text", "ü1"));
		ok("press_keys", Map.of("keys", List.of("shift"), "hold", true));
		ok("press_keys", Map.of("keys", List.of("a")));
		ok("release_keys", Map.of("keys", List.of("shift")));
		ok("press_keys", Map.of("keys", List.of("enter")));
		awaitTyped("typing", "ü1A\n");
	}

	@Test
	@Exercises({ "input_text", "press_keys" })
	void aProgramThatLooksLateSeesTheCharactersThatWereTyped() {
		open("late", "cat > late");
		this.client.shell(this.session, "pkill -STOP xterm");
		ok("input_text", Map.of("text", "üß中"));
		ok("press_keys", Map.of("keys", List.of("é")));
		ok("input_text", Map.of("text", "😀ü"));
		ok("press_keys", Map.of("keys", List.of("enter")));
		this.client.shell(this.session, "pkill -CONT xterm");
		awaitTyped("late", "üß中é😀ü\n");
	}

	@Test
	@Exercises("input_text")
	void moreCharactersThanThereAreKeysAreTyped() {
		String text = IntStream.range(0, 150)
			.mapToObj((number) -> Character.toString(0x4e00 + number) + "ü" + number)
			.collect(Collectors.joining());
		open("many", "cat > many");
		ok("input_text", Map.of("text", text + "\n"));
		awaitTyped("many", text + "\n");
	}

	@Test
	@Exercises("input_text")
	void charactersAreTypedAfterTheLayoutWasChanged() {
		open("layouts", "cat > layouts");
		ok("input_text", Map.of("text", "üж z"));
		this.client.shell(this.session, "setxkbmap de");
		ok("input_text", Map.of("text", "üжß z"));
		this.client.shell(this.session, "setxkbmap us");
		ok("input_text", Map.of("text", "жüß z\n"));
		awaitTyped("layouts", "üж züжß zжüß z\n");
	}

	@Test
	@Exercises({ "click_mouse", "drag_mouse", "scroll", "move_mouse", "get_cursor_position", "get_screen_size" })
	void thePointerGoesWhereItIsSentAndProgramsSeeIt() {
		// A terminal reports buttons as numbers and places to programs that ask for it.
		JsonNode window = open("mouse", "\\033[?1002h\\033[?1006h", "stty raw -echo; cat -u > mouse-log");
		int x = window.path("absolute_upper_left_x").intValue() + 50;
		int y = window.path("absolute_upper_left_y").intValue() + 50;
		ok("click_mouse", Map.of("x", x, "y", y));
		await(() -> read("mouse-log").contains("[<0;"));
		ok("scroll", Map.of("x", x, "y", y, "direction", "down"));
		await(() -> read("mouse-log").contains("[<65;"));
		ok("drag_mouse", Map.of("from_x", x, "from_y", y, "to_x", x + 60, "to_y", y));
		// 32 is the left button in motion.
		await(() -> read("mouse-log").contains("[<32;"));
		ok("move_mouse", Map.of("x", 7, "y", 9));
		assertThat(json("get_cursor_position", Map.of()).toString()).contains("\"x\":7", "\"y\":9");
		assertThat(json("get_screen_size", Map.of()).path("width").intValue()).isEqualTo(1280);
	}

	@Test
	@Exercises({ "maximize_window", "restore_window", "fullscreen_window", "resize_window", "minimize_window",
			"activate_window", "focus_mode", "close_window", "list_root_windows" })
	void windowsChangeTheirSizeAndState() {
		JsonNode window = open("sizes", "sleep 300");
		Map<String, Long> id = Map.of("window_id", window.path("window_id").longValue());
		ok("maximize_window", id);
		await(() -> width() > 1240);
		ok("restore_window", id);
		await(() -> width() == window.path("width").intValue());
		ok("fullscreen_window", id);
		await(() -> width() == 1280);
		ok("restore_window", id);
		ok("resize_window", Map.of("window_id", id.get("window_id"), "width", 700, "height", 500));
		// A terminal takes whole characters.
		await(() -> width() > 670 && width() <= 700);
		ok("minimize_window", id);
		assertThat(ok("get_active_window", Map.of())).isEqualTo("{}");
		ok("activate_window", id);
		await(() -> active().equals("sizes"));
		open("front", "sleep 300");
		ok("focus_mode", Map.of("on", true));
		String state = "xprop -id %d _NET_WM_STATE".formatted(id.get("window_id"));
		assertThat(this.client.shell(this.session, state).toString()).contains("HIDDEN");
		ok("focus_mode", Map.of("on", false));
		assertThat(this.client.shell(this.session, state).toString()).doesNotContain("HIDDEN");
		ok("close_window", id);
		await(() -> json("list_root_windows", Map.of()).size() == 1);
	}

	@Test
	@Exercises({ "start_app", "list_visible_apps", "stop_app_by_pid", "stop_app_by_pname", "stop_app_by_cmd",
			"get_installed_apps" })
	void appsAreListedStartedAndStopped() {
		assertThat(ok("get_installed_apps", Map.of())).contains("\"start_cmd\":\"xterm\"");
		long pid = json("start_app", Map.of("start_cmd", "xterm")).path(0).path("pid").longValue();
		await(() -> json("list_visible_apps", Map.of()).path(0).path("pid").longValue() == pid);
		ok("stop_app_by_pid", Map.of("pid", pid));
		assertThat(tool("stop_app_by_pid", Map.of("pid", pid)).error()).isTrue();
		ok("start_app", Map.of("start_cmd", "xterm"));
		ok("stop_app_by_pname", Map.of("pname", "xterm"));
		ok("start_app", Map.of("start_cmd", "xterm"));
		ok("stop_app_by_cmd", Map.of("stop_cmd", "pkill xterm"));
		await(() -> json("list_visible_apps", Map.of()).isEmpty());
	}

	@Test
	@Exercises({ "screenshot", "system_screenshot" })
	void picturesShowTheScreen() {
		String before = json("screenshot", Map.of("format", "png")).path("data").stringValue();
		open("red", "printf '\\033]11;#ff0000\\007'; sleep 300");
		await(() -> !json("screenshot", Map.of("format", "png")).path("data").stringValue().equals(before));
		var picture = PlainHttp.get(ok("system_screenshot", Map.of()));
		assertThat(picture.statusCode()).isEqualTo(200);
		assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
	}

	private void awaitTyped(String name, String text) {
		Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(read(name)).isEqualTo(text));
	}

	private JsonNode open(String title, String command) {
		return open(title, "", command);
	}

	private JsonNode open(String title, String modes, String command) {
		ok("write_file", Map.of("path", "run.sh", "content", ReadyTerminal.script(modes, title + "-ready", command)));
		ok("start_app", Map.of("start_cmd", "xterm -T " + title + " -e sh run.sh"));
		await(() -> active().equals(title) && read(title + "-ready").equals("yes\n"));
		return json("get_active_window", Map.of());
	}

	private String active() {
		ToolAnswer answer = tool("get_active_window", Map.of());
		return answer.error() ? "" : TestClient.MAPPER.readTree(answer.text()).path("window_title").asString("");
	}

	private int width() {
		return json("list_root_windows", Map.of()).path(0).path("width").intValue();
	}

	private String read(String path) {
		ToolAnswer answer = tool("read_file", Map.of("path", path));
		return answer.error() ? "" : answer.text();
	}

	private JsonNode json(String name, Map<String, ?> arguments) {
		return TestClient.MAPPER.readTree(ok(name, arguments));
	}

	private String ok(String name, Map<String, ?> arguments) {
		ToolAnswer answer = tool(name, arguments);
		assertThat(answer.error()).as(answer.text()).isFalse();
		return answer.text();
	}

	private ToolAnswer tool(String name, Map<String, ?> arguments) {
		return this.client.tool(this.session, name, arguments);
	}

	private static void await(Callable<Boolean> condition) {
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition);
	}

}
