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

import io.agentbay.internal.blocking.Blocking;
import io.agentbay.result.OperationResult;

/**
 * Works on the pages of a session's browser as instructions in natural language say, and
 * waits for it. The blocking twin of {@link ReactiveBrowserOperator}.
 */
public final class BrowserOperator {

	private final ReactiveBrowserOperator reactive;

	/**
	 * Create the blocking twin.
	 * @param reactive the operator
	 */
	public BrowserOperator(ReactiveBrowserOperator reactive) {
		this.reactive = reactive;
	}

	/**
	 * Go to a page: tool {@code page_use_navigate}.
	 * @param url its address
	 * @return what the browser said
	 * @throws IllegalArgumentException if the address is blank
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public NavigateResult navigate(String url) {
		return Blocking.await(this.reactive.navigate(url));
	}

	/**
	 * Take a picture of all of the page that was opened last: tool {@code
	 * page_use_screenshot}.
	 * @return the picture
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public PageScreenshotResult screenshot() {
		return Blocking.await(this.reactive.screenshot());
	}

	/**
	 * Take a picture of a page: tool {@code page_use_screenshot}.
	 * @param options which picture
	 * @return the picture
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public PageScreenshotResult screenshot(ScreenshotOptions options) {
		return Blocking.await(this.reactive.screenshot(options));
	}

	/**
	 * Do something on the page that was opened last, in one call: tool {@code
	 * page_use_act}.
	 * @param action what to do, in words
	 * @return what was done
	 * @throws IllegalArgumentException if the action is blank
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public ActResult act(String action) {
		return Blocking.await(this.reactive.act(action));
	}

	/**
	 * Do something on a page, in one call: tool {@code page_use_act}. Through the
	 * service's gateway a call is cut off after about 60 seconds; what takes longer is
	 * for {@code actAsync}.
	 * @param options what to do
	 * @return what was done
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public ActResult act(ActOptions options) {
		return Blocking.await(this.reactive.act(options));
	}

	/**
	 * Do what was observed on the page that was opened last: tool {@code
	 * page_use_act}.
	 * @param action what was observed
	 * @return what was done
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public ActResult act(ObservedAction action) {
		return Blocking.await(this.reactive.act(action));
	}

	/**
	 * Do what was observed: tool {@code page_use_act}.
	 * @param action what was observed
	 * @param page where it was observed
	 * @return what was done
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public ActResult act(ObservedAction action, PageTarget page) {
		return Blocking.await(this.reactive.act(action, page));
	}

	/**
	 * Do something on a page, and ask for the result until it is there: tools {@code
	 * page_use_act_async} and {@code page_use_get_act_result}. The work goes on when the
	 * time is over.
	 * @param options what to do
	 * @return what was done; a failure of kind {@code TIMEOUT} if it was not done in time
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public ActResult actAsync(ActOptions options) {
		return Blocking.await(this.reactive.actAsync(options));
	}

	/**
	 * Tell what can be done on the page that was opened last, in one call: tool {@code
	 * page_use_observe}.
	 * @param instruction what is looked for, in words
	 * @return the possibilities
	 * @throws IllegalArgumentException if the instruction is blank
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public ObserveResult observe(String instruction) {
		return Blocking.await(this.reactive.observe(instruction));
	}

	/**
	 * Tell what can be done on a page, in one call: tool {@code page_use_observe}.
	 * Through the service's gateway a call is cut off after about 60 seconds; what takes
	 * longer is for {@code observeAsync}.
	 * @param options what is looked for
	 * @return the possibilities
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public ObserveResult observe(ObserveOptions options) {
		return Blocking.await(this.reactive.observe(options));
	}

	/**
	 * Tell what can be done on a page, and ask for the result until it is there: tools
	 * {@code page_use_observe_async} and {@code page_use_get_observe_result}.
	 * @param options what is looked for
	 * @return the possibilities; a failure of kind {@code TIMEOUT} if they were not there
	 * in time
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public ObserveResult observeAsync(ObserveOptions options) {
		return Blocking.await(this.reactive.observeAsync(options));
	}

	/**
	 * Take data off the page that was opened last, in one call: tool {@code
	 * page_use_extract}.
	 * @param <T> the record that holds the data
	 * @param type the record that holds the data
	 * @param instruction what is wanted, in words
	 * @return the data
	 * @throws IllegalArgumentException if the instruction is blank, or the record has a
	 * component that no JSON schema describes
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public <T extends Record> ExtractResult<T> extract(Class<T> type, String instruction) {
		return Blocking.await(this.reactive.extract(type, instruction));
	}

	/**
	 * Take data off a page, in one call: tool {@code page_use_extract}. Through the
	 * service's gateway a call is cut off after about 60 seconds; what takes longer is
	 * for {@code extractAsync}.
	 * @param <T> the record that holds the data
	 * @param options what is wanted
	 * @return the data
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public <T extends Record> ExtractResult<T> extract(ExtractOptions<T> options) {
		return Blocking.await(this.reactive.extract(options));
	}

	/**
	 * Take data off a page, and ask for the result until it is there: tools {@code
	 * page_use_extract_async} and {@code page_use_get_extract_result}.
	 * @param <T> the record that holds the data
	 * @param options what is wanted
	 * @return the data; a failure of kind {@code TIMEOUT} if it was not there in time
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public <T extends Record> ExtractResult<T> extractAsync(ExtractOptions<T> options) {
		return Blocking.await(this.reactive.extractAsync(options));
	}

	/**
	 * Log in on a page: tool {@code page_use_login}.
	 * @param options how
	 * @return what was done
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public ActResult login(LoginOptions options) {
		return Blocking.await(this.reactive.login(options));
	}

	/**
	 * End the operator's work on the pages: tool {@code page_use_close_session}. The
	 * browser stays.
	 * @return whether it was ended
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public OperationResult close() {
		return Blocking.await(this.reactive.close());
	}

	/**
	 * Go to a page: an older name of {@link #navigate(String)}.
	 * @param url its address
	 * @return what the browser said
	 * @throws IllegalArgumentException if the address is blank
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public NavigateResult navigateTo(String url) {
		return Blocking.await(this.reactive.navigateTo(url));
	}

	/**
	 * Click on something on the page that was opened last: tool {@code page_use_act}.
	 * What is clicked on is not part of the instruction, so it may hold any characters.
	 * @param element what to click on, as it is called on the page
	 * @return what was done
	 * @throws IllegalArgumentException if the element is blank
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public ActResult click(String element) {
		return Blocking.await(this.reactive.click(element));
	}

	/**
	 * Type a text into a field of the page that was opened last: tool
	 * {@code page_use_act}. The text is not part of the instruction, so it may hold any
	 * characters.
	 * @param element the field, as it is called on the page
	 * @param text the text, possibly empty
	 * @return what was done
	 * @throws IllegalArgumentException if the element is blank or the text {@code null}
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public ActResult type(String element, String text) {
		return Blocking.await(this.reactive.type(element, text));
	}

	/**
	 * Take a picture of all of the page that was opened last: an older name of
	 * {@link #screenshot()}.
	 * @return the picture
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public PageScreenshotResult takeScreenshot() {
		return Blocking.await(this.reactive.takeScreenshot());
	}

}
