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

package io.agentbay.internal.blocking;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import io.agentbay.computer.Computer;
import io.agentbay.computer.CursorPosition;
import io.agentbay.computer.MouseButton;
import io.agentbay.computer.ReactiveComputer;
import io.agentbay.computer.ScreenSize;
import io.agentbay.computer.ScrollDirection;
import io.agentbay.computer.Window;
import io.agentbay.device.AppFilter;
import io.agentbay.device.AppProcess;
import io.agentbay.device.InstalledApp;
import io.agentbay.device.Screenshot;
import io.agentbay.device.ScreenshotFormat;
import io.agentbay.device.StartAppOptions;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveComputer}.
 */
public final class BlockingComputer implements Computer {

	private final ReactiveComputer reactive;

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingComputer(ReactiveComputer reactive) {
		this.reactive = reactive;
	}

	@Override
	public void clickMouse(int x, int y, MouseButton button) {
		Blocking.run(this.reactive.clickMouse(x, y, button));
	}

	@Override
	public void moveMouse(int x, int y) {
		Blocking.run(this.reactive.moveMouse(x, y));
	}

	@Override
	public void dragMouse(int fromX, int fromY, int toX, int toY, MouseButton button) {
		Blocking.run(this.reactive.dragMouse(fromX, fromY, toX, toY, button));
	}

	@Override
	public void scroll(int x, int y, ScrollDirection direction, int amount) {
		Blocking.run(this.reactive.scroll(x, y, direction, amount));
	}

	@Override
	public CursorPosition fetchCursorPosition() {
		return Blocking.await(this.reactive.fetchCursorPosition());
	}

	@Override
	public void pressKeys(List<String> keys) {
		Blocking.run(this.reactive.pressKeys(keys));
	}

	@Override
	public void holdKeys(List<String> keys) {
		Blocking.run(this.reactive.holdKeys(keys));
	}

	@Override
	public void releaseKeys(List<String> keys) {
		Blocking.run(this.reactive.releaseKeys(keys));
	}

	@Override
	public ScreenSize fetchScreenSize() {
		return Blocking.await(this.reactive.fetchScreenSize());
	}

	@Override
	public List<Window> listWindows(Duration timeout) {
		return Blocking.list(this.reactive.listWindows(timeout));
	}

	@Override
	public Window fetchActiveWindow() {
		return Blocking.await(this.reactive.fetchActiveWindow());
	}

	@Override
	public void activateWindow(long windowId) {
		Blocking.run(this.reactive.activateWindow(windowId));
	}

	@Override
	public void closeWindow(long windowId) {
		Blocking.run(this.reactive.closeWindow(windowId));
	}

	@Override
	public void maximizeWindow(long windowId) {
		Blocking.run(this.reactive.maximizeWindow(windowId));
	}

	@Override
	public void minimizeWindow(long windowId) {
		Blocking.run(this.reactive.minimizeWindow(windowId));
	}

	@Override
	public void restoreWindow(long windowId) {
		Blocking.run(this.reactive.restoreWindow(windowId));
	}

	@Override
	public void fullscreenWindow(long windowId) {
		Blocking.run(this.reactive.fullscreenWindow(windowId));
	}

	@Override
	public void resizeWindow(long windowId, int width, int height) {
		Blocking.run(this.reactive.resizeWindow(windowId, width, height));
	}

	@Override
	public void enterFocusMode() {
		Blocking.run(this.reactive.enterFocusMode());
	}

	@Override
	public void leaveFocusMode() {
		Blocking.run(this.reactive.leaveFocusMode());
	}

	@Override
	public List<AppProcess> listVisibleApps() {
		return Blocking.list(this.reactive.listVisibleApps());
	}

	@Override
	public void stopProcesses(String processName) {
		Blocking.run(this.reactive.stopProcesses(processName));
	}

	@Override
	public void stopProcess(long pid) {
		Blocking.run(this.reactive.stopProcess(pid));
	}

	@Override
	public void inputText(String text) {
		Blocking.run(this.reactive.inputText(text));
	}

	@Override
	public Screenshot screenshot(ScreenshotFormat format) {
		return Blocking.await(this.reactive.screenshot(format));
	}

	@Override
	public URI screenshotUrl() {
		return Blocking.await(this.reactive.screenshotUrl());
	}

	@Override
	public List<InstalledApp> listInstalledApps(AppFilter filter) {
		return Blocking.list(this.reactive.listInstalledApps(filter));
	}

	@Override
	public List<AppProcess> startApp(String startCommand, StartAppOptions options) {
		return Blocking.await(this.reactive.startApp(startCommand, options));
	}

	@Override
	public void stopApp(String stopCommand) {
		Blocking.run(this.reactive.stopApp(stopCommand));
	}

	@Override
	public ReactiveComputer reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingComputer that && this.reactive.equals(that.reactive);
	}

	@Override
	public int hashCode() {
		return this.reactive.hashCode();
	}

	@Override
	public String toString() {
		return this.reactive.toString();
	}

}
