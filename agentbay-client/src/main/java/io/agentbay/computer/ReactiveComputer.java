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

package io.agentbay.computer;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.agentbay.device.AppFilter;
import io.agentbay.device.AppProcessListResult;
import io.agentbay.device.InstalledAppListResult;
import io.agentbay.device.ScreenshotFormat;
import io.agentbay.device.ScreenshotResult;
import io.agentbay.device.ScreenshotUrlResult;
import io.agentbay.internal.device.ComputerAnswers;
import io.agentbay.internal.device.DeviceTools;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.result.OperationResult;
import io.agentbay.tool.ToolCall;
import io.agentbay.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * The desktop of a session. Made for the images {@code linux_latest} and
 * {@code windows_latest}. Places are pixels from the upper left corner of the screen.
 */
public final class ReactiveComputer {

	private static final Duration DEFAULT_WINDOW_TIMEOUT = Duration.ofSeconds(3);

	private final DeviceTools tools;

	/**
	 * Create the feature for a session.
	 * @param tools the tools of the session
	 */
	public ReactiveComputer(SessionTools tools) {
		this.tools = new DeviceTools(tools);
	}

	/**
	 * Click with the left button: tool {@code click_mouse}.
	 * @param x where, to the right
	 * @param y where, down
	 * @return whether it was clicked
	 * @throws IllegalArgumentException if a place is negative
	 */
	public Mono<OperationResult> clickMouse(int x, int y) {
		return clickMouse(x, y, MouseButton.LEFT);
	}

	/**
	 * Click: tool {@code click_mouse}.
	 * @param x where, to the right
	 * @param y where, down
	 * @param button the button
	 * @return whether it was clicked
	 * @throws IllegalArgumentException if a place is negative or the button {@code null}
	 */
	public Mono<OperationResult> clickMouse(int x, int y, MouseButton button) {
		requirePlace(x, "x");
		requirePlace(y, "y");
		Assert.notNull(button, "'button' must not be null");
		return this.tools.operate("click_mouse", Map.of("x", x, "y", y, "button", button.wireName()));
	}

	/**
	 * Move the pointer: tool {@code move_mouse}.
	 * @param x where to, to the right
	 * @param y where to, down
	 * @return whether it was moved
	 * @throws IllegalArgumentException if a place is negative
	 */
	public Mono<OperationResult> moveMouse(int x, int y) {
		requirePlace(x, "x");
		requirePlace(y, "y");
		return this.tools.operate("move_mouse", Map.of("x", x, "y", y));
	}

	/**
	 * Drag with the left button: tool {@code drag_mouse}.
	 * @param fromX from where, to the right
	 * @param fromY from where, down
	 * @param toX where to, to the right
	 * @param toY where to, down
	 * @return whether it was dragged
	 * @throws IllegalArgumentException if a place is negative
	 */
	public Mono<OperationResult> dragMouse(int fromX, int fromY, int toX, int toY) {
		return dragMouse(fromX, fromY, toX, toY, MouseButton.LEFT);
	}

	/**
	 * Drag: tool {@code drag_mouse}.
	 * @param fromX from where, to the right
	 * @param fromY from where, down
	 * @param toX where to, to the right
	 * @param toY where to, down
	 * @param button the button that is held; not {@link MouseButton#DOUBLE_LEFT}
	 * @return whether it was dragged
	 * @throws IllegalArgumentException if a place is negative or the button cannot be
	 * held
	 */
	public Mono<OperationResult> dragMouse(int fromX, int fromY, int toX, int toY, MouseButton button) {
		requirePlace(fromX, "fromX");
		requirePlace(fromY, "fromY");
		requirePlace(toX, "toX");
		requirePlace(toY, "toY");
		Assert.notNull(button, "'button' must not be null");
		Assert.isTrue(button != MouseButton.DOUBLE_LEFT, "'button' must be left, right or middle for dragging");
		return this.tools.operate("drag_mouse",
				Map.of("from_x", fromX, "from_y", fromY, "to_x", toX, "to_y", toY, "button", button.wireName()));
	}

	/**
	 * Turn the wheel by one step: tool {@code scroll}.
	 * @param x where, to the right
	 * @param y where, down
	 * @param direction where to scroll
	 * @return whether it was turned
	 * @throws IllegalArgumentException if a place is negative or the direction
	 * {@code null}
	 */
	public Mono<OperationResult> scroll(int x, int y, ScrollDirection direction) {
		return scroll(x, y, direction, 1);
	}

	/**
	 * Turn the wheel: tool {@code scroll}.
	 * @param x where, to the right
	 * @param y where, down
	 * @param direction where to scroll
	 * @param amount by how many steps, at least one
	 * @return whether it was turned
	 * @throws IllegalArgumentException if a place is negative, the direction {@code null}
	 * or the amount not positive
	 */
	public Mono<OperationResult> scroll(int x, int y, ScrollDirection direction, int amount) {
		requirePlace(x, "x");
		requirePlace(y, "y");
		Assert.notNull(direction, "'direction' must not be null");
		Assert.isTrue(amount > 0, () -> "'amount' must be positive, but is " + amount);
		return this.tools.operate("scroll",
				Map.of("x", x, "y", y, "direction", direction.wireName(), "amount", amount));
	}

	/**
	 * Tell where the pointer is: tool {@code get_cursor_position}.
	 * @return the place
	 */
	public Mono<CursorPositionResult> getCursorPosition() {
		return call("get_cursor_position").map(ComputerAnswers::position);
	}

	/**
	 * Type a text where the focus is: tool {@code input_text}.
	 * @param text the text
	 * @return whether it was typed
	 * @throws IllegalArgumentException if the text is {@code null} or empty
	 */
	public Mono<OperationResult> inputText(String text) {
		return this.tools.inputText(text);
	}

	/**
	 * Press keys together and let them go: tool {@code press_keys}.
	 * @param keys the keys, in any letter case and by their usual short names, such as
	 * {@code ctrl} and {@code c}
	 * @return whether they were pressed
	 * @throws IllegalArgumentException if there is no key or one without name
	 */
	public Mono<OperationResult> pressKeys(List<String> keys) {
		return pressKeys(keys, false);
	}

	/**
	 * Press keys together: tool {@code press_keys}.
	 * @param keys the keys, in any letter case and by their usual short names, such as
	 * {@code ctrl} and {@code c}
	 * @param hold whether they stay down until {@link #releaseKeys(List)}
	 * @return whether they were pressed
	 * @throws IllegalArgumentException if there is no key or one without name
	 */
	public Mono<OperationResult> pressKeys(List<String> keys, boolean hold) {
		requireKeys(keys);
		return this.tools.operate("press_keys", Map.of("keys", List.copyOf(keys), "hold", hold));
	}

	/**
	 * Let keys go that are held: tool {@code release_keys}.
	 * @param keys the keys, named as for {@link #pressKeys(List)}
	 * @return whether they were let go
	 * @throws IllegalArgumentException if there is no key or one without name
	 */
	public Mono<OperationResult> releaseKeys(List<String> keys) {
		requireKeys(keys);
		return this.tools.operate("release_keys", Map.of("keys", List.copyOf(keys)));
	}

	/**
	 * Tell the size of the screen: tool {@code get_screen_size}.
	 * @return the size
	 */
	public Mono<ScreenSizeResult> getScreenSize() {
		return call("get_screen_size").map(ComputerAnswers::size);
	}

	/**
	 * Take a picture of the screen and leave it where it can be fetched: tool
	 * {@code system_screenshot}. Sessions with a direct link do not offer it, which is a
	 * failed result.
	 * @return its address, which expires after about an hour
	 */
	public Mono<ScreenshotUrlResult> screenshot() {
		return this.tools.screenshotUrl();
	}

	/**
	 * Take a picture of the screen in PNG: tool {@code screenshot}. Only sessions with a
	 * direct link offer it; without one it is a failed result.
	 * @return the picture
	 */
	public Mono<ScreenshotResult> betaTakeScreenshot() {
		return betaTakeScreenshot(ScreenshotFormat.PNG);
	}

	/**
	 * Take a picture of the screen: tool {@code screenshot}. Only sessions with a direct
	 * link offer it; without one it is a failed result.
	 * @param format the format of the picture
	 * @return the picture
	 * @throws IllegalArgumentException if the format is {@code null}
	 */
	public Mono<ScreenshotResult> betaTakeScreenshot(ScreenshotFormat format) {
		return this.tools.screenshot(format);
	}

	/**
	 * List the windows, waiting for at most three seconds: tool
	 * {@code list_root_windows}.
	 * @return the windows
	 */
	public Mono<WindowListResult> listRootWindows() {
		return listRootWindows(DEFAULT_WINDOW_TIMEOUT);
	}

	/**
	 * List the windows: tool {@code list_root_windows}.
	 * @param timeout how long the session may take, at least one millisecond
	 * @return the windows
	 * @throws IllegalArgumentException if the time is too short
	 */
	public Mono<WindowListResult> listRootWindows(Duration timeout) {
		Assert.isTrue(timeout != null && timeout.toMillis() > 0, "'timeout' must be at least one millisecond");
		return this.tools.call(ToolCall.of("list_root_windows", Map.of("timeout_ms", timeout.toMillis())))
			.map(ComputerAnswers::windows);
	}

	/**
	 * Tell which window has the focus: tool {@code get_active_window}.
	 * @return the window
	 */
	public Mono<WindowResult> getActiveWindow() {
		return call("get_active_window").map(ComputerAnswers::window);
	}

	/**
	 * Give a window the focus and put it before the others: tool {@code activate_window}.
	 * @param windowId the window
	 * @return whether it was
	 * @throws IllegalArgumentException if the id is negative
	 */
	public Mono<OperationResult> activateWindow(long windowId) {
		return windowOperation("activate_window", windowId);
	}

	/**
	 * Ask a window to close: tool {@code close_window}.
	 * @param windowId the window
	 * @return whether it was asked
	 * @throws IllegalArgumentException if the id is negative
	 */
	public Mono<OperationResult> closeWindow(long windowId) {
		return windowOperation("close_window", windowId);
	}

	/**
	 * Let a window fill the desktop: tool {@code maximize_window}.
	 * @param windowId the window
	 * @return whether it does
	 * @throws IllegalArgumentException if the id is negative
	 */
	public Mono<OperationResult> maximizeWindow(long windowId) {
		return windowOperation("maximize_window", windowId);
	}

	/**
	 * Hide a window: tool {@code minimize_window}.
	 * @param windowId the window
	 * @return whether it is hidden
	 * @throws IllegalArgumentException if the id is negative
	 */
	public Mono<OperationResult> minimizeWindow(long windowId) {
		return windowOperation("minimize_window", windowId);
	}

	/**
	 * Show a window in its ordinary size: tool {@code restore_window}.
	 * @param windowId the window
	 * @return whether it is shown
	 * @throws IllegalArgumentException if the id is negative
	 */
	public Mono<OperationResult> restoreWindow(long windowId) {
		return windowOperation("restore_window", windowId);
	}

	/**
	 * Let a window fill the screen, without its frame: tool {@code fullscreen_window}.
	 * @param windowId the window
	 * @return whether it does
	 * @throws IllegalArgumentException if the id is negative
	 */
	public Mono<OperationResult> fullscreenWindow(long windowId) {
		return windowOperation("fullscreen_window", windowId);
	}

	/**
	 * Give a window another size: tool {@code resize_window}.
	 * @param windowId the window
	 * @param width its new width in pixels
	 * @param height its new height in pixels
	 * @return whether the session did
	 * @throws IllegalArgumentException if the id is negative or a length not positive
	 */
	public Mono<OperationResult> resizeWindow(long windowId, int width, int height) {
		requireWindow(windowId);
		Assert.isTrue(width > 0, () -> "'width' must be positive, but is " + width);
		Assert.isTrue(height > 0, () -> "'height' must be positive, but is " + height);
		return this.tools.operate("resize_window", Map.of("window_id", windowId, "width", width, "height", height));
	}

	/**
	 * Show the active window only, or the others as well again: tool {@code focus_mode}.
	 * @param on whether to
	 * @return whether the session did
	 */
	public Mono<OperationResult> focusMode(boolean on) {
		return this.tools.operate("focus_mode", Map.of("on", on));
	}

	/**
	 * List the applications of the start menu, without those of the system: tool
	 * {@code get_installed_apps}.
	 * @return the applications
	 */
	public Mono<InstalledAppListResult> getInstalledApps() {
		return getInstalledApps(AppFilter.defaults());
	}

	/**
	 * List the installed applications: tool {@code get_installed_apps}.
	 * @param filter which ones
	 * @return the applications
	 * @throws IllegalArgumentException if the filter is {@code null}
	 */
	public Mono<InstalledAppListResult> getInstalledApps(AppFilter filter) {
		return this.tools.installedApps(filter);
	}

	/**
	 * Start an application: tool {@code start_app}.
	 * @param startCommand what starts it
	 * @return the processes that were started
	 * @throws IllegalArgumentException if the command is blank
	 */
	public Mono<AppProcessListResult> startApp(String startCommand) {
		return startApp(startCommand, null, null);
	}

	/**
	 * Start an application: tool {@code start_app}.
	 * @param startCommand what starts it
	 * @param workDirectory the directory to start it in, {@code null} for the default
	 * @param activity of no use on a computer, {@code null}
	 * @return the processes that were started
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public Mono<AppProcessListResult> startApp(String startCommand, @Nullable String workDirectory,
			@Nullable String activity) {
		return this.tools.startApp(startCommand, workDirectory, activity);
	}

	/**
	 * List the processes that have a window: tool {@code list_visible_apps}.
	 * @return the processes
	 */
	public Mono<AppProcessListResult> listVisibleApps() {
		return this.tools.processes("list_visible_apps", Map.of());
	}

	/**
	 * Stop all processes of a name: tool {@code stop_app_by_pname}.
	 * @param processName the name
	 * @return whether they were stopped
	 * @throws IllegalArgumentException if the name is blank
	 */
	public Mono<OperationResult> stopAppByPname(String processName) {
		Assert.hasText(processName, "'processName' must not be empty");
		return this.tools.operate("stop_app_by_pname", Map.of("pname", processName));
	}

	/**
	 * Stop a process: tool {@code stop_app_by_pid}.
	 * @param pid its number
	 * @return whether it was stopped
	 * @throws IllegalArgumentException if the number is not positive
	 */
	public Mono<OperationResult> stopAppByPid(long pid) {
		Assert.isTrue(pid > 0, () -> "'pid' must be positive, but is " + pid);
		return this.tools.operate("stop_app_by_pid", Map.of("pid", pid));
	}

	/**
	 * Stop an application by a command: tool {@code stop_app_by_cmd}.
	 * @param stopCommand what stops it
	 * @return whether it was stopped
	 * @throws IllegalArgumentException if the command is blank
	 */
	public Mono<OperationResult> stopAppByCmd(String stopCommand) {
		return this.tools.stopAppByCmd(stopCommand);
	}

	private Mono<ToolResult> call(String tool) {
		return this.tools.call(ToolCall.of(tool, Map.of()));
	}

	private Mono<OperationResult> windowOperation(String tool, long windowId) {
		requireWindow(windowId);
		return this.tools.operate(tool, Map.of("window_id", windowId));
	}

	private static void requireWindow(long windowId) {
		Assert.isTrue(windowId >= 0, () -> "'windowId' must not be negative, but is " + windowId);
	}

	private static void requirePlace(int place, String name) {
		Assert.isTrue(place >= 0, () -> "'" + name + "' must not be negative, but is " + place);
	}

	private static void requireKeys(List<String> keys) {
		Assert.notEmpty(keys, "'keys' must not be empty");
		for (String key : keys) {
			Assert.hasLength(key, "'keys' must not hold keys without a name");
		}
	}

}
