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
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What an operator is to look for on a page.
 *
 * @param instruction what is looked for, in words
 * @param selector the CSS selector of the part of the page that is meant; {@code null}
 * for all of it
 * @param useVision whether the operator looks at a picture of the page as well;
 * {@code null} for the service's choice
 * @param timeout how long it may take, in whole seconds, at least one; {@code null} for
 * the service's choice, and 5 minutes where the client waits
 * @param page the page
 */
public record ObserveOptions(String instruction, @Nullable String selector, @Nullable Boolean useVision,
		@Nullable Duration timeout, PageTarget page) {

	public ObserveOptions {
		Assert.hasText(instruction, "'instruction' must not be empty");
		OperatorArguments.requireNotBlank(selector, "selector");
		OperatorArguments.requireSeconds(timeout);
		Assert.notNull(page, "'page' must not be null");
	}

	/**
	 * Return the options for an instruction with the defaults.
	 * @param instruction what is looked for, in words
	 * @return the options
	 */
	public static ObserveOptions of(String instruction) {
		return new ObserveOptions(instruction, null, null, null, PageTarget.last());
	}

	/**
	 * Return these options for a part of the page.
	 * @param selector its CSS selector
	 * @return a changed copy
	 */
	public ObserveOptions withSelector(@Nullable String selector) {
		return new ObserveOptions(this.instruction, selector, this.useVision, this.timeout, this.page);
	}

	/**
	 * Return these options with or without looking at a picture.
	 * @param useVision whether to
	 * @return a changed copy
	 */
	public ObserveOptions withVision(@Nullable Boolean useVision) {
		return new ObserveOptions(this.instruction, this.selector, useVision, this.timeout, this.page);
	}

	/**
	 * Return these options with a time-out.
	 * @param timeout how long it may take
	 * @return a changed copy
	 */
	public ObserveOptions withTimeout(@Nullable Duration timeout) {
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

	Map<String, Object> toArguments() {
		Map<String, Object> arguments = new LinkedHashMap<>();
		this.page.putInto(arguments);
		arguments.put("instruction", this.instruction);
		OperatorArguments.put(arguments, "use_vision", this.useVision);
		OperatorArguments.put(arguments, "selector", this.selector);
		OperatorArguments.putSeconds(arguments, this.timeout);
		return arguments;
	}

}
