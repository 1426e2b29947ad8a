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
// Written by agentbay-face from ReactiveDevice. Change that, not this.

package io.agentbay.internal.blocking;

import java.net.URI;
import java.util.List;

import io.agentbay.device.AppFilter;
import io.agentbay.device.AppProcess;
import io.agentbay.device.Device;
import io.agentbay.device.InstalledApp;
import io.agentbay.device.ReactiveDevice;
import io.agentbay.device.Screenshot;
import io.agentbay.device.ScreenshotFormat;
import io.agentbay.device.StartAppOptions;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveDevice}.
 */
public final class BlockingDevice implements Device {

	private final ReactiveDevice reactive;

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingDevice(ReactiveDevice reactive) {
		this.reactive = reactive;
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
	public ReactiveDevice reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingDevice that && this.reactive.equals(that.reactive);
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
