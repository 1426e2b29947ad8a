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

import io.agentbay.channel.ChannelListener;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Hands the notifications of a browser on until it is closed, or fails because the
 * session has ended. Closing it leaves the WebSocket of the session to its other users.
 */
public final class BrowserListener implements AutoCloseable {

	private final ChannelListener listener;

	private BrowserListener(ChannelListener listener) {
		this.listener = listener;
	}

	static BrowserListener start(ReactiveBrowser browser, Consumer<BrowserNotification> onNotification) {
		Assert.notNull(onNotification, "'onNotification' must not be null");
		return new BrowserListener(ChannelListener.start(browser.notifications(), browser.listening(), onNotification));
	}

	/**
	 * Return why no more notifications come.
	 * @return the failure, {@code null} as long as they do or if this was closed
	 */
	public @Nullable Throwable failure() {
		return this.listener.failure();
	}

	/**
	 * Stop. The consumer may still be busy with a notification.
	 */
	@Override
	public void close() {
		this.listener.close();
	}

}
