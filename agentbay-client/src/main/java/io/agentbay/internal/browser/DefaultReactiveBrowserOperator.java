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

import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

import io.agentbay.browser.ActOptions;
import io.agentbay.browser.ActResult;
import io.agentbay.browser.ExtractOptions;
import io.agentbay.browser.LoginOptions;
import io.agentbay.browser.ObserveOptions;
import io.agentbay.browser.ObservedAction;
import io.agentbay.browser.PageScreenshot;
import io.agentbay.browser.PageTarget;
import io.agentbay.browser.ReactiveBrowserOperator;
import io.agentbay.browser.ScreenshotOptions;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.internal.tool.ToolReply;
import io.agentbay.tool.ToolCall;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Works on pages by the tools {@code page_use_…}.
 */
final class DefaultReactiveBrowserOperator implements ReactiveBrowserOperator {

	private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

	/** What the way to the session and back may take on top of the work's own time. */
	private static final Duration MARGIN = Duration.ofSeconds(15);

	private final SessionTools tools;

	private final BooleanSupplier initialized;

	DefaultReactiveBrowserOperator(SessionTools tools, BooleanSupplier initialized) {
		this.tools = tools;
		this.initialized = initialized;
	}

	@Override
	public Mono<String> navigate(String url) {
		Assert.hasText(url, "'url' must not be empty");
		return call("page_use_navigate", Map.of("url", url), null).map(ToolReply::text);
	}

	@Override
	public Mono<PageScreenshot> screenshot(ScreenshotOptions options) {
		requireOptions(options);
		return call("page_use_screenshot", OperatorArguments.of(options), options.timeout())
			.map(OperatorAnswers::screenshot);
	}

	@Override
	public Mono<ActResult> act(ActOptions options) {
		requireOptions(options);
		return call("page_use_act", OperatorArguments.of(options), options.timeout())
			.flatMap((reply) -> finished(reply, options.timeout()))
			.map(OperatorAnswers::act);
	}

	/** The service may have begun a task instead of answering at once. */
	private Mono<ToolReply> finished(ToolReply reply, @Nullable Duration timeout) {
		String id = OperatorAnswers.taskId(reply);
		return (id != null) ? OperatorTask.ACT.await(this.tools, id, timeout) : Mono.just(reply);
	}

	@Override
	public Mono<ActResult> act(ObservedAction action, PageTarget page) {
		Assert.notNull(action, "'action' must not be null");
		return act(ActOptions.of(OperatorArguments.action(action)).withPage(page));
	}

	@Override
	public Mono<ActResult> actAsTask(ActOptions options) {
		requireOptions(options);
		return run(OperatorTask.ACT, OperatorArguments.of(options), options.timeout()).map(OperatorAnswers::act);
	}

	@Override
	public Mono<ActResult> click(String element) {
		Assert.hasText(element, "'element' must not be empty");
		return act(ActOptions.of("Click on %element%").withVariable("element", element));
	}

	@Override
	public Mono<ActResult> type(String element, String text) {
		Assert.hasText(element, "'element' must not be empty");
		Assert.notNull(text, "'text' must not be null");
		return act(ActOptions.of("Type %text% into %element%")
			.withVariable("element", element)
			.withVariable("text", text));
	}

	@Override
	public Flux<ObservedAction> observe(ObserveOptions options) {
		requireOptions(options);
		return call("page_use_observe", OperatorArguments.of(options), options.timeout())
			.flatMapIterable(OperatorAnswers::observe);
	}

	@Override
	public Flux<ObservedAction> observeAsTask(ObserveOptions options) {
		requireOptions(options);
		return run(OperatorTask.OBSERVE, OperatorArguments.of(options), options.timeout())
			.flatMapIterable(OperatorAnswers::observe);
	}

	@Override
	public <T> Mono<T> extract(ExtractOptions<T> options) {
		requireOptions(options);
		return call("page_use_extract", OperatorArguments.of(options), options.timeout())
			.map((reply) -> OperatorAnswers.extract(reply, options.type()));
	}

	@Override
	public <T> Mono<T> extractAsTask(ExtractOptions<T> options) {
		requireOptions(options);
		return run(OperatorTask.EXTRACT, OperatorArguments.of(options), options.timeout())
			.map((reply) -> OperatorAnswers.extract(reply, options.type()));
	}

	@Override
	public Mono<ActResult> login(LoginOptions options) {
		requireOptions(options);
		return call("page_use_login", OperatorArguments.of(options), null).map(OperatorAnswers::act);
	}

	@Override
	public Mono<Void> close() {
		return call("page_use_close_session", Map.of(), null).then();
	}

	private Mono<ToolReply> call(String tool, Map<String, ?> arguments, @Nullable Duration timeout) {
		requireInitialized();
		Duration limit = (timeout != null) ? timeout.plus(MARGIN) : DEFAULT_TIMEOUT;
		return this.tools.require(ToolCall.of(tool, arguments).withReadTimeout(limit));
	}

	private Mono<ToolReply> run(OperatorTask task, Map<String, ?> arguments, @Nullable Duration timeout) {
		requireInitialized();
		return task.run(this.tools, arguments, timeout);
	}

	private void requireInitialized() {
		Assert.state(this.initialized.getAsBoolean(), "The browser must be initialized first: call initialize");
	}

	private static void requireOptions(@Nullable Object options) {
		Assert.notNull(options, "'options' must not be null");
	}

}
