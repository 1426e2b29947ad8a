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
import java.util.Objects;

import io.agentbay.internal.browser.OperatorChecks;
import io.agentbay.internal.browser.RecordSchema;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What data an operator is to take off a page, and how. The data is held by a record, or
 * by another class that Jackson binds: by its setters, fields or constructor. What it
 * holds may be texts, numbers, booleans, enums, dates and times, records and classes of
 * those, and lists, sets, arrays, optionals and maps by text of those; what is not
 * {@code @Nullable} or optional is said to be required.
 *
 * @param <T> the type that holds the data
 * @since 0.1.0
 */
public final class ExtractOptions<T> {

	private final Class<T> type;

	private final String instruction;

	private final @Nullable String selector;

	private final @Nullable Boolean useTextExtract;

	private final @Nullable Boolean useVision;

	private final int maxPages;

	private final @Nullable Duration timeout;

	private final PageTarget page;

	private ExtractOptions(Class<T> type, String instruction, @Nullable String selector,
			@Nullable Boolean useTextExtract, @Nullable Boolean useVision, int maxPages, @Nullable Duration timeout,
			PageTarget page) {
		Assert.notNull(type, "'type' must not be null");
		Assert.hasText(instruction, "'instruction' must not be empty");
		OperatorChecks.requireNotBlank(selector, "selector");
		Assert.isTrue(maxPages > 0, "'maxPages' must be at least 1");
		OperatorChecks.requireSeconds(timeout);
		Assert.notNull(page, "'page' must not be null");
		this.type = type;
		this.instruction = instruction;
		this.selector = selector;
		this.useTextExtract = useTextExtract;
		this.useVision = useVision;
		this.maxPages = maxPages;
		this.timeout = timeout;
		this.page = page;
	}

	/**
	 * Return the options for an instruction with the defaults.
	 * @param <T> the type that holds the data
	 * @param type the type that holds the data
	 * @param instruction what is wanted, in words
	 * @return the options
	 * @throws IllegalArgumentException if the instruction is blank, or no JSON schema
	 * describes the type
	 */
	public static <T> ExtractOptions<T> of(Class<T> type, String instruction) {
		Assert.notNull(type, "'type' must not be null");
		RecordSchema.of(type);
		return new ExtractOptions<>(type, instruction, null, null, null, 1, null, PageTarget.last());
	}

	/**
	 * Return these options for a part of the page.
	 * @param selector its CSS selector
	 * @return a changed copy
	 */
	public ExtractOptions<T> withSelector(String selector) {
		return new ExtractOptions<>(this.type, this.instruction, selector, this.useTextExtract, this.useVision,
				this.maxPages, this.timeout, this.page);
	}

	/**
	 * Return these options with reading the text of the page only.
	 * @return a changed copy
	 */
	public ExtractOptions<T> withTextExtract() {
		return new ExtractOptions<>(this.type, this.instruction, this.selector, true, this.useVision, this.maxPages,
				this.timeout, this.page);
	}

	/**
	 * Return these options with reading more than the text of the page.
	 * @return a changed copy
	 */
	public ExtractOptions<T> withoutTextExtract() {
		return new ExtractOptions<>(this.type, this.instruction, this.selector, false, this.useVision, this.maxPages,
				this.timeout, this.page);
	}

	/**
	 * Return these options with a look at a picture of the page as well.
	 * @return a changed copy
	 */
	public ExtractOptions<T> withVision() {
		return new ExtractOptions<>(this.type, this.instruction, this.selector, this.useTextExtract, true,
				this.maxPages, this.timeout, this.page);
	}

	/**
	 * Return these options without a look at a picture of the page.
	 * @return a changed copy
	 */
	public ExtractOptions<T> withoutVision() {
		return new ExtractOptions<>(this.type, this.instruction, this.selector, this.useTextExtract, false,
				this.maxPages, this.timeout, this.page);
	}

	/**
	 * Return these options with a number of pages.
	 * @param maxPages how many pages to read on, at least 1
	 * @return a changed copy
	 */
	public ExtractOptions<T> withMaxPages(int maxPages) {
		return new ExtractOptions<>(this.type, this.instruction, this.selector, this.useTextExtract, this.useVision,
				maxPages, this.timeout, this.page);
	}

	/**
	 * Return these options with a time-out.
	 * @param timeout how long it may take, sent in whole seconds, at least one
	 * @return a changed copy
	 */
	public ExtractOptions<T> withTimeout(Duration timeout) {
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

	/**
	 * Return the type that holds the data.
	 * @return the type
	 */
	public Class<T> type() {
		return this.type;
	}

	/**
	 * Return what is wanted.
	 * @return the instruction, in words
	 */
	public String instruction() {
		return this.instruction;
	}

	/**
	 * Return the part of the page that is meant.
	 * @return its CSS selector, {@code null} for all of the page
	 */
	public @Nullable String selector() {
		return this.selector;
	}

	/**
	 * Return whether the operator reads the text of the page only.
	 * @return whether it does, {@code null} for the service's choice
	 */
	public @Nullable Boolean useTextExtract() {
		return this.useTextExtract;
	}

	/**
	 * Return whether the operator looks at a picture of the page as well.
	 * @return whether it does, {@code null} for the service's choice
	 */
	public @Nullable Boolean useVision() {
		return this.useVision;
	}

	/**
	 * Return how many pages to read on, from this one.
	 * @return the number, by default 1
	 */
	public int maxPages() {
		return this.maxPages;
	}

	/**
	 * Return how long it may take.
	 * @return the time, {@code null} for the service's choice, and 5 minutes where the
	 * client waits
	 */
	public @Nullable Duration timeout() {
		return this.timeout;
	}

	/**
	 * Return the page that is meant.
	 * @return the page
	 */
	public PageTarget page() {
		return this.page;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other
				|| (other instanceof ExtractOptions<?> that && this.type == that.type && this.maxPages == that.maxPages
						&& this.instruction.equals(that.instruction) && Objects.equals(this.selector, that.selector)
						&& Objects.equals(this.useTextExtract, that.useTextExtract)
						&& Objects.equals(this.useVision, that.useVision) && Objects.equals(this.timeout, that.timeout)
						&& this.page.equals(that.page));
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.type, this.instruction, this.selector, this.useTextExtract, this.useVision,
				this.maxPages, this.timeout, this.page);
	}

	@Override
	public String toString() {
		return "ExtractOptions[type=" + this.type.getSimpleName() + ", instruction=" + this.instruction + ", selector="
				+ this.selector + ", page=" + this.page + "]";
	}

}
