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

package io.agentbay.internal.browser;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.agentbay.browser.BrowserNotification;
import io.agentbay.browser.BrowserOption;
import io.agentbay.browser.ReactiveBrowser;
import io.agentbay.browser.ReactiveBrowserOperator;
import io.agentbay.channel.ReactiveChannel;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.internal.api.ApiReply;
import io.agentbay.internal.api.BrowserApi;
import io.agentbay.internal.api.BrowserData;
import io.agentbay.internal.tool.SessionTools;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * The browser of a session, started by an action and stopped by a tool.
 */
public final class DefaultReactiveBrowser implements ReactiveBrowser {

	private static final String NOTIFIER = "wuying_cdp_mcp_server";

	private final BrowserApi api;

	private final String sessionId;

	private final SessionTools tools;

	private final @Nullable Boolean replay;

	private final @Nullable Boolean behaviorSimulate;

	private final ReactiveChannel channel;

	private final ReactiveBrowserOperator operator;

	private volatile @Nullable Started started;

	/**
	 * Create the feature for a session.
	 * @param api the actions on browsers
	 * @param sessionId the session
	 * @param tools the tools of the session
	 * @param replay whether the session was created to record its browser, {@code null}
	 * if that is not known
	 * @param behaviorSimulate whether the environment asks for imitated human behaviour,
	 * {@code null} if it says nothing
	 * @param channel the WebSocket of the session
	 */
	public DefaultReactiveBrowser(BrowserApi api, String sessionId, SessionTools tools, @Nullable Boolean replay,
			@Nullable Boolean behaviorSimulate, ReactiveChannel channel) {
		this.api = api;
		this.sessionId = sessionId;
		this.tools = tools;
		this.replay = replay;
		this.behaviorSimulate = behaviorSimulate;
		this.channel = channel;
		this.operator = new DefaultReactiveBrowserOperator(tools, this::isInitialized);
	}

	@Override
	public ReactiveBrowserOperator operator() {
		return this.operator;
	}

	@Override
	public Mono<Void> initialize(BrowserOption option) {
		Assert.notNull(option, "'option' must not be null");
		return Mono.defer(() -> isInitialized() ? Mono.empty()
				: this.api.initBrowser(this.sessionId, wire(option))
					.doOnNext((reply) -> this.started = new Started(option, port(reply)))
					.then());
	}

	private Map<String, Object> wire(BrowserOption option) {
		Map<String, Object> wire = new LinkedHashMap<>(BrowserForm.option(option));
		if (this.behaviorSimulate != null) {
			wire.putIfAbsent("behaviorSimulate", this.behaviorSimulate);
		}
		if (this.replay != null) {
			wire.put("enableRecord", this.replay);
		}
		return wire;
	}

	private static int port(ApiReply<BrowserData> reply) {
		BrowserData data = reply.orElseThrow().data();
		Integer port = (data != null) ? data.port() : null;
		if (port == null) {
			throw ServiceException.of(FailureKind.SERVICE, null, "The service did not start the browser",
					reply.outcome().details());
		}
		return port;
	}

	@Override
	public boolean isInitialized() {
		return this.started != null;
	}

	@Override
	public @Nullable BrowserOption option() {
		Started present = this.started;
		return (present != null) ? present.option() : null;
	}

	@Override
	public @Nullable Integer port() {
		Started present = this.started;
		return (present != null) ? Integer.valueOf(present.port()) : null;
	}

	@Override
	public Mono<URI> fetchEndpointUrl() {
		requireInitialized();
		return this.api.getCdpLink(this.sessionId).map((reply) -> reply.address(reply.required("no address")));
	}

	@Override
	public Mono<Void> destroy() {
		requireInitialized();
		return this.tools.require("stopChrome", Map.of()).doOnNext((reply) -> this.started = null).then();
	}

	@Override
	public Flux<BrowserNotification> listen() {
		return this.channel.listen(NOTIFIER)
			.flatMapIterable((push) -> Stream.ofNullable(BrowserForm.notification(push.data())).toList());
	}

	@Override
	public Mono<Void> sendNotification(BrowserNotification notification) {
		Assert.notNull(notification, "'notification' must not be null");
		return this.channel.send(NOTIFIER, BrowserForm.notification(notification));
	}

	private void requireInitialized() {
		Assert.state(isInitialized(), "The browser must be initialized first: call initialize");
	}

	private record Started(BrowserOption option, int port) {
	}

}
