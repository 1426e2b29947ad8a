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

package io.agentbay.local.internal.tool.screen;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.agentbay.local.internal.desktop.Apps;
import io.agentbay.local.internal.desktop.Desktop;
import io.agentbay.local.internal.path.SessionPaths;
import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.tool.Arguments;
import io.agentbay.local.internal.tool.Parameter;
import io.agentbay.local.internal.tool.Tool;
import io.agentbay.local.internal.tool.ToolException;
import io.agentbay.local.internal.tool.ToolResult;
import tools.jackson.databind.json.JsonMapper;

/**
 * The applications of the desktop: the server {@code wuying_app}.
 */
public final class AppTools {

	static final String SERVER = "wuying_app";

	private final JsonMapper mapper;

	public AppTools(JsonMapper mapper) {
		this.mapper = mapper;
	}

	public List<Tool> tools() {
		return List.of(new Tool("get_installed_apps", SERVER, "List the installed applications.", filter(), this::list),
				new Tool("start_app", SERVER, "Start an application.", start(), this::start),
				new Tool("list_visible_apps", SERVER, "List the processes that have a window.", List.of(),
						this::visible),
				new Tool("stop_app_by_pname", SERVER, "End all processes of a name.",
						List.of(Parameter.required("pname", Parameter.Type.TEXT, "The name.")), this::stopByName),
				new Tool("stop_app_by_pid", SERVER, "End a process.",
						List.of(Parameter.required("pid", Parameter.Type.INTEGER, "Its number.")), this::stopByPid),
				new Tool("stop_app_by_cmd", SERVER, "Run a command that stops an application.", List.of(stop()),
						this::stopByCommand));
	}

	static List<Parameter> filter() {
		return List.of(
				Parameter.optional("start_menu", Parameter.Type.FLAG, "Whether to list those of the start menu.")
					.withDefault(true),
				Parameter.optional("desktop", Parameter.Type.FLAG, "Whether to list those on the desktop.")
					.withDefault(false),
				Parameter.optional("ignore_system_app", Parameter.Type.FLAG, "Whether to leave out the system's own.")
					.withDefault(true));
	}

	static List<Parameter> start() {
		return List.of(Parameter.required("start_cmd", Parameter.Type.TEXT, "What starts it."),
				Parameter.optional("work_directory", Parameter.Type.TEXT, "Where to start it."),
				Parameter.optional("activity", Parameter.Type.TEXT, "The activity to start, on phones only."));
	}

	static Parameter stop() {
		return Parameter.required("stop_cmd", Parameter.Type.TEXT, "What stops it.");
	}

	private ToolResult list(Sandbox sandbox, Arguments arguments) throws IOException {
		return ToolResult.of(this.mapper.writeValueAsString(Desktop.of(sandbox)
			.apps()
			.installed(arguments.flag("start_menu", true), arguments.flag("desktop"),
					arguments.flag("ignore_system_app", true))
			.stream()
			.map(AppTools::describe)
			.toList()));
	}

	private ToolResult start(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		String command = notBlank(arguments, "start_cmd");
		String directory = arguments.text("work_directory", "");
		return processes(
				Desktop.of(sandbox).apps().start(command, directory.isBlank() ? SessionPaths.HOME : directory));
	}

	private ToolResult visible(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		return processes(Desktop.of(sandbox).apps().visible());
	}

	private ToolResult stopByName(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		Desktop.of(sandbox).apps().stopByName(notBlank(arguments, "pname"));
		return ToolResult.of("Stopped");
	}

	private ToolResult stopByPid(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		Desktop.of(sandbox).apps().stopByPid(arguments.integer("pid", 0));
		return ToolResult.of("Stopped");
	}

	private ToolResult stopByCommand(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		Desktop.of(sandbox).apps().stopByCommand(notBlank(arguments, "stop_cmd"));
		return ToolResult.of("Stopped");
	}

	static String notBlank(Arguments arguments, String name) {
		String text = arguments.text(name);
		if (text.isBlank() || text.indexOf('\0') >= 0) {
			throw new ToolException("Argument '" + name + "' must not be blank, nor contain the character NUL");
		}
		return text;
	}

	private ToolResult processes(List<Apps.AppProcess> processes) {
		return ToolResult.of(this.mapper.writeValueAsString(processes.stream().map(AppTools::describe).toList()));
	}

	private static Map<String, Object> describe(Apps.AppProcess process) {
		Map<String, Object> entry = new LinkedHashMap<>();
		entry.put("pname", process.name());
		entry.put("pid", process.pid());
		entry.put("cmdline", process.commandLine());
		return entry;
	}

	private static Map<String, Object> describe(Apps.App app) {
		Map<String, Object> entry = new LinkedHashMap<>();
		entry.put("name", app.name());
		entry.put("start_cmd", app.startCommand());
		entry.put("stop_cmd", app.stopCommand());
		entry.put("work_directory", app.workDirectory());
		return entry;
	}

}
