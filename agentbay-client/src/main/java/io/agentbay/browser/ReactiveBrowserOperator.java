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

import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

import io.agentbay.internal.browser.OperatorAnswers;
import io.agentbay.internal.browser.OperatorTask;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.result.OperationResult;
import io.agentbay.tool.ToolCall;
import io.agentbay.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Works on the pages of a session's browser as instructions in natural language say. Each
 * instruction is carried out at most once.
 */
public final class ReactiveBrowserOperator {

	private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

	/** What the way to the session and back may take on top of the work's own time. */
	private static final Duration MARGIN = Duration.ofSeconds(15);

	private final SessionTools tools;

	private final BooleanSupplier initialized;

	ReactiveBrowserOperator(SessionTools tools, BooleanSupplier initialized) {
		this.tools = tools;
		this.initialized = initialized;
	}

	/**
	 * Go to a page: tool {@code page_use_navigate}.
	 * @param url its address
	 * @return what the browser said
	 * @throws IllegalArgumentException if the address is blank
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public Mono<NavigateResult> navigate(String url) {
		Assert.hasText(url, "'url' must not be empty");
		return call("page_use_navigate", Map.of("url", url), null)
			.map((result) -> new NavigateResult(result.outcome(), result.success() ? result.text() : ""));
	}

	/**
	 * Take a picture of all of the page that was opened last: tool {@code
	 * page_use_screenshot}.
	 * @return the picture
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public Mono<PageScreenshotResult> screenshot() {
		return screenshot(ScreenshotOptions.defaults());
	}

	/**
	 * Take a picture of a page: tool {@code page_use_screenshot}.
	 * @param options which picture
	 * @return the picture
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public Mono<PageScreenshotResult> screenshot(ScreenshotOptions options) {
		requireOptions(options);
		return call("page_use_screenshot", options.toArguments(), options.timeout()).map(OperatorAnswers::screenshot);
	}

	/**
	 * Do something on the page that was opened last, in one call: tool {@code
	 * page_use_act}.
	 * @param action what to do, in words
	 * @return what was done
	 * @throws IllegalArgumentException if the action is blank
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public Mono<ActResult> act(String action) {
		return act(ActOptions.of(action));
	}

	/**
	 * Do something on a page, in one call: tool {@code page_use_act}. Through the
	 * service's gateway a call is cut off after about 60 seconds; what takes longer is
	 * for {@code actAsync}.
	 * @param options what to do
	 * @return what was done
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public Mono<ActResult> act(ActOptions options) {
		requireOptions(options);
		return call("page_use_act", options.toArguments(), options.timeout())
			.flatMap((result) -> finished(result, options.timeout()))
			.map(OperatorAnswers::act);
	}

	/**
	 * Do what was observed on the page that was opened last: tool {@code
	 * page_use_act}.
	 * @param action what was observed
	 * @return what was done
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public Mono<ActResult> act(ObservedAction action) {
		return act(action, PageTarget.last());
	}

	/**
	 * Do what was observed: tool {@code page_use_act}.
	 * @param action what was observed
	 * @param page where it was observed
	 * @return what was done
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public Mono<ActResult> act(ObservedAction action, PageTarget page) {
		Assert.notNull(action, "'action' must not be null");
		return act(new ActOptions(action.toAction(), Map.of(), null, null, page));
	}

	/**
	 * Do something on a page, and ask for the result until it is there: tools {@code
	 * page_use_act_async} and {@code page_use_get_act_result}. The work goes on when the
	 * time is over.
	 * @param options what to do
	 * @return what was done; a failure of kind {@code TIMEOUT} if it was not done in time
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public Mono<ActResult> actAsync(ActOptions options) {
		requireOptions(options);
		return run(OperatorTask.ACT, options.toArguments(), options.timeout()).map(OperatorAnswers::act);
	}

	/**
	 * Tell what can be done on the page that was opened last, in one call: tool {@code
	 * page_use_observe}.
	 * @param instruction what is looked for, in words
	 * @return the possibilities
	 * @throws IllegalArgumentException if the instruction is blank
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public Mono<ObserveResult> observe(String instruction) {
		return observe(ObserveOptions.of(instruction));
	}

	/**
	 * Tell what can be done on a page, in one call: tool {@code page_use_observe}.
	 * Through the service's gateway a call is cut off after about 60 seconds; what takes
	 * longer is for {@code observeAsync}.
	 * @param options what is looked for
	 * @return the possibilities
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public Mono<ObserveResult> observe(ObserveOptions options) {
		requireOptions(options);
		return call("page_use_observe", options.toArguments(), options.timeout()).map(OperatorAnswers::observe);
	}

	/**
	 * Tell what can be done on a page, and ask for the result until it is there: tools
	 * {@code page_use_observe_async} and {@code page_use_get_observe_result}.
	 * @param options what is looked for
	 * @return the possibilities; a failure of kind {@code TIMEOUT} if they were not there
	 * in time
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public Mono<ObserveResult> observeAsync(ObserveOptions options) {
		requireOptions(options);
		return run(OperatorTask.OBSERVE, options.toArguments(), options.timeout()).map(OperatorAnswers::observe);
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
	public <T extends Record> Mono<ExtractResult<T>> extract(Class<T> type, String instruction) {
		return extract(ExtractOptions.of(type, instruction));
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
	public <T extends Record> Mono<ExtractResult<T>> extract(ExtractOptions<T> options) {
		requireOptions(options);
		return call("page_use_extract", options.toArguments(), options.timeout())
			.map((result) -> OperatorAnswers.extract(result, options.type()));
	}

	/**
	 * Take data off a page, and ask for the result until it is there: tools {@code
	 * page_use_extract_async} and {@code page_use_get_extract_result}.
	 * @param <T> the record that holds the data
	 * @param options what is wanted
	 * @return the data; a failure of kind {@code TIMEOUT} if it was not there in time
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public <T extends Record> Mono<ExtractResult<T>> extractAsync(ExtractOptions<T> options) {
		requireOptions(options);
		return run(OperatorTask.EXTRACT, options.toArguments(), options.timeout())
			.map((result) -> OperatorAnswers.extract(result, options.type()));
	}

	/**
	 * Log in on a page: tool {@code page_use_login}.
	 * @param options how
	 * @return what was done
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public Mono<ActResult> login(LoginOptions options) {
		requireOptions(options);
		return call("page_use_login", options.toArguments(), null).map(OperatorAnswers::act);
	}

	/**
	 * End the operator's work on the pages: tool {@code page_use_close_session}. The
	 * browser stays.
	 * @return whether it was ended
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public Mono<OperationResult> close() {
		return call("page_use_close_session", Map.of(), null).map((result) -> new OperationResult(result.outcome()));
	}

	/** The service may have begun a task instead of answering at once. */
	private Mono<ToolResult> finished(ToolResult result, @Nullable Duration timeout) {
		String id = OperatorAnswers.taskId(result);
		return (id != null) ? OperatorTask.ACT.await(this.tools, id, timeout) : Mono.just(result);
	}

	private Mono<ToolResult> call(String tool, Map<String, ?> arguments, @Nullable Duration timeout) {
		requireInitialized();
		Duration limit = (timeout != null) ? timeout.plus(MARGIN) : DEFAULT_TIMEOUT;
		return this.tools.call(ToolCall.of(tool, arguments).withReadTimeout(limit));
	}

	private Mono<ToolResult> run(OperatorTask task, Map<String, ?> arguments, @Nullable Duration timeout) {
		requireInitialized();
		return task.run(this.tools, arguments, timeout);
	}

	private void requireInitialized() {
		Assert.state(this.initialized.getAsBoolean(), "The browser must be initialized first: call initialize");
	}

	private static void requireOptions(@Nullable Object options) {
		Assert.notNull(options, "'options' must not be null");
	}

	/**
	 * Go to a page: an older name of {@link #navigate(String)}.
	 * @param url its address
	 * @return what the browser said
	 * @throws IllegalArgumentException if the address is blank
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public Mono<NavigateResult> navigateTo(String url) {
		return navigate(url);
	}

	/**
	 * Click on something on the page that was opened last: tool {@code page_use_act}.
	 * What is clicked on is not part of the instruction, so it may hold any characters.
	 * @param element what to click on, as it is called on the page
	 * @return what was done
	 * @throws IllegalArgumentException if the element is blank
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public Mono<ActResult> click(String element) {
		Assert.hasText(element, "'element' must not be empty");
		return act(ActOptions.of("Click on %element%").withVariable("element", element));
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
	public Mono<ActResult> type(String element, String text) {
		Assert.hasText(element, "'element' must not be empty");
		Assert.notNull(text, "'text' must not be null");
		return act(ActOptions.of("Type %text% into %element%")
			.withVariable("element", element)
			.withVariable("text", text));
	}

	/**
	 * Take a picture of all of the page that was opened last: an older name of
	 * {@link #screenshot()}.
	 * @return the picture
	 * @throws IllegalStateException if the browser is not initialized
	 */
	public Mono<PageScreenshotResult> takeScreenshot() {
		return screenshot();
	}

}
