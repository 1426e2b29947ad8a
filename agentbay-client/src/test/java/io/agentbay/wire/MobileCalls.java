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

import io.agentbay.device.AppFilter;
import io.agentbay.device.ScreenshotFormat;
import io.agentbay.mobile.AppRule;
import io.agentbay.mobile.KeyCode;
import io.agentbay.mobile.Mobile;
import io.agentbay.mobile.MobileExtraConfig;
import io.agentbay.mobile.UiFormat;

import static io.agentbay.wire.Catalogue.answer;

/**
 * Phones.
 */
final class MobileCalls {

	private static final String JPEG = "{\"type\":\"image\",\"mime_type\":\"image/jpeg\",\"data\":\"/9j/4AAQSkZJRg==\"}";

	/**
	 * Numbers follow from the order of all keys, so a few from everywhere tell of each.
	 */
	private static final List<KeyCode> KEYS = List.of(KeyCode.KEYCODE_HOME, KeyCode.KEYCODE_BACK, KeyCode.KEYCODE_A,
			KeyCode.KEYCODE_ENTER, KeyCode.KEYCODE_MENU, KeyCode.KEYCODE_F12, KeyCode.KEYCODE_APP_SWITCH,
			KeyCode.KEYCODE_SLEEP, KeyCode.KEYCODE_PASTE, KeyCode.KEYCODE_PROFILE_SWITCH);

	private final Catalogue calls;

	private MobileCalls(Catalogue calls) {
		this.calls = calls;
	}

	static void addTo(Catalogue catalogue) {
		MobileCalls calls = new MobileCalls(catalogue);
		calls.input();
		calls.screen();
		calls.apps();
		calls.settings();
	}

	private void add(String name, Consumer<Mobile> call) {
		this.calls.tool(name, (session) -> call.accept(session.mobile()));
	}

	private void input() {
		add("tap", (it) -> it.tap(1, 2));
		add("swipe", (it) -> it.swipe(1, 2, 3, 4));
		add("swipe, full", (it) -> it.swipe(1, 2, 3, 4, Duration.ofMillis(1500)));
		add("input text", (it) -> it.inputText("ü"));
		for (KeyCode key : KEYS) {
			this.calls.gateway("send " + key, (it) -> it.mobile().sendKey(key));
		}
		add("send a key by number", (it) -> it.sendKey(999));
	}

	private void screen() {
		add("clickable elements", (it) -> it.getClickableUiElements());
		add("clickable elements, full", (it) -> it.getClickableUiElements(Duration.ofMillis(5)));
		add("all elements", (it) -> it.getAllUiElements());
		add("all elements, full", (it) -> it.getAllUiElements(Duration.ofMillis(5), UiFormat.XML));
		this.calls.gateway("screenshot", (it) -> it.mobile().screenshot());
		this.calls.call("screenshot by a known server", (it) -> it.announced().mobile().screenshot());
		this.calls.direct("screenshot as a picture", (it) -> it.mobile().betaTakeScreenshot());
		this.calls.direct("screenshot as a picture, full",
				(it) -> it.mobile().betaTakeScreenshot(ScreenshotFormat.JPEG), answer("screenshot", JPEG));
		add("long screenshot", (it) -> it.betaTakeLongScreenshot());
		this.calls.tool("long screenshot, full",
				(it) -> it.mobile().betaTakeLongScreenshot(2, ScreenshotFormat.JPEG, 70),
				answer("long_screenshot", JPEG));
	}

	private void apps() {
		add("installed apps", (it) -> it.getInstalledApps());
		add("installed apps, full", (it) -> it
			.getInstalledApps(AppFilter.defaults().withStartMenu(false).withDesktop(true).withIgnoreSystemApps(false)));
		add("start an app", (it) -> it.startApp("monkey -p a.b 1"));
		add("start an app, full", (it) -> it.startApp("a.b", "/tmp", ".Main"));
		add("stop an app", (it) -> it.stopAppByCmd("am force-stop a.b"));
	}

	private void settings() {
		add("adb address", (it) -> it.getAdbUrl("key \"of\" me"));
		add("lock the resolution", (it) -> it.setResolutionLock(true));
		add("unlock the resolution", (it) -> it.setResolutionLock(false));
		add("allow only apps", (it) -> it.setAppWhitelist(List.of("a.b", "c.d")));
		add("forbid apps", (it) -> it.setAppBlacklist(List.of("a.b")));
		add("hide the navigation bar", (it) -> it.configure(MobileExtraConfig.unchanged().withHideNavigationBar(true)));
		add("show the navigation bar",
				(it) -> it.configure(MobileExtraConfig.unchanged().withHideNavigationBar(false)));
		add("keep apps installed", (it) -> it.setUninstallBlacklist(List.of("e.f", "g.h")));
		add("configure, full",
				(it) -> it.configure(MobileExtraConfig.unchanged()
					.withLockResolution(true)
					.withAppRule(AppRule.allowOnly("a.b"))
					.withHideNavigationBar(true)
					.withUninstallBlacklist(List.of("e.f"))));
	}

}
