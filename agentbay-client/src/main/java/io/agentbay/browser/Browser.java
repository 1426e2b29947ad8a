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

import java.util.function.Consumer;

import io.agentbay.internal.blocking.Blocking;
import io.agentbay.result.OperationResult;
import org.jspecify.annotations.Nullable;

/**
 * The browser of a session; waits for each operation. The blocking twin of
 * {@link ReactiveBrowser}.
 */
public final class Browser {

	private final ReactiveBrowser reactive;

	private final BrowserOperator operator;

	/**
	 * Create the blocking twin.
	 * @param reactive the feature
	 */
	public Browser(ReactiveBrowser reactive) {
		this.reactive = reactive;
		this.operator = new BrowserOperator(reactive.operator());
	}

	/**
	 * Return what works on the pages of the browser.
	 * @return the operator
	 */
	public BrowserOperator operator() {
		return this.operator;
	}

	/**
	 * Start the browser with the default options: action {@code InitBrowser}.
	 * @return where it is driven
	 */
	public BrowserInitResult initialize() {
		return Blocking.await(this.reactive.initialize());
	}

	/**
	 * Start the browser: action {@code InitBrowser}. If this object has started it before
	 * nothing is sent, and the browser stays as it is.
	 * @param option what it is to be like
	 * @return where it is driven
	 */
	public BrowserInitResult initialize(BrowserOption option) {
		return Blocking.await(this.reactive.initialize(option));
	}

	/**
	 * Return whether this object has started the browser, and not ended it since. Sends
	 * nothing.
	 * @return whether the browser can be used
	 */
	public boolean isInitialized() {
		return this.reactive.isInitialized();
	}

	/**
	 * Return the options with which the browser was started. Sends nothing.
	 * @return the options, {@code null} if it is not initialized
	 */
	public @Nullable BrowserOption option() {
		return this.reactive.option();
	}

	/**
	 * Return the address at which the browser is driven over the DevTools protocol, by
	 * Playwright's {@code connectOverCDP} for example: action {@code GetCdpLink}. It is
	 * asked for anew each time, since it may change.
	 * @return the address; keep it like a password
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public EndpointUrlResult endpointUrl() {
		return Blocking.await(this.reactive.endpointUrl());
	}

	/**
	 * End the browser: tool {@code stopChrome}. It counts as initialized as long as that
	 * fails, so that it can be tried again.
	 * @return whether it was ended
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public OperationResult destroy() {
		return Blocking.await(this.reactive.destroy());
	}

	/**
	 * Listen to what the browser tells its user, over the WebSocket of the session. What
	 * is told while the WebSocket is lost is missed.
	 * @param onNotification told each notification, one after the other, on a thread of
	 * the client that may wait
	 * @return ends the listening when it is closed
	 * @throws IllegalArgumentException if there is no consumer
	 */
	public BrowserListener notifications(Consumer<BrowserNotification> onNotification) {
		return BrowserListener.start(this.reactive, onNotification);
	}

	/**
	 * Tell the browser something, over the WebSocket of the session. Nothing answers it.
	 * @param notification what to tell
	 * @return whether it is on its way
	 * @throws IllegalArgumentException if there is none
	 */
	public OperationResult sendNotification(BrowserNotification notification) {
		return Blocking.await(this.reactive.sendNotification(notification));
	}

	/**
	 * Tell the browser that the user who took over is done, so that it goes on at once
	 * rather than when its time is over.
	 * @param id the notification that asked for the user
	 * @return whether it is on its way
	 */
	public OperationResult sendTakeoverDone(long id) {
		return Blocking.await(this.reactive.sendTakeoverDone(id));
	}

	/**
	 * Return what works on the pages of the browser: an older name of
	 * {@link #operator()}.
	 * @return the operator
	 */
	public BrowserOperator agent() {
		return this.operator;
	}

}
