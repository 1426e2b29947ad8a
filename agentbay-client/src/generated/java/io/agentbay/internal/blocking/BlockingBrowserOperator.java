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
// Written by agentbay-face from ReactiveBrowserOperator. Change that, not this.

package io.agentbay.internal.blocking;

import java.util.List;

import io.agentbay.browser.ActOptions;
import io.agentbay.browser.ActResult;
import io.agentbay.browser.BrowserOperator;
import io.agentbay.browser.ExtractOptions;
import io.agentbay.browser.LoginOptions;
import io.agentbay.browser.ObserveOptions;
import io.agentbay.browser.ObservedAction;
import io.agentbay.browser.PageScreenshot;
import io.agentbay.browser.PageTarget;
import io.agentbay.browser.ReactiveBrowserOperator;
import io.agentbay.browser.ScreenshotOptions;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a {@link ReactiveBrowserOperator}.
 */
public final class BlockingBrowserOperator implements BrowserOperator {

	private final ReactiveBrowserOperator reactive;

	/**
	 * Create the blocking face.
	 * @param reactive what is waited for
	 */
	public BlockingBrowserOperator(ReactiveBrowserOperator reactive) {
		this.reactive = reactive;
	}

	@Override
	public String navigate(String url) {
		return Blocking.await(this.reactive.navigate(url));
	}

	@Override
	public PageScreenshot screenshot(ScreenshotOptions options) {
		return Blocking.await(this.reactive.screenshot(options));
	}

	@Override
	public ActResult act(ActOptions options) {
		return Blocking.await(this.reactive.act(options));
	}

	@Override
	public ActResult act(ObservedAction action, PageTarget page) {
		return Blocking.await(this.reactive.act(action, page));
	}

	@Override
	public ActResult actAsTask(ActOptions options) {
		return Blocking.await(this.reactive.actAsTask(options));
	}

	@Override
	public ActResult click(String element) {
		return Blocking.await(this.reactive.click(element));
	}

	@Override
	public ActResult type(String element, String text) {
		return Blocking.await(this.reactive.type(element, text));
	}

	@Override
	public List<ObservedAction> observe(ObserveOptions options) {
		return Blocking.list(this.reactive.observe(options));
	}

	@Override
	public List<ObservedAction> observeAsTask(ObserveOptions options) {
		return Blocking.list(this.reactive.observeAsTask(options));
	}

	@Override
	public <T> T extract(ExtractOptions<T> options) {
		return Blocking.await(this.reactive.extract(options));
	}

	@Override
	public <T> T extractAsTask(ExtractOptions<T> options) {
		return Blocking.await(this.reactive.extractAsTask(options));
	}

	@Override
	public ActResult login(LoginOptions options) {
		return Blocking.await(this.reactive.login(options));
	}

	@Override
	public void close() {
		Blocking.close(this.reactive.close());
	}

	@Override
	public ReactiveBrowserOperator reactive() {
		return this.reactive;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BlockingBrowserOperator that && this.reactive.equals(that.reactive);
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
