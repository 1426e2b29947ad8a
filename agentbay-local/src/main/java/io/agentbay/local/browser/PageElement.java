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

package io.agentbay.local.browser;

import java.util.List;

/**
 * Something on a page that can be worked with.
 *
 * @param selector the CSS selector that leads to it
 * @param role its role, such as {@code button}, {@code link}, {@code textbox},
 * {@code checkbox} or {@code combobox}
 * @param name its name, as a screen reader would tell it
 * @param hint further words on it: placeholder, form name, id, title
 * @param type the type of an input, else empty
 * @param value its value; empty for passwords
 * @param options what can be chosen
 * @since 0.1.0
 */
public record PageElement(String selector, String role, String name, String hint, String type, String value,
		List<String> options) {

	public PageElement {
		options = List.copyOf(options);
	}

	@Override
	public String toString() {
		return "the " + this.role + " '" + this.name + "'";
	}

}
