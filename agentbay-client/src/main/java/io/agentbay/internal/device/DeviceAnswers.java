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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.agentbay.computer.CursorPosition;
import io.agentbay.computer.ScreenSize;
import io.agentbay.computer.Window;
import io.agentbay.device.AppProcess;
import io.agentbay.device.InstalledApp;
import io.agentbay.internal.json.Json;
import io.agentbay.internal.tool.ToolReply;
import io.agentbay.mobile.Bounds;
import io.agentbay.mobile.UiElement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static io.agentbay.internal.device.JsonAnswer.textOrEmpty;

/**
 * Reads what the tools of desktops and phones answer.
 */
final class DeviceAnswers {

	private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

	private DeviceAnswers() {
	}

	static CursorPosition position(ToolReply reply) {
		JsonAnswer answer = new JsonAnswer(reply);
		JsonNode json = answer.object();
		return new CursorPosition(answer.integer(json, "x"), answer.integer(json, "y"));
	}

	static ScreenSize size(ToolReply reply) {
		JsonAnswer answer = new JsonAnswer(reply);
		JsonNode json = answer.object();
		return new ScreenSize(answer.integer(json, "width"), answer.integer(json, "height"),
				json.path("dpiScalingFactor").asDouble(1));
	}

	static List<Window> windows(ToolReply reply) {
		JsonAnswer answer = new JsonAnswer(reply);
		return answer.elements((json) -> window(answer, json));
	}

	/** On an empty desktop the tool succeeds, without a window. */
	static Window activeWindow(ToolReply reply) {
		JsonAnswer answer = new JsonAnswer(reply);
		JsonNode json = answer.object();
		if (json.isEmpty()) {
			throw reply.failedWith("No window has the focus");
		}
		return window(answer, json);
	}

	/**
	 * What a window does not tell, apart from its id, is no reason to lose the window.
	 */
	private static Window window(JsonAnswer answer, JsonNode json) {
		JsonNode id = json.path("window_id");
		answer.require(id.isNumber() && id.canConvertToLong(), "has no integer window_id");
		return Window.builder(id.longValue())
			.title(textOrEmpty(json, "window_title"))
			.place(json.path("absolute_upper_left_x").asInt(0), json.path("absolute_upper_left_y").asInt(0))
			.size(json.path("width").asInt(0), json.path("height").asInt(0))
			.process(json.path("pid").asLong(0), textOrEmpty(json, "pname"))
			.children(answer.elements(json.get("child_windows"), (child) -> window(answer, child)))
			.build();
	}

	static List<InstalledApp> apps(ToolReply reply) {
		return new JsonAnswer(reply).elements((json) -> new InstalledApp(textOrEmpty(json, "name"),
				textOrEmpty(json, "start_cmd"), Json.text(json, "stop_cmd"), Json.text(json, "work_directory")));
	}

	static List<AppProcess> processes(ToolReply reply) {
		return new JsonAnswer(reply).elements((json) -> new AppProcess(textOrEmpty(json, "pname"),
				json.path("pid").asLong(0), textOrEmpty(json, "cmdline")));
	}

	static List<UiElement> uiElements(ToolReply reply) {
		JsonAnswer answer = new JsonAnswer(reply);
		return answer.elements((json) -> uiElement(answer, json));
	}

	private static UiElement uiElement(JsonAnswer answer, JsonNode json) {
		return UiElement.builder()
			.bounds(bounds(json.has("bounds") ? json.get("bounds") : json.get("bounds_rect")))
			.className(textOrEmpty(json, "className"))
			.text(textOrEmpty(json, "text"))
			.type(textOrEmpty(json, "type"))
			.resourceId(textOrEmpty(json, "resourceId"))
			.index(json.path("index").asInt(-1))
			.parent(json.path("isParent").asBoolean(false))
			.children(answer.elements(json.get("children"), (child) -> uiElement(answer, child)))
			.build();
	}

	/**
	 * Bounds in any form in which phones tell them: an object with the four edges, or a
	 * text with four numbers such as {@code 0,0,10,20} or {@code [0,0][10,20]}.
	 */
	private static @Nullable Bounds bounds(@Nullable JsonNode json) {
		if (json == null) {
			return null;
		}
		if (json.isObject()) {
			return bounds(json.path("left"), json.path("top"), json.path("right"), json.path("bottom"));
		}
		return json.isString() ? bounds(json.asString()) : null;
	}

	private static @Nullable Bounds bounds(JsonNode left, JsonNode top, JsonNode right, JsonNode bottom) {
		boolean complete = left.isNumber() && top.isNumber() && right.isNumber() && bottom.isNumber();
		return complete ? new Bounds(left.asInt(0), top.asInt(0), right.asInt(0), bottom.asInt(0)) : null;
	}

	private static @Nullable Bounds bounds(String text) {
		Matcher matcher = NUMBER.matcher(text);
		int[] edges = new int[4];
		for (int i = 0; i < edges.length; i++) {
			if (!matcher.find()) {
				return null;
			}
			edges[i] = Integer.parseInt(matcher.group());
		}
		return new Bounds(edges[0], edges[1], edges[2], edges[3]);
	}

}
