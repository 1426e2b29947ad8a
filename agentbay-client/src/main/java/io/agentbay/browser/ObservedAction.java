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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

import org.springframework.lang.CheckReturnValue;

/**
 * Something that can be done on a page.
 *
 * @param selector what leads to the element, empty if the service does not tell
 * @param description what it is, in words
 * @param method what can be done with it, such as {@code click} or {@code fill}
 * @param arguments the arguments of the method, as JSON; a text if it is none
 * @since 0.1.0
 */
@CheckReturnValue
public record ObservedAction(String selector, String description, String method, String arguments) {

	/**
	 * Return this action with another argument, such as the {@code value} for a field.
	 * @param name the name of the argument
	 * @param value its value
	 * @return a changed copy
	 */
	public ObservedAction withArgument(String name, String value) {
		Map<String, Object> all = new LinkedHashMap<>();
		JsonNode present = parsed();
		present.properties().forEach((entry) -> all.put(entry.getKey(), entry.getValue()));
		all.put(name, value);
		return new ObservedAction(this.selector, this.description, this.method, Json.MAPPER.writeValueAsString(all));
	}

	private JsonNode parsed() {
		try {
			return Json.MAPPER.readTree(this.arguments);
		}
		catch (JacksonException ex) {
			return StringNode.valueOf(this.arguments);
		}
	}

}
