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

import io.agentbay.device.AppFilter;
import io.agentbay.device.AppProcessListResult;
import io.agentbay.device.InstalledAppListResult;
import io.agentbay.device.ScreenshotFormat;
import io.agentbay.device.ScreenshotResult;
import io.agentbay.device.ScreenshotUrlResult;
import io.agentbay.internal.blocking.Blocking;
import io.agentbay.result.OperationResult;
import org.jspecify.annotations.Nullable;

/**
 * The desktop of a session; waits for each operation. Made for the images
 * {@code linux_latest} and {@code windows_latest}. Places are pixels from the upper left
 * corner of the screen. The blocking twin of {@link ReactiveComputer}.
 */
public final class Computer {

	private final ReactiveComputer reactive;

	/**
	 * Create the blocking twin.
	 * @param reactive the feature
	 */
	public Computer(ReactiveComputer reactive) {
		this.reactive = reactive;
	}

	/**
	 * Click with the left button: tool {@code click_mouse}.
	 * @param x where, to the right
	 * @param y where, down
	 * @return whether it was clicked
	 * @throws IllegalArgumentException if a place is negative
	 */
	public OperationResult clickMouse(int x, int y) {
		return Blocking.await(this.reactive.clickMouse(x, y));
	}

	/**
	 * Click: tool {@code click_mouse}.
	 * @param x where, to the right
	 * @param y where, down
	 * @param button the button
	 * @return whether it was clicked
	 * @throws IllegalArgumentException if a place is negative or the button {@code null}
	 */
	public OperationResult clickMouse(int x, int y, MouseButton button) {
		return Blocking.await(this.reactive.clickMouse(x, y, button));
	}

	/**
	 * Move the pointer: tool {@code move_mouse}.
	 * @param x where to, to the right
	 * @param y where to, down
	 * @return whether it was moved
	 * @throws IllegalArgumentException if a place is negative
	 */
	public OperationResult moveMouse(int x, int y) {
		return Blocking.await(this.reactive.moveMouse(x, y));
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
	public OperationResult dragMouse(int fromX, int fromY, int toX, int toY) {
		return Blocking.await(this.reactive.dragMouse(fromX, fromY, toX, toY));
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
	public OperationResult dragMouse(int fromX, int fromY, int toX, int toY, MouseButton button) {
		return Blocking.await(this.reactive.dragMouse(fromX, fromY, toX, toY, button));
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
	public OperationResult scroll(int x, int y, ScrollDirection direction) {
		return Blocking.await(this.reactive.scroll(x, y, direction));
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
	public OperationResult scroll(int x, int y, ScrollDirection direction, int amount) {
		return Blocking.await(this.reactive.scroll(x, y, direction, amount));
	}

	/**
	 * Tell where the pointer is: tool {@code get_cursor_position}.
	 * @return the place
	 */
	public CursorPositionResult getCursorPosition() {
		return Blocking.await(this.reactive.getCursorPosition());
	}

	/**
	 * Type a text where the focus is: tool {@code input_text}.
	 * @param text the text
	 * @return whether it was typed
	 * @throws IllegalArgumentException if the text is {@code null} or empty
	 */
	public OperationResult inputText(String text) {
		return Blocking.await(this.reactive.inputText(text));
	}

	/**
	 * Press keys together and let them go: tool {@code press_keys}.
	 * @param keys the keys, in any letter case and by their usual short names, such as
	 * {@code ctrl} and {@code c}
	 * @return whether they were pressed
	 * @throws IllegalArgumentException if there is no key or one without name
	 */
	public OperationResult pressKeys(List<String> keys) {
		return Blocking.await(this.reactive.pressKeys(keys));
	}

	/**
	 * Press keys together: tool {@code press_keys}.
	 * @param keys the keys, in any letter case and by their usual short names, such as
	 * {@code ctrl} and {@code c}
	 * @param hold whether they stay down until {@link #releaseKeys(List)}
	 * @return whether they were pressed
	 * @throws IllegalArgumentException if there is no key or one without name
	 */
	public OperationResult pressKeys(List<String> keys, boolean hold) {
		return Blocking.await(this.reactive.pressKeys(keys, hold));
	}

	/**
	 * Let keys go that are held: tool {@code release_keys}.
	 * @param keys the keys, named as for {@link #pressKeys(List)}
	 * @return whether they were let go
	 * @throws IllegalArgumentException if there is no key or one without name
	 */
	public OperationResult releaseKeys(List<String> keys) {
		return Blocking.await(this.reactive.releaseKeys(keys));
	}

	/**
	 * Tell the size of the screen: tool {@code get_screen_size}.
	 * @return the size
	 */
	public ScreenSizeResult getScreenSize() {
		return Blocking.await(this.reactive.getScreenSize());
	}

	/**
	 * Take a picture of the screen and leave it where it can be fetched: tool
	 * {@code system_screenshot}. Sessions with a direct link do not offer it, which is a
	 * failed result.
	 * @return its address, which expires after about an hour
	 */
	public ScreenshotUrlResult screenshot() {
		return Blocking.await(this.reactive.screenshot());
	}

	/**
	 * Take a picture of the screen in PNG: tool {@code screenshot}. Only sessions with a
	 * direct link offer it; without one it is a failed result.
	 * @return the picture
	 */
	public ScreenshotResult betaTakeScreenshot() {
		return Blocking.await(this.reactive.betaTakeScreenshot());
	}

	/**
	 * Take a picture of the screen: tool {@code screenshot}. Only sessions with a direct
	 * link offer it; without one it is a failed result.
	 * @param format the format of the picture
	 * @return the picture
	 * @throws IllegalArgumentException if the format is {@code null}
	 */
	public ScreenshotResult betaTakeScreenshot(ScreenshotFormat format) {
		return Blocking.await(this.reactive.betaTakeScreenshot(format));
	}

	/**
	 * List the windows, waiting for at most three seconds: tool
	 * {@code list_root_windows}.
	 * @return the windows
	 */
	public WindowListResult listRootWindows() {
		return Blocking.await(this.reactive.listRootWindows());
	}

	/**
	 * List the windows: tool {@code list_root_windows}.
	 * @param timeout how long the session may take, at least one millisecond
	 * @return the windows
	 * @throws IllegalArgumentException if the time is too short
	 */
	public WindowListResult listRootWindows(Duration timeout) {
		return Blocking.await(this.reactive.listRootWindows(timeout));
	}

	/**
	 * Tell which window has the focus: tool {@code get_active_window}.
	 * @return the window
	 */
	public WindowResult getActiveWindow() {
		return Blocking.await(this.reactive.getActiveWindow());
	}

	/**
	 * Give a window the focus and put it before the others: tool {@code activate_window}.
	 * @param windowId the window
	 * @return whether it was
	 * @throws IllegalArgumentException if the id is negative
	 */
	public OperationResult activateWindow(long windowId) {
		return Blocking.await(this.reactive.activateWindow(windowId));
	}

	/**
	 * Ask a window to close: tool {@code close_window}.
	 * @param windowId the window
	 * @return whether it was asked
	 * @throws IllegalArgumentException if the id is negative
	 */
	public OperationResult closeWindow(long windowId) {
		return Blocking.await(this.reactive.closeWindow(windowId));
	}

	/**
	 * Let a window fill the desktop: tool {@code maximize_window}.
	 * @param windowId the window
	 * @return whether it does
	 * @throws IllegalArgumentException if the id is negative
	 */
	public OperationResult maximizeWindow(long windowId) {
		return Blocking.await(this.reactive.maximizeWindow(windowId));
	}

	/**
	 * Hide a window: tool {@code minimize_window}.
	 * @param windowId the window
	 * @return whether it is hidden
	 * @throws IllegalArgumentException if the id is negative
	 */
	public OperationResult minimizeWindow(long windowId) {
		return Blocking.await(this.reactive.minimizeWindow(windowId));
	}

	/**
	 * Show a window in its ordinary size: tool {@code restore_window}.
	 * @param windowId the window
	 * @return whether it is shown
	 * @throws IllegalArgumentException if the id is negative
	 */
	public OperationResult restoreWindow(long windowId) {
		return Blocking.await(this.reactive.restoreWindow(windowId));
	}

	/**
	 * Let a window fill the screen, without its frame: tool {@code fullscreen_window}.
	 * @param windowId the window
	 * @return whether it does
	 * @throws IllegalArgumentException if the id is negative
	 */
	public OperationResult fullscreenWindow(long windowId) {
		return Blocking.await(this.reactive.fullscreenWindow(windowId));
	}

	/**
	 * Give a window another size: tool {@code resize_window}.
	 * @param windowId the window
	 * @param width its new width in pixels
	 * @param height its new height in pixels
	 * @return whether the session did
	 * @throws IllegalArgumentException if the id is negative or a length not positive
	 */
	public OperationResult resizeWindow(long windowId, int width, int height) {
		return Blocking.await(this.reactive.resizeWindow(windowId, width, height));
	}

	/**
	 * Show the active window only, or the others as well again: tool {@code focus_mode}.
	 * @param on whether to
	 * @return whether the session did
	 */
	public OperationResult focusMode(boolean on) {
		return Blocking.await(this.reactive.focusMode(on));
	}

	/**
	 * List the applications of the start menu, without those of the system: tool
	 * {@code get_installed_apps}.
	 * @return the applications
	 */
	public InstalledAppListResult getInstalledApps() {
		return Blocking.await(this.reactive.getInstalledApps());
	}

	/**
	 * List the installed applications: tool {@code get_installed_apps}.
	 * @param filter which ones
	 * @return the applications
	 * @throws IllegalArgumentException if the filter is {@code null}
	 */
	public InstalledAppListResult getInstalledApps(AppFilter filter) {
		return Blocking.await(this.reactive.getInstalledApps(filter));
	}

	/**
	 * Start an application: tool {@code start_app}.
	 * @param startCommand what starts it
	 * @return the processes that were started
	 * @throws IllegalArgumentException if the command is blank
	 */
	public AppProcessListResult startApp(String startCommand) {
		return Blocking.await(this.reactive.startApp(startCommand));
	}

	/**
	 * Start an application: tool {@code start_app}.
	 * @param startCommand what starts it
	 * @param workDirectory the directory to start it in, {@code null} for the default
	 * @param activity of no use on a computer, {@code null}
	 * @return the processes that were started
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public AppProcessListResult startApp(String startCommand, @Nullable String workDirectory,
			@Nullable String activity) {
		return Blocking.await(this.reactive.startApp(startCommand, workDirectory, activity));
	}

	/**
	 * List the processes that have a window: tool {@code list_visible_apps}.
	 * @return the processes
	 */
	public AppProcessListResult listVisibleApps() {
		return Blocking.await(this.reactive.listVisibleApps());
	}

	/**
	 * Stop all processes of a name: tool {@code stop_app_by_pname}.
	 * @param processName the name
	 * @return whether they were stopped
	 * @throws IllegalArgumentException if the name is blank
	 */
	public OperationResult stopAppByPname(String processName) {
		return Blocking.await(this.reactive.stopAppByPname(processName));
	}

	/**
	 * Stop a process: tool {@code stop_app_by_pid}.
	 * @param pid its number
	 * @return whether it was stopped
	 * @throws IllegalArgumentException if the number is not positive
	 */
	public OperationResult stopAppByPid(long pid) {
		return Blocking.await(this.reactive.stopAppByPid(pid));
	}

	/**
	 * Stop an application by a command: tool {@code stop_app_by_cmd}.
	 * @param stopCommand what stops it
	 * @return whether it was stopped
	 * @throws IllegalArgumentException if the command is blank
	 */
	public OperationResult stopAppByCmd(String stopCommand) {
		return Blocking.await(this.reactive.stopAppByCmd(stopCommand));
	}

}
