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
// Written by agentbay-face from ReactiveMobile. Change that, not this.

package io.agentbay.mobile;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

import io.agentbay.device.Device;
import io.agentbay.device.Screenshot;

/**
 * The phone of a session. Made for the image {@code mobile_latest}. Places are pixels
 * from the upper left corner of the screen. What a tool of the session refuses, such as
 * an app that is not installed, is a {@link io.agentbay.error.ToolFailedException}.
 * Called by applications: new methods may be added in minor releases.
 *
 * @since 0.1.0
 */
public interface Mobile extends Device {

	/**
	 * Tap: tool {@code tap}.
	 * @param x where, to the right
	 * @param y where, down
	 * @throws IllegalArgumentException if a place is negative
	 */
	void tap(int x, int y);

	/**
	 * Swipe in 300 milliseconds: tool {@code swipe}.
	 * @param startX from where, to the right
	 * @param startY from where, down
	 * @param endX where to, to the right
	 * @param endY where to, down
	 * @throws IllegalArgumentException if a place is negative
	 */
	default void swipe(int startX, int startY, int endX, int endY) {
		swipe(startX, startY, endX, endY, Duration.ofMillis(300));
	}

	/**
	 * Swipe: tool {@code swipe}.
	 * @param startX from where, to the right
	 * @param startY from where, down
	 * @param endX where to, to the right
	 * @param endY where to, down
	 * @param duration how long it takes, in whole milliseconds
	 * @throws IllegalArgumentException if a place is negative, or the time is not
	 * positive
	 */
	void swipe(int startX, int startY, int endX, int endY, Duration duration);

	/**
	 * Press a key: tool {@code send_key}.
	 * @param key the key
	 * @throws IllegalArgumentException if the key is {@code null}
	 */
	void sendKey(KeyCode key);

	/**
	 * Press a key that has no name here: tool {@code send_key}.
	 * @param key its number in Android
	 * @throws IllegalArgumentException if the number is negative
	 */
	void sendKey(int key);

	/**
	 * List what can be tapped, waiting for at most two seconds: tool
	 * {@code get_clickable_ui_elements}.
	 * @return the elements that no other one holds
	 */
	default List<UiElement> listClickableElements() {
		return listClickableElements(Duration.ofSeconds(2));
	}

	/**
	 * List what can be tapped: tool {@code get_clickable_ui_elements}.
	 * @param timeout how long the phone may take, in whole milliseconds
	 * @return the elements that no other one holds
	 * @throws IllegalArgumentException if the time is not positive
	 */
	List<UiElement> listClickableElements(Duration timeout);

	/**
	 * List all that is shown, waiting for at most two seconds: tool
	 * {@code get_all_ui_elements}.
	 * @return the elements that no other one holds; see {@link UiElement#all()}
	 */
	default List<UiElement> listElements() {
		return listElements(Duration.ofSeconds(2));
	}

	/**
	 * List all that is shown: tool {@code get_all_ui_elements}.
	 * @param timeout how long the phone may take, in whole milliseconds
	 * @return the elements that no other one holds; see {@link UiElement#all()}
	 * @throws IllegalArgumentException if the time is not positive
	 */
	List<UiElement> listElements(Duration timeout);

	/**
	 * Tell all that is shown as the phone writes it, waiting for at most two seconds:
	 * tool {@code get_all_ui_elements}.
	 * @param format in which format the phone is to answer
	 * @return the answer of the phone
	 * @throws IllegalArgumentException if the format is {@code null}
	 */
	default String fetchElementTree(UiFormat format) {
		return fetchElementTree(format, Duration.ofSeconds(2));
	}

	/**
	 * Tell all that is shown as the phone writes it: tool {@code get_all_ui_elements}.
	 * @param format in which format the phone is to answer
	 * @param timeout how long the phone may take, in whole milliseconds
	 * @return the answer of the phone
	 * @throws IllegalArgumentException if the time is not positive or the format
	 * {@code null}
	 */
	String fetchElementTree(UiFormat format, Duration timeout);

	/**
	 * Take a picture in PNG of what is shown and what comes by scrolling, up to four
	 * screens: tool {@code long_screenshot}.
	 * @return the picture
	 */
	default Screenshot longScreenshot() {
		return longScreenshot(LongScreenshotOptions.defaults());
	}

	/**
	 * Take a picture of what is shown and what comes by scrolling: tool
	 * {@code long_screenshot}.
	 * @param options changes the default options
	 * @return the picture
	 * @throws IllegalArgumentException if an option is not usable
	 */
	default Screenshot longScreenshot(UnaryOperator<LongScreenshotOptions> options) {
		return longScreenshot(LongScreenshotOptions.of(options));
	}

	/**
	 * Take a picture of what is shown and what comes by scrolling: tool
	 * {@code long_screenshot}.
	 * @param options how to take it
	 * @return the picture
	 * @throws IllegalArgumentException if the options are {@code null}
	 */
	Screenshot longScreenshot(LongScreenshotOptions options);

	/**
	 * Let an {@code adb} connect: action {@code GetAdbLink}.
	 * @param adbPublicKey the public key of the {@code adb} that will connect, the
	 * content of its {@code adbkey.pub}
	 * @return the command that connects, such as {@code adb connect host:port}; whoever
	 * knows it can try to connect
	 * @throws IllegalArgumentException if the key is blank
	 */
	String createAdbLink(String adbPublicKey);

	/**
	 * Change settings: tool {@code shell}, once for each of them. When one fails, those
	 * after it are left out.
	 * @param config the settings
	 * @throws IllegalArgumentException if the settings are {@code null}
	 */
	void configure(MobileExtraConfig config);

	/**
	 * Lock the resolution of the screen: tool {@code shell}.
	 */
	default void lockResolution() {
		configure(MobileExtraConfig.unchanged().withResolutionLocked());
	}

	/**
	 * Let the resolution of the screen be changed again: tool {@code shell}.
	 */
	default void unlockResolution() {
		configure(MobileExtraConfig.unchanged().withResolutionUnlocked());
	}

	/**
	 * Hide the navigation bar: tool {@code shell}.
	 */
	default void hideNavigationBar() {
		configure(MobileExtraConfig.unchanged().withNavigationBarHidden());
	}

	/**
	 * Show the navigation bar: tool {@code shell}.
	 */
	default void showNavigationBar() {
		configure(MobileExtraConfig.unchanged().withNavigationBarShown());
	}

	/**
	 * Set which apps may run: tool {@code shell}.
	 * @param rule the rule, see {@link AppRule#allowOnly} and {@link AppRule#forbid}
	 * @throws IllegalArgumentException if the rule is {@code null}
	 */
	default void setAppRule(AppRule rule) {
		configure(MobileExtraConfig.unchanged().withAppRule(rule));
	}

	/**
	 * Keep apps from being uninstalled, these and no others: tool {@code shell}.
	 * @param packageNames their packages
	 * @throws IllegalArgumentException if there is none or a name is not a package name
	 */
	default void setProtectedApps(List<String> packageNames) {
		configure(MobileExtraConfig.unchanged().withProtectedApps(packageNames));
	}

	/**
	 * Return the reactive face of this: what one does, the other sees.
	 * @return the reactive face
	 */
	@Override
	ReactiveMobile reactive();

}
