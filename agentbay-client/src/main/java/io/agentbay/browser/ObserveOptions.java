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
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * What an operator is to look for on a page, and how.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class ObserveOptions {

	private final String instruction;

	private final @Nullable String selector;

	private final @Nullable Boolean useVision;

	private final @Nullable Duration timeout;

	private final PageTarget page;

	private ObserveOptions(String instruction, @Nullable String selector, @Nullable Boolean useVision,
			@Nullable Duration timeout, PageTarget page) {
		Assert.hasText(instruction, "'instruction' must not be empty");
		OperatorChecks.requireNotBlank(selector, "selector");
		OperatorChecks.requireSeconds(timeout);
		Assert.notNull(page, "'page' must not be null");
		this.instruction = instruction;
		this.selector = selector;
		this.useVision = useVision;
		this.timeout = timeout;
		this.page = page;
	}

	/**
	 * Return the options for an instruction with the defaults.
	 * @param instruction what is looked for, in words
	 * @return the options
	 * @throws IllegalArgumentException if the instruction is blank
	 */
	public static ObserveOptions of(String instruction) {
		return new ObserveOptions(instruction, null, null, null, PageTarget.last());
	}

	/**
	 * Return these options for a part of the page.
	 * @param selector its CSS selector
	 * @return a changed copy
	 */
	public ObserveOptions withSelector(String selector) {
		return new ObserveOptions(this.instruction, selector, this.useVision, this.timeout, this.page);
	}

	/**
	 * Return these options with a look at a picture of the page as well.
	 * @return a changed copy
	 */
	public ObserveOptions withVision() {
		return new ObserveOptions(this.instruction, this.selector, true, this.timeout, this.page);
	}

	/**
	 * Return these options without a look at a picture of the page.
	 * @return a changed copy
	 */
	public ObserveOptions withoutVision() {
		return new ObserveOptions(this.instruction, this.selector, false, this.timeout, this.page);
	}

	/**
	 * Return these options with a time-out.
	 * @param timeout how long it may take, sent in whole seconds, at least one
	 * @return a changed copy
	 */
	public ObserveOptions withTimeout(Duration timeout) {
		return new ObserveOptions(this.instruction, this.selector, this.useVision, timeout, this.page);
	}

	/**
	 * Return these options for a page.
	 * @param page the page
	 * @return a changed copy
	 */
	public ObserveOptions withPage(PageTarget page) {
		return new ObserveOptions(this.instruction, this.selector, this.useVision, this.timeout, page);
	}

	/**
	 * Return what is looked for.
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
	 * Return whether the operator looks at a picture of the page as well.
	 * @return whether it does, {@code null} for the service's choice
	 */
	public @Nullable Boolean useVision() {
		return this.useVision;
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
		return this == other || (other instanceof ObserveOptions that && this.instruction.equals(that.instruction)
				&& Objects.equals(this.selector, that.selector) && Objects.equals(this.useVision, that.useVision)
				&& Objects.equals(this.timeout, that.timeout) && this.page.equals(that.page));
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.instruction, this.selector, this.useVision, this.timeout, this.page);
	}

	@Override
	public String toString() {
		return "ObserveOptions[instruction=" + this.instruction + ", selector=" + this.selector + ", page=" + this.page
				+ "]";
	}

}
