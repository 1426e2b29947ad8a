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

import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * How an operator is to log in. The text form does not show the values of the
 * configuration.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class LoginOptions {

	private final Map<String, String> config;

	private final boolean useVision;

	private final PageTarget page;

	private LoginOptions(Map<String, String> config, boolean useVision, PageTarget page) {
		Assert.notEmpty(config, "'config' must not be empty");
		config.forEach((name, value) -> Assert.isTrue(name != null && value != null, "'config' must not hold null"));
		Assert.notNull(page, "'page' must not be null");
		this.config = Map.copyOf(config);
		this.useVision = useVision;
		this.page = page;
	}

	/**
	 * Return the options for a configuration with the defaults.
	 * @param config what the service wants to know for it, such as {@code api_key} and
	 * {@code skill_id}
	 * @return the options
	 * @throws IllegalArgumentException if the configuration is empty
	 */
	public static LoginOptions of(Map<String, String> config) {
		return new LoginOptions(config, false, PageTarget.last());
	}

	/**
	 * Return these options with a look at a picture of the page as well.
	 * @return a changed copy
	 */
	public LoginOptions withVision() {
		return new LoginOptions(this.config, true, this.page);
	}

	/**
	 * Return these options for a page.
	 * @param page the page
	 * @return a changed copy
	 */
	public LoginOptions withPage(PageTarget page) {
		return new LoginOptions(this.config, this.useVision, page);
	}

	/**
	 * Return what the service wants to know for it.
	 * @return the values by their names
	 */
	public Map<String, String> config() {
		return this.config;
	}

	/**
	 * Return whether the operator looks at a picture of the page as well.
	 * @return whether it does, by default not
	 */
	public boolean useVision() {
		return this.useVision;
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
		return this == other || (other instanceof LoginOptions that && this.useVision == that.useVision
				&& this.config.equals(that.config) && this.page.equals(that.page));
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.config, this.useVision, this.page);
	}

	@Override
	public String toString() {
		return "LoginOptions[config=" + this.config.keySet() + ", page=" + this.page + "]";
	}

}
