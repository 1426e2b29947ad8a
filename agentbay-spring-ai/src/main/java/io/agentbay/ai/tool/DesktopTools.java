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

package io.agentbay.ai.tool;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.agentbay.computer.Computer;
import io.agentbay.computer.MouseButton;
import io.agentbay.computer.ScreenSize;
import io.agentbay.computer.ScrollDirection;
import io.agentbay.computer.Window;
import io.agentbay.device.Screenshot;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;

/**
 * Works with the desktop by mouse and keyboard.
 */
final class DesktopTools {

	private final ToolWork work;

	DesktopTools(ToolWork work) {
		this.work = work;
	}

	@Tool(name = "desktop", resultConverter = PlainTextConverter.class, description = """
			Work with the desktop of your computer by mouse and keyboard. look shows the screen and lists the \
			windows. click, double_click, right_click, scroll_up and scroll_down work at the pixel x, y. type writes \
			'text' where the focus is. press presses the keys in 'text' together, such as ctrl+c or Enter. start \
			starts the program in 'text'.""")
	String desktop(@ToolParam(description = "What to do") Action action,
			@ToolParam(required = false, description = "Pixels from the left") @Nullable Integer x,
			@ToolParam(required = false, description = "Pixels from the top") @Nullable Integer y,
			@ToolParam(required = false, description = "What to type, press or start") @Nullable String text) {
		if (this.work.lacks("click_mouse")) {
			return "Error: this computer has no desktop";
		}
		Computer computer = this.work.session().computer();
		if (action == Action.LOOK) {
			return look(computer);
		}
		if (action.onText) {
			if (text == null || text.isEmpty()) {
				return "Error: 'text' is missing";
			}
			withText(computer, action, text);
		}
		else {
			if (x == null || y == null) {
				return "Error: 'x' and 'y' are missing: where to do it";
			}
			atPoint(computer, action, x, y);
		}
		return "Done; look to see what it has led to";
	}

	private static void withText(Computer computer, Action action, String text) {
		switch (action) {
			case TYPE -> computer.inputText(text);
			case PRESS -> computer.pressKeys(Arrays.stream(text.split("\\+")).map(String::strip).toList());
			default -> computer.startApp(text);
		}
	}

	private static void atPoint(Computer computer, Action action, int x, int y) {
		switch (action) {
			case DOUBLE_CLICK -> computer.clickMouse(x, y, MouseButton.DOUBLE_LEFT);
			case RIGHT_CLICK -> computer.clickMouse(x, y, MouseButton.RIGHT);
			case SCROLL_UP -> computer.scroll(x, y, ScrollDirection.UP, 3);
			case SCROLL_DOWN -> computer.scroll(x, y, ScrollDirection.DOWN, 3);
			default -> computer.clickMouse(x, y);
		}
	}

	private String look(Computer computer) {
		ScreenSize size = computer.fetchScreenSize();
		List<Window> windows = computer.listWindows();
		String titles = windows.stream().map(Window::title).collect(Collectors.joining("\n"));
		return this.work.answer("The screen has %s x %s pixels".formatted(size.width(), size.height()))
			.line(screenshot(this.work))
			.with("Windows", titles, "close some")
			.toString();
	}

	static String screenshot(ToolWork work) {
		Screenshot shot = work.session().computer().screenshot();
		return work.picture("the screen", shot.mimeType(), shot.data());
	}

	/** What can be done. */
	enum Action {

		LOOK(false), CLICK(false), DOUBLE_CLICK(false), RIGHT_CLICK(false), SCROLL_UP(false), SCROLL_DOWN(false),
		TYPE(true), PRESS(true), START(true);

		private final boolean onText;

		Action(boolean onText) {
			this.onText = onText;
		}

	}

}
