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
import java.util.Objects;

import io.agentbay.internal.browser.OperatorChecks;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * What an operator is to do on a page, and how. The text form does not show the values of
 * the variables.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class ActOptions {

	private final String action;

	private final Map<String, String> variables;

	private final @Nullable Boolean useVision;

	private final @Nullable Duration timeout;

	private final PageTarget page;

	private ActOptions(String action, Map<String, String> variables, @Nullable Boolean useVision,
			@Nullable Duration timeout, PageTarget page) {
		Assert.hasText(action, "'action' must not be empty");
		variables.forEach((name, value) -> Assert.isTrue(name != null && !name.isBlank() && value != null,
				"'variables' must hold neither empty names nor null"));
		OperatorChecks.requireSeconds(timeout);
		Assert.notNull(page, "'page' must not be null");
		this.action = action;
		this.variables = Map.copyOf(variables);
		this.useVision = useVision;
		this.timeout = timeout;
		this.page = page;
	}

	/**
	 * Return the options for an action with the defaults.
	 * @param action what to do, in words; {@code %name%} stands for a variable
	 * @return the options
	 * @throws IllegalArgumentException if the action is blank
	 */
	public static ActOptions of(String action) {
		return new ActOptions(action, Map.of(), null, null, PageTarget.last());
	}

	/**
	 * Return these options with one more variable.
	 * @param name its name
	 * @param value its value: what belongs into a form, such as a password, and is not to
	 * be read as an instruction
	 * @return a changed copy
	 */
	public ActOptions withVariable(String name, String value) {
		Map<String, String> all = new LinkedHashMap<>(this.variables);
		all.put(name, value);
		return new ActOptions(this.action, all, this.useVision, this.timeout, this.page);
	}

	/**
	 * Return these options with a look at a picture of the page as well.
	 * @return a changed copy
	 */
	public ActOptions withVision() {
		return new ActOptions(this.action, this.variables, true, this.timeout, this.page);
	}

	/**
	 * Return these options without a look at a picture of the page.
	 * @return a changed copy
	 */
	public ActOptions withoutVision() {
		return new ActOptions(this.action, this.variables, false, this.timeout, this.page);
	}

	/**
	 * Return these options with a time-out.
	 * @param timeout how long it may take, sent in whole seconds, at least one
	 * @return a changed copy
	 */
	public ActOptions withTimeout(Duration timeout) {
		return new ActOptions(this.action, this.variables, this.useVision, timeout, this.page);
	}

	/**
	 * Return these options for a page.
	 * @param page the page
	 * @return a changed copy
	 */
	public ActOptions withPage(PageTarget page) {
		return new ActOptions(this.action, this.variables, this.useVision, this.timeout, page);
	}

	/**
	 * Return what to do.
	 * @return the action, in words; {@code %name%} stands for a variable
	 */
	public String action() {
		return this.action;
	}

	/**
	 * Return the values of the variables.
	 * @return the values by their names
	 */
	public Map<String, String> variables() {
		return this.variables;
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
		return this == other || (other instanceof ActOptions that && this.action.equals(that.action)
				&& this.variables.equals(that.variables) && Objects.equals(this.useVision, that.useVision)
				&& Objects.equals(this.timeout, that.timeout) && this.page.equals(that.page));
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.action, this.variables, this.useVision, this.timeout, this.page);
	}

	@Override
	public String toString() {
		return "ActOptions[action=" + this.action + ", variables=" + this.variables.keySet() + ", page=" + this.page
				+ "]";
	}

}
