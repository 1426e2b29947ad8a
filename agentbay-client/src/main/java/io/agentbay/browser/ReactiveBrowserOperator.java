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

import io.agentbay.internal.blocking.BlockingBrowserOperator;
import io.agentbay.internal.blocking.BlockingShape;
import io.agentbay.internal.blocking.BlockingShape.Kind;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.lang.CheckReturnValue;

/**
 * Works on the pages of a session's browser as instructions in natural language say. Each
 * instruction is carried out at most once. What the operator does not understand, find or
 * bring about is a {@link io.agentbay.error.ToolFailedException}; an answer that cannot
 * be used an {@link io.agentbay.error.InvalidReplyException}. Called by applications: new
 * methods may be added in minor releases.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public interface ReactiveBrowserOperator {

	/**
	 * Go to a page: tool {@code page_use_navigate}.
	 * @param url its address
	 * @return what the browser said
	 * @throws IllegalArgumentException if the address is blank
	 * @throws IllegalStateException if the browser is not initialized
	 */
	Mono<String> navigate(String url);

	/**
	 * Take a picture of all of the page that was opened last: tool
	 * {@code page_use_screenshot}.
	 * @return the picture
	 * @throws IllegalStateException if the browser is not initialized
	 */
	default Mono<PageScreenshot> screenshot() {
		return screenshot(ScreenshotOptions.defaults());
	}

	/**
	 * Take a picture of a page: tool {@code page_use_screenshot}.
	 * @param options which picture
	 * @return the picture
	 * @throws IllegalArgumentException if there are no options
	 * @throws IllegalStateException if the browser is not initialized
	 */
	Mono<PageScreenshot> screenshot(ScreenshotOptions options);

	/**
	 * Do something on the page that was opened last, in one call: tool
	 * {@code page_use_act}.
	 * @param action what to do, in words
	 * @return what was done
	 * @throws IllegalArgumentException if the action is blank
	 * @throws IllegalStateException if the browser is not initialized
	 */
	default Mono<ActResult> act(String action) {
		return act(ActOptions.of(action));
	}

	/**
	 * Do something on a page, in one call: tool {@code page_use_act}. Through the
	 * service's gateway a call is cut off after about 60 seconds; what takes longer is
	 * for {@link #actAsTask(ActOptions)}.
	 * @param options what to do
	 * @return what was done
	 * @throws IllegalArgumentException if there are no options
	 * @throws IllegalStateException if the browser is not initialized
	 */
	Mono<ActResult> act(ActOptions options);

	/**
	 * Do what was observed on the page that was opened last: tool {@code page_use_act}.
	 * @param action what was observed
	 * @return what was done
	 * @throws IllegalArgumentException if there is no action
	 * @throws IllegalStateException if the browser is not initialized
	 */
	default Mono<ActResult> act(ObservedAction action) {
		return act(action, PageTarget.last());
	}

	/**
	 * Do what was observed: tool {@code page_use_act}.
	 * @param action what was observed
	 * @param page where it was observed
	 * @return what was done
	 * @throws IllegalArgumentException if there is no action or page
	 * @throws IllegalStateException if the browser is not initialized
	 */
	Mono<ActResult> act(ObservedAction action, PageTarget page);

	/**
	 * Do something on a page, and ask for the result until it is there: tools
	 * {@code page_use_act_async} and {@code page_use_get_act_result}. When the time is
	 * over it is a {@link io.agentbay.error.ServiceTimeoutException}, and the work goes
	 * on.
	 * @param options what to do
	 * @return what was done
	 * @throws IllegalArgumentException if there are no options
	 * @throws IllegalStateException if the browser is not initialized
	 */
	Mono<ActResult> actAsTask(ActOptions options);

	/**
	 * Click on something on the page that was opened last: tool {@code page_use_act}.
	 * What is clicked on is not part of the instruction, so it may hold any characters.
	 * @param element what to click on, as it is called on the page
	 * @return what was done
	 * @throws IllegalArgumentException if the element is blank
	 * @throws IllegalStateException if the browser is not initialized
	 */
	Mono<ActResult> click(String element);

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
	Mono<ActResult> type(String element, String text);

	/**
	 * Tell what can be done on the page that was opened last, in one call: tool
	 * {@code page_use_observe}.
	 * @param instruction what is looked for, in words
	 * @return the possibilities
	 * @throws IllegalArgumentException if the instruction is blank
	 * @throws IllegalStateException if the browser is not initialized
	 */
	@BlockingShape(Kind.LIST)
	default Flux<ObservedAction> observe(String instruction) {
		return observe(ObserveOptions.of(instruction));
	}

	/**
	 * Tell what can be done on a page, in one call: tool {@code page_use_observe}.
	 * Through the service's gateway a call is cut off after about 60 seconds; what takes
	 * longer is for {@link #observeAsTask(ObserveOptions)}.
	 * @param options what is looked for
	 * @return the possibilities
	 * @throws IllegalArgumentException if there are no options
	 * @throws IllegalStateException if the browser is not initialized
	 */
	@BlockingShape(Kind.LIST)
	Flux<ObservedAction> observe(ObserveOptions options);

	/**
	 * Tell what can be done on a page, and ask for the result until it is there: tools
	 * {@code page_use_observe_async} and {@code page_use_get_observe_result}. When the
	 * time is over it is a {@link io.agentbay.error.ServiceTimeoutException}.
	 * @param options what is looked for
	 * @return the possibilities
	 * @throws IllegalArgumentException if there are no options
	 * @throws IllegalStateException if the browser is not initialized
	 */
	@BlockingShape(Kind.LIST)
	Flux<ObservedAction> observeAsTask(ObserveOptions options);

	/**
	 * Take data off the page that was opened last, in one call: tool
	 * {@code page_use_extract}.
	 * @param <T> the type that holds the data
	 * @param type a record, or another class that Jackson binds, see
	 * {@link ExtractOptions}
	 * @param instruction what is wanted, in words
	 * @return the data
	 * @throws IllegalArgumentException if the instruction is blank, or no JSON schema
	 * describes the type
	 * @throws IllegalStateException if the browser is not initialized
	 */
	default <T> Mono<T> extract(Class<T> type, String instruction) {
		return extract(ExtractOptions.of(type, instruction));
	}

	/**
	 * Take data off a page, in one call: tool {@code page_use_extract}. What the type
	 * requires and the page does not have is a
	 * {@link io.agentbay.error.ToolFailedException}. Through the service's gateway a call
	 * is cut off after about 60 seconds; what takes longer is for
	 * {@link #extractAsTask(ExtractOptions)}.
	 * @param <T> the type that holds the data
	 * @param options what is wanted
	 * @return the data
	 * @throws IllegalArgumentException if there are no options
	 * @throws IllegalStateException if the browser is not initialized
	 */
	<T> Mono<T> extract(ExtractOptions<T> options);

	/**
	 * Take data off a page, and ask for the result until it is there: tools
	 * {@code page_use_extract_async} and {@code page_use_get_extract_result}. When the
	 * time is over it is a {@link io.agentbay.error.ServiceTimeoutException}.
	 * @param <T> the type that holds the data
	 * @param options what is wanted
	 * @return the data
	 * @throws IllegalArgumentException if there are no options
	 * @throws IllegalStateException if the browser is not initialized
	 */
	<T> Mono<T> extractAsTask(ExtractOptions<T> options);

	/**
	 * Log in on a page: tool {@code page_use_login}.
	 * @param options how
	 * @return what was done
	 * @throws IllegalArgumentException if there are no options
	 * @throws IllegalStateException if the browser is not initialized
	 */
	Mono<ActResult> login(LoginOptions options);

	/**
	 * End the operator's work on the pages: tool {@code page_use_close_session}. The
	 * browser stays.
	 * @return completes when it has ended
	 * @throws IllegalStateException if the browser is not initialized
	 */
	Mono<Void> close();

	/**
	 * Return the blocking face of this.
	 * @return the blocking face
	 */
	default BrowserOperator blocking() {
		return new BlockingBrowserOperator(this);
	}

}
