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

package io.agentbay.internal.blocking;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import io.agentbay.device.AppFilter;
import io.agentbay.device.AppProcess;
import io.agentbay.device.InstalledApp;
import io.agentbay.device.Screenshot;
import io.agentbay.device.ScreenshotFormat;
import io.agentbay.device.StartAppOptions;
import io.agentbay.mobile.KeyCode;
import io.agentbay.mobile.LongScreenshotOptions;
import io.agentbay.mobile.Mobile;
import io.agentbay.mobile.MobileExtraConfig;
import io.agentbay.mobile.ReactiveMobile;
import io.agentbay.mobile.UiElement;
import io.agentbay.mobile.UiFormat;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveMobile}.
 */
public final class BlockingMobile implements Mobile {

	private final ReactiveMobile reactive;

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingMobile(ReactiveMobile reactive) {
		this.reactive = reactive;
	}

	@Override
	public void tap(int x, int y) {
		Blocking.run(this.reactive.tap(x, y));
	}

	@Override
	public void swipe(int startX, int startY, int endX, int endY, Duration duration) {
		Blocking.run(this.reactive.swipe(startX, startY, endX, endY, duration));
	}

	@Override
	public void sendKey(KeyCode key) {
		Blocking.run(this.reactive.sendKey(key));
	}

	@Override
	public void sendKey(int key) {
		Blocking.run(this.reactive.sendKey(key));
	}

	@Override
	public List<UiElement> listClickableElements(Duration timeout) {
		return Blocking.list(this.reactive.listClickableElements(timeout));
	}

	@Override
	public List<UiElement> listElements(Duration timeout) {
		return Blocking.list(this.reactive.listElements(timeout));
	}

	@Override
	public String fetchElementTree(UiFormat format, Duration timeout) {
		return Blocking.await(this.reactive.fetchElementTree(format, timeout));
	}

	@Override
	public Screenshot longScreenshot(LongScreenshotOptions options) {
		return Blocking.await(this.reactive.longScreenshot(options));
	}

	@Override
	public String createAdbLink(String adbPublicKey) {
		return Blocking.await(this.reactive.createAdbLink(adbPublicKey));
	}

	@Override
	public void configure(MobileExtraConfig config) {
		Blocking.run(this.reactive.configure(config));
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
	public ReactiveMobile reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingMobile that && this.reactive.equals(that.reactive);
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
