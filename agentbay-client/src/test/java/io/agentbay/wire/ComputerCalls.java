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
package io.agentbay.wire;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import io.agentbay.computer.Computer;
import io.agentbay.computer.MouseButton;
import io.agentbay.computer.ScrollDirection;
import io.agentbay.device.AppFilter;
import io.agentbay.device.ScreenshotFormat;

/**
 * Mouse, keyboard, screen, windows and programs.
 */
final class ComputerCalls {

	private final Catalogue calls;

	private ComputerCalls(Catalogue calls) {
		this.calls = calls;
	}

	static void addTo(Catalogue catalogue) {
		ComputerCalls calls = new ComputerCalls(catalogue);
		calls.mouse();
		calls.keyboard();
		calls.screen();
		calls.windows();
		calls.programs();
	}

	private void add(String name, Consumer<Computer> call) {
		this.calls.tool(name, (session) -> call.accept(session.computer()));
	}

	private void mouse() {
		add("click", (it) -> it.clickMouse(1, 2));
		for (MouseButton button : MouseButton.values()) {
			add("click " + button, (it) -> it.clickMouse(0, 0, button));
		}
		add("move the mouse", (it) -> it.moveMouse(1, 2));
		add("drag", (it) -> it.dragMouse(1, 2, 3, 4));
		add("drag, full", (it) -> it.dragMouse(1, 2, 3, 4, MouseButton.MIDDLE));
		for (ScrollDirection direction : ScrollDirection.values()) {
			add("scroll " + direction, (it) -> it.scroll(1, 2, direction));
		}
		add("scroll, full", (it) -> it.scroll(1, 2, ScrollDirection.LEFT, 5));
		add("cursor", (it) -> it.fetchCursorPosition());
	}

	private void keyboard() {
		add("input text", (it) -> it.inputText(" ü\n"));
		add("press keys", (it) -> it.pressKeys(List.of("CONTROL", "C")));
		add("press keys, full", (it) -> it.holdKeys(List.of("shift")));
		add("release keys", (it) -> it.releaseKeys(List.of("up", "return")));
	}

	private void screen() {
		add("screen size", (it) -> it.fetchScreenSize());
		this.calls.gateway("screenshot", (it) -> it.computer().screenshotUrl());
		this.calls.call("screenshot by a known server", (it) -> it.announced().computer().screenshotUrl());
		this.calls.direct("screenshot as a picture", (it) -> it.computer().screenshot());
		this.calls.direct("screenshot as a picture, full", (it) -> it.computer().screenshot(ScreenshotFormat.JPEG));
	}

	private void windows() {
		add("windows", (it) -> it.listWindows());
		add("windows, full", (it) -> it.listWindows(Duration.ofMillis(5)));
		add("active window", (it) -> it.fetchActiveWindow());
		add("activate a window", (it) -> it.activateWindow(4294967295L));
		add("close a window", (it) -> it.closeWindow(7));
		add("maximize a window", (it) -> it.maximizeWindow(7));
		add("minimize a window", (it) -> it.minimizeWindow(7));
		add("restore a window", (it) -> it.restoreWindow(7));
		add("fullscreen a window", (it) -> it.fullscreenWindow(7));
		add("resize a window", (it) -> it.resizeWindow(7, 8, 9));
		add("focus mode on", (it) -> it.enterFocusMode());
		add("focus mode off", (it) -> it.leaveFocusMode());
	}

	private void programs() {
		add("installed programs", (it) -> it.listInstalledApps());
		add("installed programs, full",
				(it) -> it.listInstalledApps(AppFilter.defaults().withoutStartMenu().withDesktop().withSystemApps()));
		add("start a program", (it) -> it.startApp("xterm -e top"));
		add("start a program, full",
				(it) -> it.startApp("a", (options) -> options.withWorkingDirectory("/tmp").withActivity("b")));
		add("visible programs", (it) -> it.listVisibleApps());
		add("stop a program by name", (it) -> it.stopProcesses("xterm"));
		add("stop a program by number", (it) -> it.stopProcess(12));
		add("stop a program by command", (it) -> it.stopApp("pkill x"));
	}

}
