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

package io.agentbay.browser;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.agentbay.channel.ReactiveChannel;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.internal.api.ApiReply;
import io.agentbay.internal.api.BrowserApi;
import io.agentbay.internal.api.BrowserData;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.result.OperationResult;
import io.agentbay.result.Outcome;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * The browser of a session. It has to be initialized before anything else is asked of it,
 * and runs until it is destroyed or the session ends.
 */
public final class ReactiveBrowser {

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
	public ReactiveBrowser(BrowserApi api, String sessionId, SessionTools tools, @Nullable Boolean replay,
			@Nullable Boolean behaviorSimulate, ReactiveChannel channel) {
		this.channel = channel;
		this.api = api;
		this.sessionId = sessionId;
		this.tools = tools;
		this.replay = replay;
		this.behaviorSimulate = behaviorSimulate;
		this.operator = new ReactiveBrowserOperator(tools, this::isInitialized);
	}

	/**
	 * Return what works on the pages of the browser.
	 * @return the operator
	 */
	public ReactiveBrowserOperator operator() {
		return this.operator;
	}

	/**
	 * Start the browser with the default options: action {@code InitBrowser}.
	 * @return where it is driven
	 */
	public Mono<BrowserInitResult> initialize() {
		return initialize(BrowserOption.defaults());
	}

	/**
	 * Start the browser: action {@code InitBrowser}. If this object has started it before
	 * nothing is sent, and the browser stays as it is.
	 * @param option what it is to be like
	 * @return where it is driven
	 */
	public Mono<BrowserInitResult> initialize(BrowserOption option) {
		Assert.notNull(option, "'option' must not be null");
		return Mono.defer(() -> {
			Started present = this.started;
			return (present != null) ? Mono.just(new BrowserInitResult(Outcome.success(null), present.port()))
					: this.api.initBrowser(this.sessionId, wire(option)).map((reply) -> initialized(reply, option));
		});
	}

	private Map<String, Object> wire(BrowserOption option) {
		Map<String, Object> wire = new LinkedHashMap<>(option.toWire());
		if (this.behaviorSimulate != null) {
			wire.putIfAbsent("behaviorSimulate", this.behaviorSimulate);
		}
		if (this.replay != null) {
			wire.put("enableRecord", this.replay);
		}
		return wire;
	}

	private BrowserInitResult initialized(ApiReply<BrowserData> reply, BrowserOption option) {
		Integer port = (reply.data() != null) ? reply.data().port() : null;
		if (!reply.success()) {
			return new BrowserInitResult(reply.outcome(), null);
		}
		if (port == null) {
			return new BrowserInitResult(Outcome.failure(FailureKind.SERVICE, null,
					"The service did not start the browser", reply.requestId()), null);
		}
		this.started = new Started(option, port);
		return new BrowserInitResult(reply.outcome(), port);
	}

	/**
	 * Return whether this object has started the browser, and not ended it since. Sends
	 * nothing.
	 * @return whether the browser can be used
	 */
	public boolean isInitialized() {
		return this.started != null;
	}

	/**
	 * Return the options with which the browser was started. Sends nothing.
	 * @return the options, {@code null} if it is not initialized
	 */
	public @Nullable BrowserOption option() {
		Started present = this.started;
		return (present != null) ? present.option() : null;
	}

	/**
	 * Return the address at which the browser is driven over the DevTools protocol, by
	 * Playwright's {@code connectOverCDP} for example: action {@code GetCdpLink}. It is
	 * asked for anew each time, since it may change.
	 * @return the address; keep it like a password
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public Mono<EndpointUrlResult> endpointUrl() {
		requireInitialized();
		return this.api.getCdpLink(this.sessionId).map((reply) -> {
			boolean missing = reply.success() && reply.data() == null;
			return missing
					? new EndpointUrlResult(Outcome.failure(FailureKind.SERVICE, null,
							"The service answered no address", reply.requestId()), null)
					: new EndpointUrlResult(reply.outcome(), reply.data());
		});
	}

	/**
	 * End the browser: tool {@code stopChrome}. It counts as initialized as long as that
	 * fails, so that it can be tried again.
	 * @return whether it was ended
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public Mono<OperationResult> destroy() {
		requireInitialized();
		return this.tools.call("stopChrome", Map.of()).map((result) -> {
			if (result.success()) {
				this.started = null;
			}
			return new OperationResult(result.outcome());
		});
	}

	/**
	 * Listen to what the browser tells its user, over the WebSocket of the session.
	 * Several may listen, and cancelling a subscription ends that one only. What is told
	 * while the WebSocket is lost is missed.
	 * @return the notifications; fails when the session has ended or has no WebSocket
	 */
	public Flux<BrowserNotification> notifications() {
		return this.channel.pushes(NOTIFIER)
			.flatMapIterable((push) -> Stream.ofNullable(BrowserNotification.read(push.data())).toList());
	}

	/** Completes when nothing is missed any longer. */
	Mono<Void> listening() {
		return this.channel.connect();
	}

	/**
	 * Tell the browser something, over the WebSocket of the session. Nothing answers it.
	 * @param notification what to tell
	 * @return whether it is on its way
	 * @throws IllegalArgumentException if there is none
	 */
	public Mono<OperationResult> sendNotification(BrowserNotification notification) {
		Assert.notNull(notification, "'notification' must not be null");
		return this.channel.send(NOTIFIER, notification.toWire())
			.thenReturn(new OperationResult(Outcome.success(null)))
			.onErrorResume(ServiceException.class, (ex) -> Mono.just(new OperationResult(Outcome
				.failure(ex.failureKind(), ex.errorCode(), String.valueOf(ex.getMessage()), ex.requestId()))));
	}

	/**
	 * Tell the browser that the user who took over is done, so that it goes on at once
	 * rather than when its time is over.
	 * @param id the notification that asked for the user
	 * @return whether it is on its way
	 */
	public Mono<OperationResult> sendTakeoverDone(long id) {
		return sendNotification(BrowserNotification.takeoverDone(id));
	}

	/**
	 * Return what works on the pages of the browser: an older name of
	 * {@link #operator()}.
	 * @return the operator
	 */
	public ReactiveBrowserOperator agent() {
		return this.operator;
	}

	private void requireInitialized() {
		Assert.state(isInitialized(), "The browser must be initialized first: call initialize");
	}

	private record Started(BrowserOption option, int port) {
	}

}
