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

package io.agentbay.internal.device;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.agentbay.device.AppFilter;
import io.agentbay.device.AppProcess;
import io.agentbay.device.InstalledApp;
import io.agentbay.device.ReactiveDevice;
import io.agentbay.device.Screenshot;
import io.agentbay.device.ScreenshotFormat;
import io.agentbay.device.StartAppOptions;
import io.agentbay.internal.text.Durations;
import io.agentbay.internal.tool.SessionTools;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * What desktops and phones have in common.
 */
abstract class DefaultReactiveDevice implements ReactiveDevice {

	private final SessionTools tools;

	private final Screenshots screenshots;

	DefaultReactiveDevice(SessionTools tools, Screenshots screenshots) {
		this.tools = tools;
		this.screenshots = screenshots;
	}

	@Override
	public Mono<Void> inputText(String text) {
		Assert.hasLength(text, "'text' must not be empty");
		return operate("input_text", Map.of("text", text));
	}

	@Override
	public Mono<Screenshot> screenshot(ScreenshotFormat format) {
		Assert.notNull(format, "'format' must not be null");
		return this.screenshots.take(format);
	}

	@Override
	public Mono<URI> screenshotUrl() {
		return this.screenshots.url();
	}

	@Override
	public Flux<InstalledApp> listInstalledApps(AppFilter filter) {
		Assert.notNull(filter, "'filter' must not be null");
		Map<String, Object> arguments = Map.of("start_menu", filter.startMenu(), "desktop", filter.desktop(),
				"ignore_system_app", !filter.systemApps());
		return this.tools.require("get_installed_apps", arguments).flatMapIterable(DeviceAnswers::apps);
	}

	@Override
	public Mono<List<AppProcess>> startApp(String startCommand, StartAppOptions options) {
		Assert.hasText(startCommand, "'startCommand' must not be empty");
		Assert.notNull(options, "'options' must not be null");
		Map<String, Object> arguments = new LinkedHashMap<>();
		arguments.put("start_cmd", startCommand);
		if (options.workingDirectory() != null) {
			arguments.put("work_directory", options.workingDirectory());
		}
		if (options.activity() != null) {
			arguments.put("activity", options.activity());
		}
		return this.tools.require("start_app", arguments).map(DeviceAnswers::processes);
	}

	@Override
	public Mono<Void> stopApp(String stopCommand) {
		Assert.hasText(stopCommand, "'stopCommand' must not be empty");
		return operate("stop_app_by_cmd", Map.of("stop_cmd", stopCommand));
	}

	final SessionTools tools() {
		return this.tools;
	}

	final Screenshots screenshots() {
		return this.screenshots;
	}

	/** Call a tool of which only matters that it succeeds. */
	final Mono<Void> operate(String tool, Map<String, ?> arguments) {
		return this.tools.require(tool, arguments).then();
	}

	static void requireNotNegative(long value, String name) {
		Assert.isTrue(value >= 0, () -> "'" + name + "' must not be negative, but is " + value);
	}

	static void requireTime(@Nullable Duration time, String name) {
		Durations.requireMillisecond(time, name);
	}

}
