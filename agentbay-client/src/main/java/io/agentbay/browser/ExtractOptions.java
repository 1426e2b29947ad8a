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
import java.util.LinkedHashMap;
import java.util.Map;

import io.agentbay.internal.browser.OperatorArguments;
import io.agentbay.internal.browser.RecordSchema;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What data an operator is to take off a page.
 *
 * @param <T> the record that holds the data
 * @param type the record that holds the data. Its components may be texts, numbers,
 * booleans, enums, dates and times, records, and lists, sets, arrays, optionals and maps
 * by text of those; those that are not {@code @Nullable} or optional are said to be
 * required
 * @param instruction what is wanted, in words
 * @param selector the CSS selector of the part of the page that is meant; {@code null}
 * for all of it
 * @param useTextExtract whether the operator reads the text of the page only;
 * {@code null} for the service's choice
 * @param useVision whether the operator looks at a picture of the page as well;
 * {@code null} for the service's choice
 * @param maxPages how many pages to read on, from this one; default 1
 * @param timeout how long it may take, in whole seconds, at least one; {@code null} for
 * the service's choice, and 5 minutes where the client waits
 * @param page the page
 */
public record ExtractOptions<T extends Record>(Class<T> type, String instruction, @Nullable String selector,
		@Nullable Boolean useTextExtract, @Nullable Boolean useVision, int maxPages, @Nullable Duration timeout,
		PageTarget page) {

	public ExtractOptions {
		Assert.notNull(type, "'type' must not be null");
		Assert.hasText(instruction, "'instruction' must not be empty");
		OperatorArguments.requireNotBlank(selector, "selector");
		Assert.isTrue(maxPages > 0, "'maxPages' must be at least 1");
		OperatorArguments.requireSeconds(timeout);
		Assert.notNull(page, "'page' must not be null");
		RecordSchema.of(type);
	}

	/**
	 * Return the options for an instruction with the defaults.
	 * @param <T> the record that holds the data
	 * @param type the record that holds the data
	 * @param instruction what is wanted, in words
	 * @return the options
	 * @throws IllegalArgumentException if the record has a component that no JSON schema
	 * describes
	 */
	public static <T extends Record> ExtractOptions<T> of(Class<T> type, String instruction) {
		return new ExtractOptions<>(type, instruction, null, null, null, 1, null, PageTarget.last());
	}

	/**
	 * Return these options for a part of the page.
	 * @param selector its CSS selector
	 * @return a changed copy
	 */
	public ExtractOptions<T> withSelector(@Nullable String selector) {
		return new ExtractOptions<>(this.type, this.instruction, selector, this.useTextExtract, this.useVision,
				this.maxPages, this.timeout, this.page);
	}

	/**
	 * Return these options with or without reading text only.
	 * @param useTextExtract whether to
	 * @return a changed copy
	 */
	public ExtractOptions<T> withTextExtract(@Nullable Boolean useTextExtract) {
		return new ExtractOptions<>(this.type, this.instruction, this.selector, useTextExtract, this.useVision,
				this.maxPages, this.timeout, this.page);
	}

	/**
	 * Return these options with or without looking at a picture.
	 * @param useVision whether to
	 * @return a changed copy
	 */
	public ExtractOptions<T> withVision(@Nullable Boolean useVision) {
		return new ExtractOptions<>(this.type, this.instruction, this.selector, this.useTextExtract, useVision,
				this.maxPages, this.timeout, this.page);
	}

	/**
	 * Return these options with a number of pages.
	 * @param maxPages how many pages to read on
	 * @return a changed copy
	 */
	public ExtractOptions<T> withMaxPages(int maxPages) {
		return new ExtractOptions<>(this.type, this.instruction, this.selector, this.useTextExtract, this.useVision,
				maxPages, this.timeout, this.page);
	}

	/**
	 * Return these options with a time-out.
	 * @param timeout how long it may take
	 * @return a changed copy
	 */
	public ExtractOptions<T> withTimeout(@Nullable Duration timeout) {
		return new ExtractOptions<>(this.type, this.instruction, this.selector, this.useTextExtract, this.useVision,
				this.maxPages, timeout, this.page);
	}

	/**
	 * Return these options for a page.
	 * @param page the page
	 * @return a changed copy
	 */
	public ExtractOptions<T> withPage(PageTarget page) {
		return new ExtractOptions<>(this.type, this.instruction, this.selector, this.useTextExtract, this.useVision,
				this.maxPages, this.timeout, page);
	}

	Map<String, Object> toArguments() {
		Map<String, Object> arguments = new LinkedHashMap<>();
		this.page.putInto(arguments);
		arguments.put("instruction", this.instruction);
		arguments.put("field_schema", "schema: " + RecordSchema.of(this.type));
		OperatorArguments.put(arguments, "use_text_extract", this.useTextExtract);
		OperatorArguments.put(arguments, "use_vision", this.useVision);
		OperatorArguments.put(arguments, "selector", this.selector);
		arguments.put("max_page", this.maxPages);
		OperatorArguments.putSeconds(arguments, this.timeout);
		return arguments;
	}

}
