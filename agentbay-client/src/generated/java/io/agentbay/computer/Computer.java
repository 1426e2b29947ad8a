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
// Written by agentbay-face from ReactiveComputer. Change that, not this.

package io.agentbay.computer;

import java.time.Duration;
import java.util.List;

import io.agentbay.device.AppProcess;
import io.agentbay.device.Device;

/**
 * The desktop of a session. Made for the images {@code linux_latest} and
 * {@code windows_latest}. Places are pixels from the upper left corner of the screen.
 * What a tool of the session refuses, such as a window that is gone, is a
 * {@link io.agentbay.error.ToolFailedException}. Called by applications: new methods may
 * be added in minor releases.
 *
 * @since 0.1.0
 */
public interface Computer extends Device {

	/**
	 * Click with the left button: tool {@code click_mouse}.
	 * @param x where, to the right
	 * @param y where, down
	 * @throws IllegalArgumentException if a place is negative
	 */
	default void clickMouse(int x, int y) {
		clickMouse(x, y, MouseButton.LEFT);
	}

	/**
	 * Click: tool {@code click_mouse}.
	 * @param x where, to the right
	 * @param y where, down
	 * @param button the button
	 * @throws IllegalArgumentException if a place is negative or the button {@code null}
	 */
	void clickMouse(int x, int y, MouseButton button);

	/**
	 * Move the pointer: tool {@code move_mouse}.
	 * @param x where to, to the right
	 * @param y where to, down
	 * @throws IllegalArgumentException if a place is negative
	 */
	void moveMouse(int x, int y);

	/**
	 * Drag with the left button: tool {@code drag_mouse}.
	 * @param fromX from where, to the right
	 * @param fromY from where, down
	 * @param toX where to, to the right
	 * @param toY where to, down
	 * @throws IllegalArgumentException if a place is negative
	 */
	default void dragMouse(int fromX, int fromY, int toX, int toY) {
		dragMouse(fromX, fromY, toX, toY, MouseButton.LEFT);
	}

	/**
	 * Drag: tool {@code drag_mouse}.
	 * @param fromX from where, to the right
	 * @param fromY from where, down
	 * @param toX where to, to the right
	 * @param toY where to, down
	 * @param button the button that is held; not {@link MouseButton#DOUBLE_LEFT}
	 * @throws IllegalArgumentException if a place is negative or the button cannot be
	 * held
	 */
	void dragMouse(int fromX, int fromY, int toX, int toY, MouseButton button);

	/**
	 * Turn the wheel by one step: tool {@code scroll}.
	 * @param x where, to the right
	 * @param y where, down
	 * @param direction where to scroll
	 * @throws IllegalArgumentException if a place is negative or the direction
	 * {@code null}
	 */
	default void scroll(int x, int y, ScrollDirection direction) {
		scroll(x, y, direction, 1);
	}

	/**
	 * Turn the wheel: tool {@code scroll}.
	 * @param x where, to the right
	 * @param y where, down
	 * @param direction where to scroll
	 * @param amount by how many steps, at least one
	 * @throws IllegalArgumentException if a place is negative, the direction {@code null}
	 * or the amount not positive
	 */
	void scroll(int x, int y, ScrollDirection direction, int amount);

	/**
	 * Tell where the pointer is: tool {@code get_cursor_position}.
	 * @return the place
	 */
	CursorPosition fetchCursorPosition();

	/**
	 * Press keys together and let them go: tool {@code press_keys}.
	 * @param keys the keys, in any letter case and by their usual short names, such as
	 * {@code ctrl} and {@code c}
	 * @throws IllegalArgumentException if there is no key or one without name
	 */
	void pressKeys(List<String> keys);

	/**
	 * Press keys together and hold them down until {@link #releaseKeys(List)}: tool
	 * {@code press_keys}.
	 * @param keys the keys, named as for {@link #pressKeys(List)}
	 * @throws IllegalArgumentException if there is no key or one without name
	 */
	void holdKeys(List<String> keys);

	/**
	 * Let keys go that are held: tool {@code release_keys}.
	 * @param keys the keys, named as for {@link #pressKeys(List)}
	 * @throws IllegalArgumentException if there is no key or one without name
	 */
	void releaseKeys(List<String> keys);

	/**
	 * Tell the size of the screen: tool {@code get_screen_size}.
	 * @return the size
	 */
	ScreenSize fetchScreenSize();

	/**
	 * List the windows that belong to no other one, waiting for at most three seconds:
	 * tool {@code list_root_windows}.
	 * @return the windows
	 */
	default List<Window> listWindows() {
		return listWindows(Duration.ofSeconds(3));
	}

	/**
	 * List the windows that belong to no other one: tool {@code list_root_windows}.
	 * @param timeout how long the session may take, at least one millisecond
	 * @return the windows
	 * @throws IllegalArgumentException if the time is too short
	 */
	List<Window> listWindows(Duration timeout);

	/**
	 * Tell which window has the focus: tool {@code get_active_window}. That none has is a
	 * failure of the tool.
	 * @return the window
	 */
	Window fetchActiveWindow();

	/**
	 * Give a window the focus and put it before the others: tool {@code activate_window}.
	 * @param windowId the window
	 * @throws IllegalArgumentException if the id is negative
	 */
	void activateWindow(long windowId);

	/**
	 * Ask a window to close: tool {@code close_window}.
	 * @param windowId the window
	 * @throws IllegalArgumentException if the id is negative
	 */
	void closeWindow(long windowId);

	/**
	 * Let a window fill the desktop: tool {@code maximize_window}.
	 * @param windowId the window
	 * @throws IllegalArgumentException if the id is negative
	 */
	void maximizeWindow(long windowId);

	/**
	 * Hide a window: tool {@code minimize_window}.
	 * @param windowId the window
	 * @throws IllegalArgumentException if the id is negative
	 */
	void minimizeWindow(long windowId);

	/**
	 * Show a window in its ordinary size: tool {@code restore_window}.
	 * @param windowId the window
	 * @throws IllegalArgumentException if the id is negative
	 */
	void restoreWindow(long windowId);

	/**
	 * Let a window fill the screen, without its frame: tool {@code fullscreen_window}.
	 * @param windowId the window
	 * @throws IllegalArgumentException if the id is negative
	 */
	void fullscreenWindow(long windowId);

	/**
	 * Give a window another size: tool {@code resize_window}.
	 * @param windowId the window
	 * @param width its new width in pixels
	 * @param height its new height in pixels
	 * @throws IllegalArgumentException if the id is negative or a length not positive
	 */
	void resizeWindow(long windowId, int width, int height);

	/**
	 * Show the active window only: tool {@code focus_mode}.
	 */
	void enterFocusMode();

	/**
	 * Show all windows again: tool {@code focus_mode}.
	 */
	void leaveFocusMode();

	/**
	 * List the processes that have a window: tool {@code list_visible_apps}.
	 * @return the processes
	 */
	List<AppProcess> listVisibleApps();

	/**
	 * Stop all processes of a name: tool {@code stop_app_by_pname}.
	 * @param processName the name
	 * @throws IllegalArgumentException if the name is blank
	 */
	void stopProcesses(String processName);

	/**
	 * Stop a process: tool {@code stop_app_by_pid}.
	 * @param pid its number
	 * @throws IllegalArgumentException if the number is not positive
	 */
	void stopProcess(long pid);

	/**
	 * Return the reactive face of this: what one does, the other sees.
	 * @return the reactive face
	 */
	@Override
	ReactiveComputer reactive();

}
