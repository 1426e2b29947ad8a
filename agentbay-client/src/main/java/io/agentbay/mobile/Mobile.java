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

package io.agentbay.mobile;

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
 * The phone of a session; waits for each operation. Made for the image
 * {@code mobile_latest}. Places are pixels from the upper left corner of the screen. The
 * blocking twin of {@link ReactiveMobile}.
 */
public final class Mobile {

	private final ReactiveMobile reactive;

	/**
	 * Create the blocking twin.
	 * @param reactive the feature
	 */
	public Mobile(ReactiveMobile reactive) {
		this.reactive = reactive;
	}

	/**
	 * Tap: tool {@code tap}.
	 * @param x where, to the right
	 * @param y where, down
	 * @return whether it was tapped
	 * @throws IllegalArgumentException if a place is negative
	 */
	public OperationResult tap(int x, int y) {
		return Blocking.await(this.reactive.tap(x, y));
	}

	/**
	 * Swipe in 300 milliseconds: tool {@code swipe}.
	 * @param startX from where, to the right
	 * @param startY from where, down
	 * @param endX where to, to the right
	 * @param endY where to, down
	 * @return whether it was swiped
	 * @throws IllegalArgumentException if a place is negative
	 */
	public OperationResult swipe(int startX, int startY, int endX, int endY) {
		return Blocking.await(this.reactive.swipe(startX, startY, endX, endY));
	}

	/**
	 * Swipe: tool {@code swipe}.
	 * @param startX from where, to the right
	 * @param startY from where, down
	 * @param endX where to, to the right
	 * @param endY where to, down
	 * @param duration how long it takes, in whole milliseconds
	 * @return whether it was swiped
	 * @throws IllegalArgumentException if a place is negative, or the time is not
	 * positive
	 */
	public OperationResult swipe(int startX, int startY, int endX, int endY, Duration duration) {
		return Blocking.await(this.reactive.swipe(startX, startY, endX, endY, duration));
	}

	/**
	 * Type a text where the focus is: tool {@code input_text}. It fails when nothing that
	 * takes text has the focus.
	 * @param text the text
	 * @return whether it was typed
	 * @throws IllegalArgumentException if the text is {@code null} or empty
	 */
	public OperationResult inputText(String text) {
		return Blocking.await(this.reactive.inputText(text));
	}

	/**
	 * Press a key: tool {@code send_key}.
	 * @param key the key
	 * @return whether it was pressed
	 * @throws IllegalArgumentException if the key is {@code null}
	 */
	public OperationResult sendKey(KeyCode key) {
		return Blocking.await(this.reactive.sendKey(key));
	}

	/**
	 * Press a key that has no name here: tool {@code send_key}.
	 * @param key its number in Android
	 * @return whether it was pressed
	 * @throws IllegalArgumentException if the number is negative
	 */
	public OperationResult sendKey(int key) {
		return Blocking.await(this.reactive.sendKey(key));
	}

	/**
	 * List what can be tapped, waiting for at most two seconds: tool
	 * {@code get_clickable_ui_elements}.
	 * @return the elements
	 */
	public UiElementsResult getClickableUiElements() {
		return Blocking.await(this.reactive.getClickableUiElements());
	}

	/**
	 * List what can be tapped: tool {@code get_clickable_ui_elements}.
	 * @param timeout how long the phone may take, in whole milliseconds
	 * @return the elements
	 * @throws IllegalArgumentException if the time is not positive
	 */
	public UiElementsResult getClickableUiElements(Duration timeout) {
		return Blocking.await(this.reactive.getClickableUiElements(timeout));
	}

	/**
	 * List all that is shown, waiting for at most two seconds: tool
	 * {@code get_all_ui_elements}.
	 * @return the elements
	 */
	public UiElementsResult getAllUiElements() {
		return Blocking.await(this.reactive.getAllUiElements());
	}

	/**
	 * List all that is shown: tool {@code get_all_ui_elements}.
	 * @param timeout how long the phone may take, in whole milliseconds
	 * @param format in which format the phone is to answer
	 * @return the elements
	 * @throws IllegalArgumentException if the time is not positive or the format
	 * {@code null}
	 */
	public UiElementsResult getAllUiElements(Duration timeout, UiFormat format) {
		return Blocking.await(this.reactive.getAllUiElements(timeout, format));
	}

	/**
	 * List the installed apps that the launcher shows, without those of the system: tool
	 * {@code get_installed_apps}.
	 * @return the apps
	 */
	public InstalledAppListResult getInstalledApps() {
		return Blocking.await(this.reactive.getInstalledApps());
	}

	/**
	 * List the installed apps: tool {@code get_installed_apps}.
	 * @param filter which ones
	 * @return the apps
	 * @throws IllegalArgumentException if the filter is {@code null}
	 */
	public InstalledAppListResult getInstalledApps(AppFilter filter) {
		return Blocking.await(this.reactive.getInstalledApps(filter));
	}

	/**
	 * Start an app: tool {@code start_app}.
	 * @param startCommand what starts it, such as
	 * {@code monkey -p com.example.app -c android.intent.category.LAUNCHER 1}
	 * @return the processes that were started
	 * @throws IllegalArgumentException if the command is blank
	 */
	public AppProcessListResult startApp(String startCommand) {
		return Blocking.await(this.reactive.startApp(startCommand));
	}

	/**
	 * Start an app: tool {@code start_app}.
	 * @param startCommand what starts it
	 * @param workDirectory the directory to start it in, {@code null} for the default
	 * @param activity the activity to start, such as {@code .SettingsActivity};
	 * {@code null} for the app's first one
	 * @return the processes that were started
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public AppProcessListResult startApp(String startCommand, @Nullable String workDirectory,
			@Nullable String activity) {
		return Blocking.await(this.reactive.startApp(startCommand, workDirectory, activity));
	}

	/**
	 * Stop an app: tool {@code stop_app_by_cmd}.
	 * @param stopCommand what stops it, such as {@code am force-stop com.example.app}
	 * @return whether it was stopped
	 * @throws IllegalArgumentException if the command is blank
	 */
	public OperationResult stopAppByCmd(String stopCommand) {
		return Blocking.await(this.reactive.stopAppByCmd(stopCommand));
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
	 * Take a picture in PNG of what is shown and what comes by scrolling, up to four
	 * screens: tool {@code long_screenshot}.
	 * @return the picture
	 */
	public ScreenshotResult betaTakeLongScreenshot() {
		return Blocking.await(this.reactive.betaTakeLongScreenshot());
	}

	/**
	 * Take a picture of what is shown and what comes by scrolling: tool
	 * {@code long_screenshot}.
	 * @param maxScreens how many screens it covers at most, from 2 to 10
	 * @param format the format of the picture
	 * @param quality the quality of a JPEG, from 1 to 100; {@code null} for the default
	 * @return the picture
	 * @throws IllegalArgumentException if a number is out of range or the format
	 * {@code null}
	 */
	public ScreenshotResult betaTakeLongScreenshot(int maxScreens, ScreenshotFormat format, @Nullable Integer quality) {
		return Blocking.await(this.reactive.betaTakeLongScreenshot(maxScreens, format, quality));
	}

	/**
	 * Tell how to connect with {@code adb}: action {@code GetAdbLink}.
	 * @param adbPublicKey the public key of the {@code adb} that will connect, the
	 * content of its {@code adbkey.pub}
	 * @return the command that connects
	 * @throws IllegalArgumentException if the key is blank
	 */
	public AdbUrlResult getAdbUrl(String adbPublicKey) {
		return Blocking.await(this.reactive.getAdbUrl(adbPublicKey));
	}

	/**
	 * Configure the phone: tool {@code shell}, once for each setting. The first one that
	 * fails is the result; those after it are left out.
	 * @param config the settings
	 * @return whether all were made
	 * @throws IllegalArgumentException if the settings are {@code null}
	 */
	public OperationResult configure(MobileExtraConfig config) {
		return Blocking.await(this.reactive.configure(config));
	}

	/**
	 * Lock the resolution of the screen or free it: tool {@code shell}.
	 * @param lock whether to lock it
	 * @return whether the phone did
	 */
	public OperationResult setResolutionLock(boolean lock) {
		return Blocking.await(this.reactive.setResolutionLock(lock));
	}

	/**
	 * Allow these apps and no others: tool {@code shell}.
	 * @param packageNames their packages
	 * @return whether the phone did
	 * @throws IllegalArgumentException if there is none or a name is not a package name
	 */
	public OperationResult setAppWhitelist(List<String> packageNames) {
		return Blocking.await(this.reactive.setAppWhitelist(packageNames));
	}

	/**
	 * Forbid these apps: tool {@code shell}.
	 * @param packageNames their packages
	 * @return whether the phone did
	 * @throws IllegalArgumentException if there is none or a name is not a package name
	 */
	public OperationResult setAppBlacklist(List<String> packageNames) {
		return Blocking.await(this.reactive.setAppBlacklist(packageNames));
	}

	/**
	 * Hide or show the navigation bar: tool {@code shell}.
	 * @param hide whether to hide it
	 * @return whether the phone did
	 */
	public OperationResult setNavigationBarVisibility(boolean hide) {
		return Blocking.await(this.reactive.setNavigationBarVisibility(hide));
	}

	/**
	 * Keep apps from being uninstalled: tool {@code shell}.
	 * @param packageNames their packages
	 * @return whether the phone did
	 * @throws IllegalArgumentException if there is none or a name is not a package name
	 */
	public OperationResult setUninstallBlacklist(List<String> packageNames) {
		return Blocking.await(this.reactive.setUninstallBlacklist(packageNames));
	}

}
