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

package io.agentbay.internal.blocking;

import java.net.URI;
import java.util.function.Consumer;

import io.agentbay.browser.Browser;
import io.agentbay.browser.BrowserNotification;
import io.agentbay.browser.BrowserOperator;
import io.agentbay.browser.BrowserOption;
import io.agentbay.browser.ReactiveBrowser;
import io.agentbay.event.EventSubscription;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveBrowser}.
 */
public final class BlockingBrowser implements Browser {

	private final ReactiveBrowser reactive;

	private final Memo<BrowserOperator> operator = new Memo<>();

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingBrowser(ReactiveBrowser reactive) {
		this.reactive = reactive;
	}

	@Override
	public BrowserOperator operator() {
		return this.operator.get(() -> new BlockingBrowserOperator(this.reactive.operator()));
	}

	@Override
	public void initialize(BrowserOption option) {
		Blocking.run(this.reactive.initialize(option));
	}

	@Override
	public boolean isInitialized() {
		return this.reactive.isInitialized();
	}

	@Override
	public @Nullable BrowserOption option() {
		return this.reactive.option();
	}

	@Override
	public @Nullable Integer port() {
		return this.reactive.port();
	}

	@Override
	public URI fetchEndpointUrl() {
		return Blocking.await(this.reactive.fetchEndpointUrl());
	}

	@Override
	public void destroy() {
		Blocking.run(this.reactive.destroy());
	}

	@Override
	public EventSubscription listen(Consumer<? super BrowserNotification> consumer) {
		return Blocking.subscribe(this.reactive.listen(), consumer);
	}

	@Override
	public void sendNotification(BrowserNotification notification) {
		Blocking.run(this.reactive.sendNotification(notification));
	}

	@Override
	public ReactiveBrowser reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingBrowser that && this.reactive.equals(that.reactive);
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
