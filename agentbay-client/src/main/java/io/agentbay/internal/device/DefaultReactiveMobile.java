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

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.agentbay.device.Screenshot;
import io.agentbay.internal.api.AgentBayApi;
import io.agentbay.internal.text.WireNames;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.internal.tool.ToolReply;
import io.agentbay.mobile.KeyCode;
import io.agentbay.mobile.LongScreenshotOptions;
import io.agentbay.mobile.MobileExtraConfig;
import io.agentbay.mobile.ReactiveMobile;
import io.agentbay.mobile.UiElement;
import io.agentbay.mobile.UiFormat;
import io.agentbay.tool.ToolCall;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * The phone of a session.
 */
public final class DefaultReactiveMobile extends DefaultReactiveDevice implements ReactiveMobile {

	private final PhoneShell shell;

	private final AgentBayApi api;

	private final String sessionId;

	/**
	 * Create the feature for a session.
	 * @param tools the tools of the session
	 * @param screenshots takes pictures of its screen
	 * @param api the actions
	 * @param sessionId the session
	 */
	public DefaultReactiveMobile(SessionTools tools, Screenshots screenshots, AgentBayApi api, String sessionId) {
		super(tools, screenshots);
		this.shell = new PhoneShell(tools);
		this.api = api;
		this.sessionId = sessionId;
	}

	@Override
	public Mono<Void> tap(int x, int y) {
		requireNotNegative(x, "x");
		requireNotNegative(y, "y");
		return operate("tap", Map.of("x", x, "y", y));
	}

	@Override
	public Mono<Void> swipe(int startX, int startY, int endX, int endY, Duration duration) {
		requireNotNegative(startX, "startX");
		requireNotNegative(startY, "startY");
		requireNotNegative(endX, "endX");
		requireNotNegative(endY, "endY");
		requireTime(duration, "duration");
		return operate("swipe", Map.of("start_x", startX, "start_y", startY, "end_x", endX, "end_y", endY,
				"duration_ms", duration.toMillis()));
	}

	@Override
	public Mono<Void> sendKey(KeyCode key) {
		Assert.notNull(key, "'key' must not be null");
		return sendKey(key.value());
	}

	@Override
	public Mono<Void> sendKey(int key) {
		requireNotNegative(key, "key");
		return operate("send_key", Map.of("key", key));
	}

	@Override
	public Flux<UiElement> listClickableElements(Duration timeout) {
		requireTime(timeout, "timeout");
		return tools().require("get_clickable_ui_elements", Map.of("timeout_ms", timeout.toMillis()))
			.flatMapIterable(DeviceAnswers::uiElements);
	}

	@Override
	public Flux<UiElement> listElements(Duration timeout) {
		return tree(UiFormat.JSON, timeout).flatMapIterable(DeviceAnswers::uiElements);
	}

	@Override
	public Mono<String> fetchElementTree(UiFormat format, Duration timeout) {
		Assert.notNull(format, "'format' must not be null");
		return tree(format, timeout).map(ToolReply::text);
	}

	private Mono<ToolReply> tree(UiFormat format, Duration timeout) {
		requireTime(timeout, "timeout");
		return tools().require("get_all_ui_elements",
				Map.of("timeout_ms", timeout.toMillis(), "format", WireNames.of(format)));
	}

	@Override
	public Mono<Screenshot> longScreenshot(LongScreenshotOptions options) {
		Assert.notNull(options, "'options' must not be null");
		Map<String, Object> arguments = new LinkedHashMap<>(
				Map.of("max_screens", options.maxScreens(), "format", WireNames.of(options.format())));
		if (options.quality() != null) {
			arguments.put("quality", options.quality());
		}
		return screenshots().take(ToolCall.of("long_screenshot", arguments), options.format());
	}

	@Override
	public Mono<String> createAdbLink(String adbPublicKey) {
		Assert.hasText(adbPublicKey, "'adbPublicKey' must not be empty");
		return this.api.getAdbLink(this.sessionId, adbPublicKey).map((reply) -> reply.required("no address"));
	}

	@Override
	public Mono<Void> configure(MobileExtraConfig config) {
		Assert.notNull(config, "'config' must not be null");
		return Flux.fromIterable(PhoneSettings.commands(config)).concatMap(this.shell::run, 1).then();
	}

}
