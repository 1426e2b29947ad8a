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

import java.net.URI;
import java.util.function.Consumer;

import io.agentbay.internal.blocking.BlockingBrowser;
import io.agentbay.internal.blocking.BlockingShape;
import io.agentbay.internal.blocking.BlockingShape.Kind;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.lang.CheckReturnValue;

/**
 * The browser of a session. It has to be initialized before anything else is asked of it,
 * and runs until it is destroyed or the session ends. Called by applications: new methods
 * may be added in minor releases.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public interface ReactiveBrowser {

	/**
	 * Return what works on the pages of the browser.
	 * @return the operator
	 */
	ReactiveBrowserOperator operator();

	/**
	 * Start the browser with the default options: action {@code InitBrowser}.
	 * @return completes when it runs, see {@link #initialize(BrowserOption)}
	 */
	default Mono<Void> initialize() {
		return initialize(BrowserOption.defaults());
	}

	/**
	 * Start the browser: action {@code InitBrowser}.
	 * @param option sets what it is to be like
	 * @return completes when it runs, see {@link #initialize(BrowserOption)}
	 * @throws IllegalArgumentException if an option is not usable
	 */
	default Mono<Void> initialize(Consumer<BrowserOption.Builder> option) {
		return initialize(BrowserOption.of(option));
	}

	/**
	 * Start the browser: action {@code InitBrowser}. If this object has started it before
	 * nothing is sent, and the browser stays as it is.
	 * @param option what it is to be like
	 * @return completes when it runs
	 * @throws IllegalArgumentException if there are no options
	 */
	Mono<Void> initialize(BrowserOption option);

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
	Mono<URI> fetchEndpointUrl();

	/**
	 * End the browser: tool {@code stopChrome}. It counts as initialized as long as that
	 * fails, so that it can be tried again.
	 * @return completes when it has ended
	 * @throws IllegalStateException if the browser is not initialized
	 */
	Mono<Void> destroy();

	/**
	 * Listen to what the browser tells its user, over the WebSocket of the session.
	 * Several may listen, and the WebSocket stays open for others when one of them stops.
	 * What is told while it is lost is missed. Fails when the session has ended or has no
	 * WebSocket.
	 * @return the notifications
	 */
	@BlockingShape(Kind.SUBSCRIBE)
	Flux<BrowserNotification> listen();

	/**
	 * Tell the browser something, over the WebSocket of the session. Nothing answers it.
	 * @param notification what to tell
	 * @return completes when it is on its way
	 * @throws IllegalArgumentException if there is none
	 */
	Mono<Void> sendNotification(BrowserNotification notification);

	/**
	 * Tell the browser that the user who took over is done, so that it goes on at once
	 * rather than when its time is over.
	 * @param id the notification that asked for the user
	 * @return completes when it is on its way
	 */
	default Mono<Void> sendTakeoverDone(long id) {
		return sendNotification(BrowserNotification.takeoverDone(id));
	}

	/**
	 * Return the blocking face of this.
	 * @return the blocking face
	 */
	default Browser blocking() {
		return new BlockingBrowser(this);
	}

}
