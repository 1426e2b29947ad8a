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

import java.util.LinkedHashMap;
import java.util.Map;

import io.agentbay.internal.json.Json;

import org.springframework.util.Assert;

/**
 * How an operator is to log in. Its text form does not show the configuration.
 *
 * @param config what the service wants to know for it, such as {@code api_key} and
 * {@code skill_id}
 * @param useVision whether the operator looks at a picture of the page as well; default
 * false
 * @param page the page
 */
public record LoginOptions(Map<String, String> config, boolean useVision, PageTarget page) {

	public LoginOptions {
		Assert.notEmpty(config, "'config' must not be empty");
		config.forEach((name, value) -> Assert.isTrue(name != null && value != null, "'config' must not hold null"));
		Assert.notNull(page, "'page' must not be null");
		config = Map.copyOf(config);
	}

	/**
	 * Return the options for a configuration with the defaults.
	 * @param config what the service wants to know
	 * @return the options
	 */
	public static LoginOptions of(Map<String, String> config) {
		return new LoginOptions(config, false, PageTarget.last());
	}

	/**
	 * Return these options with or without looking at a picture.
	 * @param useVision whether to
	 * @return a changed copy
	 */
	public LoginOptions withVision(boolean useVision) {
		return new LoginOptions(this.config, useVision, this.page);
	}

	/**
	 * Return these options for a page.
	 * @param page the page
	 * @return a changed copy
	 */
	public LoginOptions withPage(PageTarget page) {
		return new LoginOptions(this.config, this.useVision, page);
	}

	Map<String, Object> toArguments() {
		Map<String, Object> arguments = new LinkedHashMap<>();
		this.page.putInto(arguments);
		arguments.put("login_config", Json.MAPPER.writeValueAsString(this.config));
		arguments.put("use_vision", this.useVision);
		return arguments;
	}

	@Override
	public String toString() {
		return "LoginOptions[config=" + this.config.keySet() + ", page=" + this.page + "]";
	}

}
