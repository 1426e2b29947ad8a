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
		add("clickable elements", (it) -> it.listClickableElements());
		add("clickable elements, full", (it) -> it.listClickableElements(Duration.ofMillis(5)));
		add("all elements", (it) -> it.listElements());
		add("all elements, full", (it) -> it.fetchElementTree(UiFormat.XML, Duration.ofMillis(5)));
		this.calls.gateway("screenshot", (it) -> it.mobile().screenshotUrl());
		this.calls.call("screenshot by a known server", (it) -> it.announced().mobile().screenshotUrl());
		this.calls.direct("screenshot as a picture", (it) -> it.mobile().screenshot());
		this.calls.direct("screenshot as a picture, full", (it) -> it.mobile().screenshot(ScreenshotFormat.JPEG),
				answer("screenshot", JPEG));
		add("long screenshot", (it) -> it.longScreenshot());
		this.calls.tool("long screenshot, full", (it) -> it.mobile()
			.longScreenshot((options) -> options.withMaxScreens(2).withFormat(ScreenshotFormat.JPEG).withQuality(70)),
				answer("long_screenshot", JPEG));
	}

	private void apps() {
		add("installed apps", (it) -> it.listInstalledApps());
		add("installed apps, full",
				(it) -> it.listInstalledApps(AppFilter.defaults().withoutStartMenu().withDesktop().withSystemApps()));
		add("start an app", (it) -> it.startApp("monkey -p a.b 1"));
		add("start an app, full",
				(it) -> it.startApp("a.b", (options) -> options.withWorkingDirectory("/tmp").withActivity(".Main")));
		add("stop an app", (it) -> it.stopApp("am force-stop a.b"));
	}

	private void settings() {
		add("adb address", (it) -> it.createAdbLink("key \"of\" me"));
		add("lock the resolution", (it) -> it.lockResolution());
		add("unlock the resolution", (it) -> it.unlockResolution());
		add("allow only apps", (it) -> it.setAppRule(AppRule.allowOnly("a.b", "c.d")));
		add("forbid apps", (it) -> it.setAppRule(AppRule.forbid("a.b")));
		add("hide the navigation bar", (it) -> it.hideNavigationBar());
		add("show the navigation bar", (it) -> it.showNavigationBar());
		add("keep apps installed", (it) -> it.setProtectedApps(List.of("e.f", "g.h")));
		add("configure, full",
				(it) -> it.configure(MobileExtraConfig.unchanged()
					.withResolutionLocked()
					.withAppRule(AppRule.allowOnly("a.b"))
					.withNavigationBarHidden()
					.withProtectedApps(List.of("e.f"))));
	}

}
