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

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Something to do on a page.
 *
 * @param method {@code click}, {@code fill}, {@code select}, {@code check},
 * {@code uncheck}, {@code press}, {@code scroll}, {@code goto} or {@code wait}
 * @param selector the CSS selector of what it is done to, {@code null} if to nothing in
 * particular
 * @param value the text to fill in, the option to select, the key to press, the pixels to
 * scroll, the address to go to, the seconds to wait; {@code null} if the method needs
 * none
 * @param description what is done, in words
 * @since 0.1.0
 */
public record PageAction(String method, @Nullable String selector, @Nullable String value, String description) {

	/**
	 * The arguments of the method, as the protocol has them.
	 */
	public Map<String, Object> arguments() {
		Map<String, Object> arguments = new LinkedHashMap<>();
		if (this.selector != null) {
			arguments.put("selector", this.selector);
		}
		if (this.value != null) {
			arguments.put("value", this.value);
		}
		return arguments;
	}

}
