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

package io.agentbay.internal.device;

import java.util.List;
import java.util.Objects;

import io.agentbay.computer.CursorPosition;
import io.agentbay.computer.CursorPositionResult;
import io.agentbay.computer.ScreenSize;
import io.agentbay.computer.ScreenSizeResult;
import io.agentbay.computer.Window;
import io.agentbay.computer.WindowListResult;
import io.agentbay.computer.WindowResult;
import io.agentbay.internal.json.Json;
import io.agentbay.internal.tool.ToolAnswer;
import io.agentbay.tool.ToolResult;
import tools.jackson.databind.JsonNode;

/**
 * Reads what the desktop tools answer.
 */
public final class ComputerAnswers {

	private ComputerAnswers() {
	}

	public static CursorPositionResult position(ToolResult result) {
		ToolAnswer<CursorPosition> answer = ToolAnswer.ofObject(result, "get_cursor_position",
				(json) -> new CursorPosition(ToolAnswer.integer(json, "x"), ToolAnswer.integer(json, "y")));
		return new CursorPositionResult(answer.outcome(), answer.value());
	}

	public static ScreenSizeResult size(ToolResult result) {
		ToolAnswer<ScreenSize> answer = ToolAnswer.ofObject(result, "get_screen_size",
				(json) -> new ScreenSize(ToolAnswer.integer(json, "width"), ToolAnswer.integer(json, "height"),
						json.path("dpiScalingFactor").asDouble(1)));
		return new ScreenSizeResult(answer.outcome(), answer.value());
	}

	public static WindowListResult windows(ToolResult result) {
		ToolAnswer<List<Window>> answer = ToolAnswer.ofArray(result, "list_root_windows", ComputerAnswers::window);
		return new WindowListResult(answer.outcome(), Objects.requireNonNullElse(answer.value(), List.of()));
	}

	public static WindowResult window(ToolResult result) {
		ToolAnswer<Window> answer = ToolAnswer.ofObject(result, "get_active_window", ComputerAnswers::window);
		return new WindowResult(answer.outcome(), answer.value());
	}

	/**
	 * What a window does not tell, apart from its id, is no reason to lose the window.
	 */
	private static Window window(JsonNode json) {
		JsonNode id = json.get("window_id");
		if (id == null || !id.isNumber() || !id.canConvertToLong()) {
			throw new IllegalArgumentException("window_id is missing or is no integer");
		}
		return new Window(id.longValue(), text(json, "window_title"), json.path("absolute_upper_left_x").asInt(0),
				json.path("absolute_upper_left_y").asInt(0), json.path("width").asInt(0), json.path("height").asInt(0),
				json.path("pid").asLong(0), text(json, "pname"),
				ToolAnswer.elements(json.get("child_windows"), ComputerAnswers::window));
	}

	private static String text(JsonNode json, String name) {
		return Objects.requireNonNullElse(Json.text(json, name), "");
	}

}
