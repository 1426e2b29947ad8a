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
// Written by agentbay-face from ReactiveBrowser. Change that, not this.

package io.agentbay.browser;

import java.net.URI;
import java.util.function.Consumer;

import io.agentbay.event.EventSubscription;
import org.jspecify.annotations.Nullable;

/**
 * The browser of a session. It has to be initialized before anything else is asked of it,
 * and runs until it is destroyed or the session ends. Called by applications: new methods
 * may be added in minor releases.
 *
 * @since 0.1.0
 */
public interface Browser {

	/**
	 * Return what works on the pages of the browser.
	 * @return the operator
	 */
	BrowserOperator operator();

	/**
	 * Start the browser with the default options: action {@code InitBrowser}.
	 */
	default void initialize() {
		initialize(BrowserOption.defaults());
	}

	/**
	 * Start the browser: action {@code InitBrowser}.
	 * @param option sets what it is to be like
	 * @throws IllegalArgumentException if an option is not usable
	 */
	default void initialize(Consumer<BrowserOption.Builder> option) {
		initialize(BrowserOption.of(option));
	}

	/**
	 * Start the browser: action {@code InitBrowser}. If this object has started it before
	 * nothing is sent, and the browser stays as it is.
	 * @param option what it is to be like
	 * @throws IllegalArgumentException if there are no options
	 */
	void initialize(BrowserOption option);

	/**
	 * Return whether this object has started the browser, and not ended it since. Sends
	 * nothing.
	 * @return whether the browser can be used
	 */
	boolean isInitialized();

	/**
	 * Return the options with which the browser was started. Sends nothing.
	 * @return the options, {@code null} if it is not initialized
	 */
	@Nullable BrowserOption option();

	/**
	 * Return the port in the session on which the browser is driven. Sends nothing.
	 * @return the port, {@code null} if it is not initialized
	 */
	@Nullable Integer port();

	/**
	 * Tell the address at which the browser is driven over the DevTools protocol, by
	 * Playwright's {@code connectOverCDP} for example: action {@code GetCdpLink}. It is
	 * asked for anew each time, since it may change.
	 * @return the address, with the scheme {@code ws} or {@code wss}; whoever knows it
	 * can use the browser, so keep it like a password
	 * @throws IllegalStateException if the browser is not initialized
	 */
	URI fetchEndpointUrl();

	/**
	 * End the browser: tool {@code stopChrome}. It counts as initialized as long as that
	 * fails, so that it can be tried again.
	 * @throws IllegalStateException if the browser is not initialized
	 */
	void destroy();

	/**
	 * Listen to what the browser tells its user, over the WebSocket of the session.
	 * Several may listen, and the WebSocket stays open for others when one of them stops.
	 * What is told while it is lost is missed. Fails when the session has ended or has no
	 * WebSocket.
	 * @param consumer told each item, one after the other
	 * @return the subscription; when it is there, nothing is missed any longer
	 */
	EventSubscription listen(Consumer<? super BrowserNotification> consumer);

	/**
	 * Tell the browser something, over the WebSocket of the session. Nothing answers it.
	 * @param notification what to tell
	 * @throws IllegalArgumentException if there is none
	 */
	void sendNotification(BrowserNotification notification);

	/**
	 * Tell the browser that the user who took over is done, so that it goes on at once
	 * rather than when its time is over.
	 * @param id the notification that asked for the user
	 */
	default void sendTakeoverDone(long id) {
		sendNotification(BrowserNotification.takeoverDone(id));
	}

	/**
	 * Return the reactive face of this: what one does, the other sees.
	 * @return the reactive face
	 */
	ReactiveBrowser reactive();

}
