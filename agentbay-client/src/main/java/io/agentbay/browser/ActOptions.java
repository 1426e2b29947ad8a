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
 * What an operator is to do on a page. Its text form does not show the values of the
 * variables.
 *
 * @param action what to do, in words; {@code %name%} stands for a variable
 * @param variables the values of the variables: what belongs into a form, such as a
 * password, and is not to be read as an instruction
 * @param useVision whether the operator looks at a picture of the page as well;
 * {@code null} for the service's choice
 * @param timeout how long it may take, in whole seconds, at least one; {@code null} for
 * the service's choice, and 5 minutes where the client waits
 * @param page the page
 */
public record ActOptions(String action, Map<String, String> variables, @Nullable Boolean useVision,
		@Nullable Duration timeout, PageTarget page) {

	public ActOptions {
		Assert.hasText(action, "'action' must not be empty");
		Assert.notNull(variables, "'variables' must not be null");
		variables.forEach((name, value) -> Assert.isTrue(name != null && !name.isBlank() && value != null,
				"'variables' must hold neither empty names nor null"));
		OperatorArguments.requireSeconds(timeout);
		Assert.notNull(page, "'page' must not be null");
		variables = Map.copyOf(variables);
	}

	/**
	 * Return the options for an action with the defaults.
	 * @param action what to do, in words
	 * @return the options
	 */
	public static ActOptions of(String action) {
		return new ActOptions(action, Map.of(), null, null, PageTarget.last());
	}

	/**
	 * Return these options with one more variable.
	 * @param name its name
	 * @param value its value
	 * @return a changed copy
	 */
	public ActOptions withVariable(String name, String value) {
		Map<String, String> all = new LinkedHashMap<>(this.variables);
		all.put(name, value);
		return new ActOptions(this.action, all, this.useVision, this.timeout, this.page);
	}

	/**
	 * Return these options with or without looking at a picture.
	 * @param useVision whether to
	 * @return a changed copy
	 */
	public ActOptions withVision(@Nullable Boolean useVision) {
		return new ActOptions(this.action, this.variables, useVision, this.timeout, this.page);
	}

	/**
	 * Return these options with a time-out.
	 * @param timeout how long it may take
	 * @return a changed copy
	 */
	public ActOptions withTimeout(@Nullable Duration timeout) {
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

	Map<String, Object> toArguments() {
		Map<String, Object> arguments = new LinkedHashMap<>();
		this.page.putInto(arguments);
		arguments.put("action", this.action);
		OperatorArguments.put(arguments, "variables", this.variables.isEmpty() ? null : this.variables);
		OperatorArguments.put(arguments, "use_vision", this.useVision);
		OperatorArguments.putSeconds(arguments, this.timeout);
		return arguments;
	}

	@Override
	public String toString() {
		return "ActOptions[action=" + this.action + ", variables=" + this.variables.keySet() + ", page=" + this.page
				+ "]";
	}

}
