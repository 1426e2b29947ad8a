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

import io.agentbay.local.internal.desktop.Desktop;
import io.agentbay.local.internal.desktop.Windows;
import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.tool.Arguments;
import io.agentbay.local.internal.tool.Parameter;
import io.agentbay.local.internal.tool.Tool;
import io.agentbay.local.internal.tool.ToolException;
import io.agentbay.local.internal.tool.ToolResult;
import tools.jackson.databind.json.JsonMapper;

/**
 * The windows of the desktop: a part of the server {@code wuying_ui}.
 */
public final class WindowTools {

	private static final String SERVER = "wuying_ui";

	private static final int MAX_LENGTH = 16_384;

	private final JsonMapper mapper;

	public WindowTools(JsonMapper mapper) {
		this.mapper = mapper;
	}

	public List<Tool> tools() {
		Parameter timeout = Parameter.optional("timeout_ms", Parameter.Type.INTEGER, "Accepted and not used.");
		return List.of(new Tool("list_root_windows", SERVER, "List the windows.", List.of(timeout), this::list),
				new Tool("get_active_window", SERVER, "Tell which window has the focus.", List.of(timeout),
						this::active),
				operation("activate_window", "Give a window the focus.", Windows::activate),
				operation("close_window", "Ask a window to close.", Windows::close),
				operation("maximize_window", "Let a window fill the desktop.", Windows::maximize),
				operation("minimize_window", "Hide a window.", Windows::minimize),
				operation("restore_window", "Show a window in its ordinary size.", Windows::restore),
				operation("fullscreen_window", "Let a window fill the screen, without its frame.", Windows::fullscreen),
				new Tool("resize_window", SERVER, "Give a window another size.",
						List.of(id(), length("width"), length("height")), this::resize),
				new Tool("focus_mode", SERVER,
						"Hide all windows but the active one, or show those again that it has hidden.",
						List.of(Parameter.required("on", Parameter.Type.FLAG, "Whether to hide them.")), this::focus));
	}

	private ToolResult list(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		return ToolResult.of(this.mapper
			.writeValueAsString(Desktop.of(sandbox).windows().list().stream().map(WindowTools::describe).toList()));
	}

	private ToolResult active(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		return Desktop.of(sandbox)
			.windows()
			.active()
			.map((window) -> ToolResult.of(this.mapper.writeValueAsString(describe(window))))
			.orElseGet(() -> ToolResult.of("{}"));
	}

	private ToolResult resize(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		long width = arguments.integer("width", 0);
		long height = arguments.integer("height", 0);
		if (width < 1 || height < 1 || width > MAX_LENGTH || height > MAX_LENGTH) {
			throw new ToolException("Arguments 'width' and 'height' must be from 1 to %s, not %s and %s"
				.formatted(MAX_LENGTH, width, height));
		}
		Desktop.of(sandbox).windows().resize(arguments.integer("window_id", 0), width, height);
		return ToolResult.of("Done");
	}

	private ToolResult focus(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		Desktop.of(sandbox).windows().focus(arguments.flag("on"));
		return ToolResult.of("Done");
	}

	private static Tool operation(String name, String description, Operation operation) {
		return new Tool(name, SERVER, description, List.of(id()), (sandbox, arguments) -> {
			operation.carryOut(Desktop.of(sandbox).windows(), arguments.integer("window_id", 0));
			return ToolResult.of("Done");
		});
	}

	private static Parameter id() {
		return Parameter.required("window_id", Parameter.Type.INTEGER, "The window, as list_root_windows names it.");
	}

	private static Parameter length(String name) {
		return Parameter.required(name, Parameter.Type.INTEGER, "A length in pixels.");
	}

	private static Map<String, Object> describe(Windows.Window window) {
		Map<String, Object> entry = new LinkedHashMap<>();
		entry.put("window_id", window.id());
		entry.put("window_title", window.title());
		// The name of the same in the first releases of the Java SDK.
		entry.put("title", window.title());
		entry.put("absolute_upper_left_x", window.x());
		entry.put("absolute_upper_left_y", window.y());
		entry.put("width", window.width());
		entry.put("height", window.height());
		entry.put("pid", window.pid());
		entry.put("pname", window.processName());
		entry.put("child_windows", window.children().stream().map(WindowTools::describe).toList());
		return entry;
	}

	/**
	 * What is done to a window.
	 */
	@FunctionalInterface
	private interface Operation {

		void carryOut(Windows windows, long id) throws IOException, InterruptedException;

	}

}
