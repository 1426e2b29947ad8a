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

import java.awt.Dimension;
import java.awt.Point;
import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.agentbay.local.internal.desktop.Desktop;
import io.agentbay.local.internal.picture.Pictures;
import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.tool.Arguments;
import io.agentbay.local.internal.tool.Parameter;
import io.agentbay.local.internal.tool.Tool;
import io.agentbay.local.internal.tool.ToolException;
import io.agentbay.local.internal.tool.ToolResult;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mouse, keyboard and screen of the desktop: a part of the server {@code wuying_ui}, and
 * pictures of the screen.
 */
public final class DesktopTools {

	private static final String SERVER = "wuying_ui";

	private static final int MAX_STEPS = 100;

	private final JsonMapper mapper;

	private final ScreenTools screen;

	public DesktopTools(JsonMapper mapper, Pictures pictures) {
		this.mapper = mapper;
		this.screen = new ScreenTools(mapper, pictures, (sandbox) -> Desktop.of(sandbox).image());
	}

	public List<Tool> tools() {
		Parameter button = Parameter.optional("button", Parameter.Type.TEXT, "The button.").withDefault("left");
		Parameter keys = Parameter.required("keys", Parameter.Type.TEXTS, "The names of the keys, in any letter case.");
		return List.of(new Tool("click_mouse", SERVER, "Click.",
				List.of(pixel("x"), pixel("y"), button.oneOf("left", "right", "middle", "double_left")), this::click),
				new Tool("move_mouse", SERVER, "Move the pointer.", List.of(pixel("x"), pixel("y")), this::move),
				new Tool("drag_mouse", SERVER, "Press a button, move the pointer, and let the button go.",
						List.of(pixel("from_x"), pixel("from_y"), pixel("to_x"), pixel("to_y"),
								button.oneOf("left", "right", "middle")),
						this::drag),
				new Tool("scroll", SERVER, "Turn the wheel.", List.of(pixel("x"), pixel("y"),
						Parameter.optional("direction", Parameter.Type.TEXT, "Where to scroll.")
							.withDefault("up")
							.oneOf("up", "down", "left", "right"),
						Parameter.optional("amount", Parameter.Type.INTEGER, "By how many steps.").withDefault(1)),
						this::scroll),
				new Tool("get_cursor_position", SERVER, "Tell where the pointer is.", List.of(), this::position),
				new Tool("input_text", SERVER, "Type a text where the focus is.",
						List.of(Parameter.required("text", Parameter.Type.TEXT, "The text.")), this::type),
				new Tool("press_keys", SERVER, "Press keys together.",
						List.of(keys,
								Parameter.optional("hold", Parameter.Type.FLAG, "Whether they stay down.")
									.withDefault(false)),
						this::press),
				new Tool("release_keys", SERVER, "Let keys go that are held.", List.of(keys), this::release),
				new Tool("get_screen_size", SERVER, "Tell the size of the screen in pixels.", List.of(), this::size),
				this.screen.address(), this.screen.picture());
	}

	private ToolResult click(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		Desktop.of(sandbox).mouse().click(place(arguments, "x", "y"), arguments.text("button", "left"));
		return ToolResult.of("Clicked");
	}

	private ToolResult move(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		Desktop.of(sandbox).mouse().move(place(arguments, "x", "y"));
		return ToolResult.of("Moved");
	}

	private ToolResult drag(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		Desktop.of(sandbox)
			.mouse()
			.drag(place(arguments, "from_x", "from_y"), place(arguments, "to_x", "to_y"),
					arguments.text("button", "left"));
		return ToolResult.of("Dragged");
	}

	private ToolResult scroll(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		long steps = arguments.integer("amount", 1);
		if (steps < 1 || steps > MAX_STEPS) {
			throw new ToolException("Argument 'amount' must be from 1 to %s, not %s".formatted(MAX_STEPS, steps));
		}
		Desktop.of(sandbox).mouse().scroll(place(arguments, "x", "y"), arguments.text("direction", "up"), (int) steps);
		return ToolResult.of("Scrolled");
	}

	private ToolResult position(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		Point place = Desktop.of(sandbox).mouse().position();
		return ToolResult.of(this.mapper.writeValueAsString(Map.of("x", place.x, "y", place.y)));
	}

	private ToolResult type(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		Desktop.of(sandbox).keyboard().type(arguments.text("text"));
		return ToolResult.of("Typed");
	}

	private ToolResult press(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		Desktop.of(sandbox).keyboard().press(arguments.texts("keys"), arguments.flag("hold"));
		return ToolResult.of("Pressed");
	}

	private ToolResult release(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		Desktop.of(sandbox).keyboard().release(arguments.texts("keys"));
		return ToolResult.of("Released");
	}

	private ToolResult size(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		Dimension size = Desktop.of(sandbox).size();
		return ToolResult.of(this.mapper
			.writeValueAsString(Map.of("width", size.width, "height", size.height, "dpiScalingFactor", 1.0)));
	}

	static Parameter pixel(String name) {
		return Parameter.required(name, Parameter.Type.INTEGER,
				"A place in pixels from the upper left corner of the screen.");
	}

	static Point place(Arguments arguments, String x, String y) {
		return new Point(Math.toIntExact(bounded(arguments.integer(x, 0))),
				Math.toIntExact(bounded(arguments.integer(y, 0))));
	}

	/**
	 * What is far off every screen may as well be nearer.
	 */
	private static long bounded(long place) {
		return Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, place));
	}

}
