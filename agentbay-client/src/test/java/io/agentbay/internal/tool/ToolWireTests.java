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

package io.agentbay.internal.tool;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.agentbay.AgentBay;
import io.agentbay.agent.BrowserTask;
import io.agentbay.agent.MobileTask;
import io.agentbay.browser.ActOptions;
import io.agentbay.browser.BrowserOperator;
import io.agentbay.browser.ExtractOptions;
import io.agentbay.browser.LoginOptions;
import io.agentbay.browser.ObserveOptions;
import io.agentbay.browser.PageClip;
import io.agentbay.browser.PageTarget;
import io.agentbay.browser.ScreenshotOptions;
import io.agentbay.code.CodeLanguage;
import io.agentbay.code.CodeOptions;
import io.agentbay.command.CommandOptions;
import io.agentbay.computer.Computer;
import io.agentbay.computer.MouseButton;
import io.agentbay.computer.ScrollDirection;
import io.agentbay.device.AppFilter;
import io.agentbay.device.ScreenshotFormat;
import io.agentbay.filesystem.FileEdit;
import io.agentbay.filesystem.WriteMode;
import io.agentbay.internal.json.Json;
import io.agentbay.mobile.KeyCode;
import io.agentbay.mobile.Mobile;
import io.agentbay.mobile.UiFormat;
import io.agentbay.oss.OssCredentials;
import io.agentbay.session.Session;
import io.agentbay.session.SessionState;
import io.agentbay.testing.Capability;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import io.agentbay.testing.ScriptedServer.RecordedRequest;
import io.agentbay.tool.McpTool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * What each tool is sent: its documented arguments, and none that is unset.
 */
class ToolWireTests {

	private static final String DONE = Replies.toolText("{\"is_done\":true,\"success\":true,\"steps\":[]}");

	private static final String TASK = Replies.toolText("{\"task_id\":\"t-1\"}");

	private static final String PICTURE = "{\"type\":\"image\",\"mime_type\":\"image/png\",\"data\":\"iVBORw0KGgo=\"}";

	private static final String SCHEMA = """
			schema: {\\"title\\":\\"Title\\",\\"type\\":\\"object\\",\\"properties\\":{\\"title\\":{\\"type\\":\\"string\\"}},\
			\\"required\\":[\\"title\\"]}""";

	/** Chosen by nobody: the service announces it, no SDK calls it. */
	private static final String NEVER_CALLED = "get_resource";

	private final ScriptedServer server = new ScriptedServer();

	private final AgentBay agentBay = this.server.client().build();

	@AfterEach
	void disconnect() {
		this.agentBay.close();
		this.server.close();
	}

	@ParameterizedTest(name = "{0}")
	@Capability({ "11.2", "11.3", "11.4", "11.5", "12.1", "12.2", "12.3", "12.4", "12.6", "12.7", "12.8", "12.12",
			"12.14", "12.15", "12.16", "12.17", "12.18", "12.19", "12.20", "12.21", "12.22", "12.23", "12.24", "12.25",
			"12.26", "12.27", "13.1", "13.2", "13.3", "13.4", "13.6", "13.7", "13.9", "13.10", "13.11", "16.1", "16.2",
			"16.3", "16.4", "16.5", "16.6", "16.7", "16.8", "16.9", "16.10", "16.11", "16.12", "17.1", "17.3", "17.4",
			"17.6", "17.7", "17.9", "17.10", "17.11", "17.14", "17.15" })
	@MethodSource("calls")
	void sendsItsArguments(Sent expected) {
		expected.answers().forEach(this.server::answers);
		assertThatCode(() -> expected.call().accept(session(expected.overLink()))).doesNotThrowAnyException();
		List<JsonNode> sent = this.server.requests()
			.stream()
			.map((request) -> arguments(request, expected.tool()))
			.filter((arguments) -> !arguments.isMissingNode())
			.toList();
		assertThat(sent).containsExactly(Json.MAPPER.readTree(expected.arguments()));
	}

	@Test
	void everyToolIsAmongThem() {
		Set<String> tools = new TreeSet<>(ToolNames.KNOWN);
		tools.remove(NEVER_CALLED);
		assertThat(calls().map(Sent::tool).collect(Collectors.toSet())).isEqualTo(tools);
	}

	static Stream<Sent> calls() {
		return Stream
			.of(shell(), files(), input(), windows(), apps(), phone(), operator(), operatorTasks(), agents(), oss())
			.flatMap((calls) -> calls);
	}

	private static Stream<Sent> shell() {
		String code = Replies.toolText("{\"result\":[],\"stdout\":[],\"stderr\":[],\"execution_count\":1}");
		return Stream.of(
				sent("shell", "{'command':'ls ü','timeout_ms':50000}", (session) -> session.command().run("ls ü")),
				sent("shell", "{'command':'ls','timeout_ms':5,'cwd':'/tmp','envs':{'A':'b'}}",
						(session) -> session
							.command()
							.run("ls",
									CommandOptions.defaults()
										.withTimeout(Duration.ofMillis(5))
										.withWorkingDirectory("/tmp")
										.withVariable("A", "b"))),
				sent("shell",
						"{'command':'rm -rf -- \\u0022$AGENTBAY_SESSION_ROOT\\u0022\\u0027/a b\\u0027','timeout_ms':50000}",
						(session) -> session.fileSystem().deleteRecursively("/a b")),
				sent("run_code", "{'code':'1','language':'python','timeout_s':60}",
						(session) -> session.code().run("1", CodeLanguage.PYTHON), code),
				sent("run_code", "{'code':'1','language':'r','timeout_s':7}",
						(session) -> session.code()
							.run("1", CodeOptions.of(CodeLanguage.R).withTimeout(Duration.ofSeconds(7))),
						code),
				sent("get_metrics", "{}", Session::fetchMetrics, Replies.toolText("{\"cpu_count\":1}")));
	}

	private static Stream<Sent> files() {
		return Stream.of(
				sent("create_directory", "{'path':'/a'}", (session) -> session.fileSystem().createDirectory("/a")),
				sent("delete_file", "{'path':'/a'}", (session) -> session.fileSystem().delete("/a")),
				sent("edit_file", "{'path':'/a','edits':[{'oldText':'x','newText':''}],'dryRun':false}",
						(session) -> session.fileSystem().edit("/a", List.of(new FileEdit("x", "")))),
				sent("edit_file", "{'path':'/a','edits':[{'oldText':'x','newText':'y'}],'dryRun':true}",
						(session) -> session.fileSystem().previewEdit("/a", List.of(new FileEdit("x", "y")))),
				sent("get_file_info", "{'path':'/a'}", (session) -> session.fileSystem().info("/a"),
						Replies.toolText("name: a\nsize: 1\nisDirectory: false")),
				sent("list_directory", "{'path':'/a'}", (session) -> session.fileSystem().list("/a")),
				sent("move_file", "{'source':'/a','destination':'/b'}",
						(session) -> session.fileSystem().move("/a", "/b")),
				sent("read_file", "{'path':'/a','offset':0,'length':1,'format':'binary'}",
						(session) -> session.fileSystem().readBytes("/a"),
						Replies.toolText("size: 1\nisDirectory: false"), Replies.toolText("eA==")),
				sent("read_multiple_files", "{'paths':['/a','/b']}",
						(session) -> session.fileSystem().readMultiple(List.of("/a", "/b", "/a")),
						Replies.toolText("/a:\nx\n---\n/b:\ny\n---\n")),
				sent("write_file", "{'path':'/a','content':'x','mode':'overwrite'}",
						(session) -> session.fileSystem().write("/a", "x")),
				sent("write_file", "{'path':'/a','content':'','mode':'overwrite'}",
						(session) -> session.fileSystem().write("/a", "", WriteMode.OVERWRITE)),
				sent("write_file", "{'path':'/a','content':'x','mode':'append'}",
						(session) -> session.fileSystem().append("/a", "x")),
				sent("search_files", "{'path':'/a','pattern':'*.txt'}",
						(session) -> session.fileSystem().search("/a", "*.txt")),
				sent("search_files", "{'path':'/a','pattern':'*','excludePatterns':'b*,c'}",
						(session) -> session.fileSystem().search("/a", "*", List.of("b*", "c"))),
				sent("get_file_change", "{'path':'/a'}", (session) -> session.fileSystem().changes("/a"),
						Replies.toolText("[]")));
	}

	private static Stream<Sent> input() {
		return Stream.of(onComputer("click_mouse", "{'x':1,'y':2,'button':'left'}", (it) -> it.clickMouse(1, 2)),
				onComputer("click_mouse", "{'x':0,'y':0,'button':'double_left'}",
						(it) -> it.clickMouse(0, 0, MouseButton.DOUBLE_LEFT)),
				onComputer("move_mouse", "{'x':1,'y':2}", (it) -> it.moveMouse(1, 2)),
				onComputer("drag_mouse", "{'from_x':1,'from_y':2,'to_x':3,'to_y':4,'button':'left'}",
						(it) -> it.dragMouse(1, 2, 3, 4)),
				onComputer("drag_mouse", "{'from_x':1,'from_y':2,'to_x':3,'to_y':4,'button':'middle'}",
						(it) -> it.dragMouse(1, 2, 3, 4, MouseButton.of("Middle"))),
				onComputer("scroll", "{'x':1,'y':2,'direction':'up','amount':1}",
						(it) -> it.scroll(1, 2, ScrollDirection.UP)),
				onComputer("scroll", "{'x':1,'y':2,'direction':'left','amount':5}",
						(it) -> it.scroll(1, 2, ScrollDirection.of(" LEFT "), 5)),
				onComputer("get_cursor_position", "{}", Computer::fetchCursorPosition,
						Replies.toolText("{\"x\":1,\"y\":2}")),
				onComputer("input_text", "{'text':' ü\\n'}", (it) -> it.inputText(" ü\n")),
				onComputer("press_keys", "{'keys':['Ctrl','c'],'hold':false}",
						(it) -> it.pressKeys(List.of("CONTROL", "C"))),
				onComputer("press_keys", "{'keys':['Shift'],'hold':true}", (it) -> it.holdKeys(List.of("shift"))),
				onComputer("release_keys", "{'keys':['ArrowUp','Enter']}",
						(it) -> it.releaseKeys(List.of("up", "return"))),
				onComputer("get_screen_size", "{}", Computer::fetchScreenSize,
						Replies.toolText("{\"width\":1,\"height\":2}")),
				onComputer("system_screenshot", "{}", Computer::screenshotUrl, Replies.toolText("https://a")),
				overLink("screenshot", "{'format':'png'}", (session) -> session.computer().screenshot()),
				overLink("screenshot", "{'format':'png'}",
						(session) -> session.mobile().screenshot(ScreenshotFormat.PNG)));
	}

	private static Stream<Sent> windows() {
		return Stream.of(
				onComputer("list_root_windows", "{'timeout_ms':3000}", Computer::listWindows, Replies.toolText("[]")),
				onComputer("list_root_windows", "{'timeout_ms':5}", (it) -> it.listWindows(Duration.ofMillis(5)),
						Replies.toolText("[]")),
				onComputer("get_active_window", "{}", Computer::fetchActiveWindow,
						Replies.toolText("{\"window_id\":1}")),
				onComputer("activate_window", "{'window_id':4294967295}", (it) -> it.activateWindow(4294967295L)),
				onComputer("close_window", "{'window_id':7}", (it) -> it.closeWindow(7)),
				onComputer("maximize_window", "{'window_id':7}", (it) -> it.maximizeWindow(7)),
				onComputer("minimize_window", "{'window_id':7}", (it) -> it.minimizeWindow(7)),
				onComputer("restore_window", "{'window_id':7}", (it) -> it.restoreWindow(7)),
				onComputer("fullscreen_window", "{'window_id':7}", (it) -> it.fullscreenWindow(7)),
				onComputer("resize_window", "{'window_id':7,'width':8,'height':9}", (it) -> it.resizeWindow(7, 8, 9)),
				onComputer("focus_mode", "{'on':true}", (it) -> it.enterFocusMode()));
	}

	private static Stream<Sent> apps() {
		return Stream.of(
				onComputer("get_installed_apps", "{'start_menu':true,'desktop':false,'ignore_system_app':true}",
						Computer::listInstalledApps),
				onComputer("get_installed_apps", "{'start_menu':false,'desktop':true,'ignore_system_app':false}",
						(it) -> it
							.listInstalledApps(AppFilter.defaults().withoutStartMenu().withDesktop().withSystemApps())),
				onComputer("start_app", "{'start_cmd':'xterm -e top'}", (it) -> it.startApp("xterm -e top")),
				onComputer("start_app", "{'start_cmd':'a','work_directory':'/tmp','activity':'b'}",
						(it) -> it.startApp("a", (options) -> options.withWorkingDirectory("/tmp").withActivity("b"))),
				onComputer("list_visible_apps", "{}", Computer::listVisibleApps),
				onComputer("stop_app_by_pname", "{'pname':'xterm'}", (it) -> it.stopProcesses("xterm")),
				onComputer("stop_app_by_pid", "{'pid':12}", (it) -> it.stopProcess(12)),
				onComputer("stop_app_by_cmd", "{'stop_cmd':'pkill x'}", (it) -> it.stopApp("pkill x")));
	}

	private static Stream<Sent> phone() {
		return Stream.of(onPhone("tap", "{'x':1,'y':2}", (it) -> it.tap(1, 2)),
				onPhone("swipe", "{'start_x':1,'start_y':2,'end_x':3,'end_y':4,'duration_ms':300}",
						(it) -> it.swipe(1, 2, 3, 4)),
				onPhone("swipe", "{'start_x':1,'start_y':2,'end_x':3,'end_y':4,'duration_ms':1500}",
						(it) -> it.swipe(1, 2, 3, 4, Duration.ofMillis(1500))),
				onPhone("input_text", "{'text':'ü'}", (it) -> it.inputText("ü")),
				onPhone("send_key", "{'key':4}", (it) -> it.sendKey(KeyCode.KEYCODE_BACK)),
				onPhone("send_key", "{'key':999}", (it) -> it.sendKey(999)),
				onPhone("get_clickable_ui_elements", "{'timeout_ms':2000}", Mobile::listClickableElements),
				onPhone("get_all_ui_elements", "{'timeout_ms':2000,'format':'json'}", Mobile::listElements),
				onPhone("get_all_ui_elements", "{'timeout_ms':5,'format':'xml'}",
						(it) -> it.fetchElementTree(UiFormat.of(" XML"), Duration.ofMillis(5))),
				onPhone("get_installed_apps", "{'start_menu':true,'desktop':false,'ignore_system_app':true}",
						Mobile::listInstalledApps),
				onPhone("start_app", "{'start_cmd':'monkey -p a.b 1'}", (it) -> it.startApp("monkey -p a.b 1")),
				onPhone("start_app", "{'start_cmd':'a.b','activity':'.Main'}",
						(it) -> it.startApp("a.b", (options) -> options.withActivity(".Main"))),
				onPhone("stop_app_by_cmd", "{'stop_cmd':'am force-stop a.b'}", (it) -> it.stopApp("am force-stop a.b")),
				onPhone("system_screenshot", "{}", Mobile::screenshotUrl, Replies.toolText("https://a")),
				onPhone("long_screenshot", "{'max_screens':4,'format':'png'}", Mobile::longScreenshot,
						Replies.toolText(PICTURE)),
				onPhone("long_screenshot", "{'max_screens':2,'format':'jpeg','quality':70}", (it) -> it.longScreenshot(
						(options) -> options.withMaxScreens(2).withFormat(ScreenshotFormat.JPEG).withQuality(70)),
						Replies.toolText(
								"{\"type\":\"image\",\"mime_type\":\"image/jpeg\",\"data\":\"/9j/4AAQSkZJRg==\"}")));
	}

	private static Stream<Sent> operator() {
		return Stream.of(
				byOperator("page_use_navigate", "{'url':'https://a'}", (it) -> it.navigate("https://a"),
						Replies.toolText("Navigated")),
				byOperator("page_use_screenshot", "{'context_id':0,'full_page':true,'quality':80}",
						BrowserOperator::screenshot, Replies.toolText("/9j/4AAQSkZJRg==")),
				byOperator("page_use_screenshot", """
						{'context_id':1,'page_id':'p','full_page':false,'quality':5,
						'clip':{'x':1.0,'y':2.0,'width':3.0,'height':4.0},'timeout':9}""",
						(it) -> it.screenshot(ScreenshotOptions.defaults()
							.withVisiblePart()
							.withQuality(5)
							.withClip(new PageClip(1, 2, 3, 4))
							.withTimeout(Duration.ofSeconds(9))
							.withPage(new PageTarget(1, "p"))),
						Replies.toolText("/9j/4AAQSkZJRg==")),
				byOperator("page_use_act", "{'context_id':0,'action':'a'}", (it) -> it.act("a"), DONE),
				byOperator("page_use_act", """
						{'context_id':0,'page_id':'p','action':'a','variables':{'k':'v'},'use_vision':false,
						'timeout':3}""", (it) -> it.act(act()), DONE), byOperator("page_use_observe",
						"{'context_id':0,'instruction':'a'}", (it) -> it.observe("a"), Replies.toolText("[]")),
				byOperator("page_use_observe", """
						{'context_id':0,'page_id':'p','instruction':'a','use_vision':true,'selector':'#b',
						'timeout':4}""", (it) -> it.observe(observe()), Replies.toolText("[]")),
				byOperator("page_use_extract",
						"{'context_id':0,'instruction':'a','field_schema':'SCHEMA','max_page':1}",
						(it) -> it.extract(Title.class, "a"), Replies.toolText("{\"title\":\"b\"}")),
				byOperator("page_use_extract", """
						{'context_id':0,'page_id':'p','instruction':'a','field_schema':'SCHEMA','use_text_extract':true,
						'use_vision':false,'selector':'#b','max_page':2,'timeout':5}""", (it) -> it.extract(extract()),
						Replies.toolText("{\"title\":\"b\"}")),
				byOperator("page_use_login", """
						{'context_id':0,'login_config':'{\\"skill_id\\":\\"s\\"}','use_vision':false}""",
						(it) -> it.login(LoginOptions.of(Map.of("skill_id", "s"))), DONE),
				byOperator("page_use_close_session", "{}", BrowserOperator::close, Replies.toolText("closed")),
				sent("stopChrome", "{}", (session) -> {
					session.browser().initialize();
					session.browser().destroy();
				}, Replies.ok("{\"Port\":9222}"), Replies.toolText("")));
	}

	private static Stream<Sent> operatorTasks() {
		return Stream.of(byOperator("page_use_act_async", """
				{'context_id':0,'page_id':'p','action':'a','variables':{'k':'v'},'use_vision':false,
				'timeout':3}""", (it) -> it.actAsTask(act()), TASK, DONE),
				byOperator("page_use_get_act_result", "{'task_id':'t-1'}", (it) -> it.actAsTask(act()), TASK, DONE),
				byOperator("page_use_observe_async", """
						{'context_id':0,'page_id':'p','instruction':'a','use_vision':true,'selector':'#b',
						'timeout':4}""", (it) -> it.observeAsTask(observe()), TASK, Replies.toolText("[]")),
				byOperator("page_use_get_observe_result", "{'task_id':'t-1'}", (it) -> it.observeAsTask(observe()),
						TASK, Replies.toolText("[]")),
				byOperator("page_use_extract_async", """
						{'context_id':0,'page_id':'p','instruction':'a','field_schema':'SCHEMA','use_text_extract':true,
						'use_vision':false,'selector':'#b','max_page':2,'timeout':5}""",
						(it) -> it.extractAsTask(extract()), TASK, Replies.toolText("{\"title\":\"b\"}")),
				byOperator("page_use_get_extract_result", "{'task_id':'t-1'}", (it) -> it.extractAsTask(extract()),
						TASK, Replies.toolText("{\"title\":\"b\"}")));
	}

	private static Stream<Sent> agents() {
		String status = Replies.toolText("{\"task_id\":\"t-1\",\"status\":\"running\"}");
		return Stream.of(
				sent("flux_execute_task", "{'task':'a'}", (session) -> session.agent().computer().startTask("a"), TASK),
				sent("flux_get_task_status", "{'task_id':'t-1'}",
						(session) -> session.agent().computer().fetchTask("t-1"), status),
				sent("flux_terminate_task", "{'task_id':'t-1'}",
						(session) -> session.agent().computer().terminateTask("t-1"), status),
				sent("browser_use_execute_task",
						"""
								{'task':'a','use_vision':false,'full_page_screenshot':false,'output_schema':
								'{\\"type\\":\\"object\\",\\"properties\\":{\\"result\\":{\\"type\\":\\"string\\"}},\\"required\\":[\\"result\\"]}'}""",
						(session) -> session.agent().browser().startTask(BrowserTask.of("a")), TASK),
				sent("browser_use_execute_task",
						"""
								{'task':'a','use_vision':true,'full_page_screenshot':true,'output_schema':'{\\"type\\":\\"object\\"}'}""",
						(session) -> session.agent()
							.browser()
							.startTask(BrowserTask.of("a")
								.withVision(true)
								.withFullPageScreenshot(true)
								.withOutputSchema("{\"type\":\"object\"}")),
						TASK),
				sent("browser_use_get_task_status", "{'task_id':'t-1'}",
						(session) -> session.agent().browser().fetchTask("t-1"), status),
				sent("browser_use_terminate_task", "{'task_id':'t-1'}",
						(session) -> session.agent().browser().terminateTask("t-1"), status),
				sent("execute_task", "{'task':'a','max_steps':50}",
						(session) -> session.agent().mobile().startTask("a"), TASK),
				sent("execute_task", "{'task':'a','max_steps':3}",
						(session) -> session.agent().mobile().startTask(MobileTask.of("a").withMaxSteps(3)), TASK),
				sent("get_task_status", "{'task_id':'t-1'}", (session) -> session.agent().mobile().fetchTask("t-1"),
						status),
				sent("terminate_task", "{'task_id':'t-1'}", (session) -> session.agent().mobile().terminateTask("t-1"),
						status));
	}

	private static Stream<Sent> oss() {
		return Stream.of(sent("oss_env_init", "{'access_key_id':'i','access_key_secret':'s','security_token':'t'}",
				(session) -> session.oss().initialize(OssCredentials.of("i", "s", "t")), Replies.toolText("ok")),
				sent("oss_env_init",
						"{'access_key_id':'i','access_key_secret':'s','security_token':'t','endpoint':'e','region':'r'}",
						(session) -> session.oss()
							.initialize(OssCredentials.of("i", "s", "t").withEndpoint("e").withRegion("r")),
						Replies.toolText("ok")),
				sent("oss_upload", "{'bucket':'b','object':'o','path':'/p'}",
						(session) -> session.oss().upload("b", "o", "/p")),
				sent("oss_upload_annon", "{'url':'https://u','path':'/p'}",
						(session) -> session.oss().uploadTo(URI.create("https://u"), "/p")),
				sent("oss_download", "{'bucket':'b','object':'o','path':'/p'}",
						(session) -> session.oss().download("b", "o", "/p")),
				sent("oss_download_annon", "{'url':'https://u','path':'/p'}",
						(session) -> session.oss().downloadFrom(URI.create("https://u"), "/p")));
	}

	private static ActOptions act() {
		return ActOptions.of("a")
			.withVariable("k", "v")
			.withoutVision()
			.withTimeout(Duration.ofSeconds(3))
			.withPage(PageTarget.of("p"));
	}

	private static ObserveOptions observe() {
		return ObserveOptions.of("a")
			.withSelector("#b")
			.withVision()
			.withTimeout(Duration.ofSeconds(4))
			.withPage(PageTarget.of("p"));
	}

	private static ExtractOptions<Title> extract() {
		return ExtractOptions.of(Title.class, "a")
			.withSelector("#b")
			.withTextExtract()
			.withoutVision()
			.withMaxPages(2)
			.withTimeout(Duration.ofSeconds(5))
			.withPage(PageTarget.of("p"));
	}

	private Session session(boolean withLink) {
		String link = withLink ? this.server.endpoint() + "/link" : null;
		return this.agentBay.restore(SessionState.builder("s-1")
			.linkUrl(link)
			.token(withLink ? "token" : null)
			.tools(List.of(new McpTool("screenshot", "wuying_capture", "", null)))
			.build());
	}

	private static JsonNode arguments(RecordedRequest request, String tool) {
		if (request.target().equals("/link/callTool")) {
			JsonNode body = Json.MAPPER.readTree(request.body());
			return body.at("/tool").asString().equals(tool) ? body.at("/args") : MissingNode.getInstance();
		}
		return tool.equals(request.form().get("Name")) ? Json.MAPPER.readTree(request.form().get("Args"))
				: MissingNode.getInstance();
	}

	private static Sent onComputer(String tool, String arguments, Consumer<Computer> call, String... answers) {
		return sent(tool, arguments, (session) -> call.accept(session.computer()), answers);
	}

	private static Sent onPhone(String tool, String arguments, Consumer<Mobile> call, String... answers) {
		return sent(tool, arguments, (session) -> call.accept(session.mobile()), answers);
	}

	private static Sent byOperator(String tool, String arguments, Consumer<BrowserOperator> call, String... answers) {
		return sent(tool, arguments, (session) -> {
			session.browser().initialize();
			call.accept(session.browser().operator());
		}, Stream.concat(Stream.of(Replies.ok("{\"Port\":9222}")), Stream.of(answers)).toArray(String[]::new));
	}

	private static Sent overLink(String tool, String arguments, Consumer<Session> call) {
		String answer = "{\"data\":{\"result\":{\"isError\":false,\"content\":[{\"type\":\"text\",\"text\":"
				+ Json.MAPPER.writeValueAsString(PICTURE) + "}]}}}";
		return new Sent(tool, arguments.replace('\'', '"'), call, List.of(answer), true);
	}

	private static Sent sent(String tool, String arguments, Consumer<Session> call, String... answers) {
		return new Sent(tool, arguments.replace('\'', '"').replace("SCHEMA", SCHEMA), call,
				(answers.length > 0) ? List.of(answers) : List.of(Replies.toolText("")), false);
	}

	/**
	 * What is read from a page.
	 *
	 * @param title the title
	 */
	record Title(String title) {
	}

	/**
	 * A tool and what it is expected to be sent.
	 *
	 * @param tool the tool
	 * @param arguments its arguments as JSON
	 * @param call calls it, perhaps among others
	 * @param answers what the service answers
	 * @param overLink whether the session has a direct link
	 */
	record Sent(String tool, String arguments, Consumer<Session> call, List<String> answers, boolean overLink) {

		@Override
		public String toString() {
			return this.tool + this.arguments;
		}

	}

}
