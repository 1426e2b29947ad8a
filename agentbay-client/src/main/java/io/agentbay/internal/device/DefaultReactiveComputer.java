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

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.agentbay.computer.CursorPosition;
import io.agentbay.computer.MouseButton;
import io.agentbay.computer.ReactiveComputer;
import io.agentbay.computer.ScreenSize;
import io.agentbay.computer.ScrollDirection;
import io.agentbay.computer.Window;
import io.agentbay.device.AppProcess;
import io.agentbay.internal.text.WireNames;
import io.agentbay.internal.tool.SessionTools;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * The desktop of a session.
 */
public final class DefaultReactiveComputer extends DefaultReactiveDevice implements ReactiveComputer {

	/**
	 * Create the feature for a session.
	 * @param tools the tools of the session
	 * @param screenshots takes pictures of its screen
	 */
	public DefaultReactiveComputer(SessionTools tools, Screenshots screenshots) {
		super(tools, screenshots);
	}

	@Override
	public Mono<Void> clickMouse(int x, int y, MouseButton button) {
		requireNotNegative(x, "x");
		requireNotNegative(y, "y");
		Assert.notNull(button, "'button' must not be null");
		return operate("click_mouse", Map.of("x", x, "y", y, "button", WireNames.of(button)));
	}

	@Override
	public Mono<Void> moveMouse(int x, int y) {
		requireNotNegative(x, "x");
		requireNotNegative(y, "y");
		return operate("move_mouse", Map.of("x", x, "y", y));
	}

	@Override
	public Mono<Void> dragMouse(int fromX, int fromY, int toX, int toY, MouseButton button) {
		requireNotNegative(fromX, "fromX");
		requireNotNegative(fromY, "fromY");
		requireNotNegative(toX, "toX");
		requireNotNegative(toY, "toY");
		Assert.notNull(button, "'button' must not be null");
		Assert.isTrue(button != MouseButton.DOUBLE_LEFT, "'button' must be left, right or middle for dragging");
		return operate("drag_mouse",
				Map.of("from_x", fromX, "from_y", fromY, "to_x", toX, "to_y", toY, "button", WireNames.of(button)));
	}

	@Override
	public Mono<Void> scroll(int x, int y, ScrollDirection direction, int amount) {
		requireNotNegative(x, "x");
		requireNotNegative(y, "y");
		Assert.notNull(direction, "'direction' must not be null");
		Assert.isTrue(amount > 0, () -> "'amount' must be positive, but is " + amount);
		return operate("scroll", Map.of("x", x, "y", y, "direction", WireNames.of(direction), "amount", amount));
	}

	@Override
	public Mono<CursorPosition> fetchCursorPosition() {
		return tools().require("get_cursor_position", Map.of()).map(DeviceAnswers::position);
	}

	@Override
	public Mono<Void> pressKeys(List<String> keys) {
		return operate("press_keys", Map.of("keys", named(keys), "hold", false));
	}

	@Override
	public Mono<Void> holdKeys(List<String> keys) {
		return operate("press_keys", Map.of("keys", named(keys), "hold", true));
	}

	@Override
	public Mono<Void> releaseKeys(List<String> keys) {
		return operate("release_keys", Map.of("keys", named(keys)));
	}

	private static List<String> named(List<String> keys) {
		Assert.notEmpty(keys, "'keys' must not be empty");
		for (String key : keys) {
			Assert.hasLength(key, "'keys' must not hold keys without a name");
		}
		return keys.stream().map(KeyNames::normalized).toList();
	}

	@Override
	public Mono<ScreenSize> fetchScreenSize() {
		return tools().require("get_screen_size", Map.of()).map(DeviceAnswers::size);
	}

	@Override
	public Flux<Window> listWindows(Duration timeout) {
		requireTime(timeout, "timeout");
		return tools().require("list_root_windows", Map.of("timeout_ms", timeout.toMillis()))
			.flatMapIterable(DeviceAnswers::windows);
	}

	@Override
	public Mono<Window> fetchActiveWindow() {
		return tools().require("get_active_window", Map.of()).map(DeviceAnswers::activeWindow);
	}

	@Override
	public Mono<Void> activateWindow(long windowId) {
		return onWindow("activate_window", windowId);
	}

	@Override
	public Mono<Void> closeWindow(long windowId) {
		return onWindow("close_window", windowId);
	}

	@Override
	public Mono<Void> maximizeWindow(long windowId) {
		return onWindow("maximize_window", windowId);
	}

	@Override
	public Mono<Void> minimizeWindow(long windowId) {
		return onWindow("minimize_window", windowId);
	}

	@Override
	public Mono<Void> restoreWindow(long windowId) {
		return onWindow("restore_window", windowId);
	}

	@Override
	public Mono<Void> fullscreenWindow(long windowId) {
		return onWindow("fullscreen_window", windowId);
	}

	private Mono<Void> onWindow(String tool, long windowId) {
		requireNotNegative(windowId, "windowId");
		return operate(tool, Map.of("window_id", windowId));
	}

	@Override
	public Mono<Void> resizeWindow(long windowId, int width, int height) {
		requireNotNegative(windowId, "windowId");
		Assert.isTrue(width > 0, () -> "'width' must be positive, but is " + width);
		Assert.isTrue(height > 0, () -> "'height' must be positive, but is " + height);
		return operate("resize_window", Map.of("window_id", windowId, "width", width, "height", height));
	}

	@Override
	public Mono<Void> enterFocusMode() {
		return operate("focus_mode", Map.of("on", true));
	}

	@Override
	public Mono<Void> leaveFocusMode() {
		return operate("focus_mode", Map.of("on", false));
	}

	@Override
	public Flux<AppProcess> listVisibleApps() {
		return tools().require("list_visible_apps", Map.of()).flatMapIterable(DeviceAnswers::processes);
	}

	@Override
	public Mono<Void> stopProcesses(String processName) {
		Assert.hasText(processName, "'processName' must not be empty");
		return operate("stop_app_by_pname", Map.of("pname", processName));
	}

	@Override
	public Mono<Void> stopProcess(long pid) {
		Assert.isTrue(pid > 0, () -> "'pid' must be positive, but is " + pid);
		return operate("stop_app_by_pid", Map.of("pid", pid));
	}

}
