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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.agentbay.command.ReactiveCommand;
import io.agentbay.device.AppFilter;
import io.agentbay.device.AppProcessListResult;
import io.agentbay.device.InstalledAppListResult;
import io.agentbay.device.ScreenshotFormat;
import io.agentbay.device.ScreenshotResult;
import io.agentbay.device.ScreenshotUrlResult;
import io.agentbay.error.FailureKind;
import io.agentbay.internal.api.AgentBayApi;
import io.agentbay.internal.device.DeviceSettings;
import io.agentbay.internal.device.DeviceTools;
import io.agentbay.internal.device.PackageNames;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.internal.tool.ToolAnswer;
import io.agentbay.result.OperationResult;
import io.agentbay.result.Outcome;
import io.agentbay.tool.ToolCall;
import io.agentbay.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * The phone of a session. Made for the image {@code mobile_latest}. Places are pixels
 * from the upper left corner of the screen.
 */
public final class ReactiveMobile {

	private static final Duration DEFAULT_SWIPE = Duration.ofMillis(300);

	private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(2);

	private static final int DEFAULT_SCREENS = 4;

	private final DeviceTools tools;

	private final DeviceSettings settings;

	private final AgentBayApi api;

	private final String sessionId;

	/**
	 * Create the feature for a session.
	 * @param tools the tools of the session
	 * @param command runs commands in the session
	 * @param api the actions
	 * @param sessionId the session
	 */
	public ReactiveMobile(SessionTools tools, ReactiveCommand command, AgentBayApi api, String sessionId) {
		this.tools = new DeviceTools(tools);
		this.settings = new DeviceSettings(command);
		this.api = api;
		this.sessionId = sessionId;
	}

	/**
	 * Tap: tool {@code tap}.
	 * @param x where, to the right
	 * @param y where, down
	 * @return whether it was tapped
	 * @throws IllegalArgumentException if a place is negative
	 */
	public Mono<OperationResult> tap(int x, int y) {
		requirePlace(x, "x");
		requirePlace(y, "y");
		return this.tools.operate("tap", Map.of("x", x, "y", y));
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
	public Mono<OperationResult> swipe(int startX, int startY, int endX, int endY) {
		return swipe(startX, startY, endX, endY, DEFAULT_SWIPE);
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
	public Mono<OperationResult> swipe(int startX, int startY, int endX, int endY, Duration duration) {
		requirePlace(startX, "startX");
		requirePlace(startY, "startY");
		requirePlace(endX, "endX");
		requirePlace(endY, "endY");
		requireTime(duration, "duration");
		return this.tools.operate("swipe", Map.of("start_x", startX, "start_y", startY, "end_x", endX, "end_y", endY,
				"duration_ms", duration.toMillis()));
	}

	/**
	 * Type a text where the focus is: tool {@code input_text}. It fails when nothing that
	 * takes text has the focus.
	 * @param text the text
	 * @return whether it was typed
	 * @throws IllegalArgumentException if the text is {@code null} or empty
	 */
	public Mono<OperationResult> inputText(String text) {
		return this.tools.inputText(text);
	}

	/**
	 * Press a key: tool {@code send_key}.
	 * @param key the key
	 * @return whether it was pressed
	 * @throws IllegalArgumentException if the key is {@code null}
	 */
	public Mono<OperationResult> sendKey(KeyCode key) {
		Assert.notNull(key, "'key' must not be null");
		return sendKey(key.value());
	}

	/**
	 * Press a key that has no name here: tool {@code send_key}.
	 * @param key its number in Android
	 * @return whether it was pressed
	 * @throws IllegalArgumentException if the number is negative
	 */
	public Mono<OperationResult> sendKey(int key) {
		requirePlace(key, "key");
		return this.tools.operate("send_key", Map.of("key", key));
	}

	/**
	 * List what can be tapped, waiting for at most two seconds: tool
	 * {@code get_clickable_ui_elements}.
	 * @return the elements
	 */
	public Mono<UiElementsResult> getClickableUiElements() {
		return getClickableUiElements(DEFAULT_TIMEOUT);
	}

	/**
	 * List what can be tapped: tool {@code get_clickable_ui_elements}.
	 * @param timeout how long the phone may take, in whole milliseconds
	 * @return the elements
	 * @throws IllegalArgumentException if the time is not positive
	 */
	public Mono<UiElementsResult> getClickableUiElements(Duration timeout) {
		requireTime(timeout, "timeout");
		ToolCall call = ToolCall.of("get_clickable_ui_elements", Map.of("timeout_ms", timeout.toMillis()));
		return this.tools.call(call).map((result) -> elements(result, call.tool(), UiFormat.JSON));
	}

	/**
	 * List all that is shown, waiting for at most two seconds: tool
	 * {@code get_all_ui_elements}.
	 * @return the elements
	 */
	public Mono<UiElementsResult> getAllUiElements() {
		return getAllUiElements(DEFAULT_TIMEOUT, UiFormat.JSON);
	}

	/**
	 * List all that is shown: tool {@code get_all_ui_elements}.
	 * @param timeout how long the phone may take, in whole milliseconds
	 * @param format in which format the phone is to answer
	 * @return the elements
	 * @throws IllegalArgumentException if the time is not positive or the format
	 * {@code null}
	 */
	public Mono<UiElementsResult> getAllUiElements(Duration timeout, UiFormat format) {
		requireTime(timeout, "timeout");
		Assert.notNull(format, "'format' must not be null");
		ToolCall call = ToolCall.of("get_all_ui_elements",
				Map.of("timeout_ms", timeout.toMillis(), "format", format.wireName()));
		return this.tools.call(call).map((result) -> elements(result, call.tool(), format));
	}

	private static UiElementsResult elements(ToolResult result, String tool, UiFormat format) {
		if (!result.success()) {
			return new UiElementsResult(result.outcome(), List.of(), "", format);
		}
		if (format == UiFormat.XML) {
			return new UiElementsResult(result.outcome(), List.of(), result.text(), format);
		}
		ToolAnswer<List<UiElement>> answer = ToolAnswer.ofArray(result, tool, UiElement::read);
		List<UiElement> elements = answer.value();
		return new UiElementsResult(answer.outcome(), Objects.requireNonNullElse(elements, List.of()),
				(elements != null) ? result.text() : "", format);
	}

	/**
	 * List the installed apps that the launcher shows, without those of the system: tool
	 * {@code get_installed_apps}.
	 * @return the apps
	 */
	public Mono<InstalledAppListResult> getInstalledApps() {
		return getInstalledApps(AppFilter.defaults());
	}

	/**
	 * List the installed apps: tool {@code get_installed_apps}.
	 * @param filter which ones
	 * @return the apps
	 * @throws IllegalArgumentException if the filter is {@code null}
	 */
	public Mono<InstalledAppListResult> getInstalledApps(AppFilter filter) {
		return this.tools.installedApps(filter);
	}

	/**
	 * Start an app: tool {@code start_app}.
	 * @param startCommand what starts it, such as
	 * {@code monkey -p com.example.app -c android.intent.category.LAUNCHER 1}
	 * @return the processes that were started
	 * @throws IllegalArgumentException if the command is blank
	 */
	public Mono<AppProcessListResult> startApp(String startCommand) {
		return startApp(startCommand, null, null);
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
	public Mono<AppProcessListResult> startApp(String startCommand, @Nullable String workDirectory,
			@Nullable String activity) {
		return this.tools.startApp(startCommand, workDirectory, activity);
	}

	/**
	 * Stop an app: tool {@code stop_app_by_cmd}.
	 * @param stopCommand what stops it, such as {@code am force-stop com.example.app}
	 * @return whether it was stopped
	 * @throws IllegalArgumentException if the command is blank
	 */
	public Mono<OperationResult> stopAppByCmd(String stopCommand) {
		return this.tools.stopAppByCmd(stopCommand);
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
	 * Take a picture in PNG of what is shown and what comes by scrolling, up to four
	 * screens: tool {@code long_screenshot}.
	 * @return the picture
	 */
	public Mono<ScreenshotResult> betaTakeLongScreenshot() {
		return betaTakeLongScreenshot(DEFAULT_SCREENS, ScreenshotFormat.PNG, null);
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
	public Mono<ScreenshotResult> betaTakeLongScreenshot(int maxScreens, ScreenshotFormat format,
			@Nullable Integer quality) {
		Assert.isTrue(maxScreens >= 2 && maxScreens <= 10,
				() -> "'maxScreens' must be between 2 and 10, but is " + maxScreens);
		Assert.notNull(format, "'format' must not be null");
		Assert.isTrue(quality == null || (quality >= 1 && quality <= 100),
				() -> "'quality' must be between 1 and 100, but is " + quality);
		Map<String, Object> arguments = new LinkedHashMap<>(
				Map.of("max_screens", maxScreens, "format", format.wireName()));
		if (quality != null) {
			arguments.put("quality", quality);
		}
		return this.tools.picture(ToolCall.of("long_screenshot", arguments), format);
	}

	/**
	 * Tell how to connect with {@code adb}: action {@code GetAdbLink}.
	 * @param adbPublicKey the public key of the {@code adb} that will connect, the
	 * content of its {@code adbkey.pub}
	 * @return the command that connects
	 * @throws IllegalArgumentException if the key is blank
	 */
	public Mono<AdbUrlResult> getAdbUrl(String adbPublicKey) {
		Assert.hasText(adbPublicKey, "'adbPublicKey' must not be empty");
		return this.api.getAdbLink(this.sessionId, adbPublicKey).map((reply) -> {
			boolean missing = reply.success() && reply.data() == null;
			return missing ? new AdbUrlResult(
					Outcome.failure(FailureKind.SERVICE, null, "The service answered no address", reply.requestId()),
					null) : new AdbUrlResult(reply.outcome(), reply.data());
		});
	}

	/**
	 * Configure the phone: tool {@code shell}, once for each setting. The first one that
	 * fails is the result; those after it are left out.
	 * @param config the settings
	 * @return whether all were made
	 * @throws IllegalArgumentException if the settings are {@code null}
	 */
	public Mono<OperationResult> configure(MobileExtraConfig config) {
		Assert.notNull(config, "'config' must not be null");
		return this.settings.configure(config, new OperationResult(Outcome.success(null)));
	}

	/**
	 * Lock the resolution of the screen or free it: tool {@code shell}.
	 * @param lock whether to lock it
	 * @return whether the phone did
	 */
	public Mono<OperationResult> setResolutionLock(boolean lock) {
		return this.settings.lockResolution(lock);
	}

	/**
	 * Allow these apps and no others: tool {@code shell}.
	 * @param packageNames their packages
	 * @return whether the phone did
	 * @throws IllegalArgumentException if there is none or a name is not a package name
	 */
	public Mono<OperationResult> setAppWhitelist(List<String> packageNames) {
		return this.settings.appRule(new AppRule(AppRule.Type.WHITE, packageNames));
	}

	/**
	 * Forbid these apps: tool {@code shell}.
	 * @param packageNames their packages
	 * @return whether the phone did
	 * @throws IllegalArgumentException if there is none or a name is not a package name
	 */
	public Mono<OperationResult> setAppBlacklist(List<String> packageNames) {
		return this.settings.appRule(new AppRule(AppRule.Type.BLACK, packageNames));
	}

	/**
	 * Hide or show the navigation bar: tool {@code shell}.
	 * @param hide whether to hide it
	 * @return whether the phone did
	 */
	public Mono<OperationResult> setNavigationBarVisibility(boolean hide) {
		return this.settings.navigationBar(hide);
	}

	/**
	 * Keep apps from being uninstalled: tool {@code shell}.
	 * @param packageNames their packages
	 * @return whether the phone did
	 * @throws IllegalArgumentException if there is none or a name is not a package name
	 */
	public Mono<OperationResult> setUninstallBlacklist(List<String> packageNames) {
		PackageNames.check(packageNames, "packageNames");
		return this.settings.uninstallBlacklist(packageNames);
	}

	private static void requirePlace(int place, String name) {
		Assert.isTrue(place >= 0, () -> "'" + name + "' must not be negative, but is " + place);
	}

	private static void requireTime(@Nullable Duration time, String name) {
		Assert.isTrue(time != null && time.toMillis() > 0, () -> "'" + name + "' must be at least one millisecond");
	}

}
