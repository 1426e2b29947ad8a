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

package io.agentbay.local.internal.tool;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A parameter of a tool: both its JSON schema and the check of what a caller sends.
 *
 * @param name its name
 * @param type its type
 * @param description one sentence for whoever, or whatever, calls the tool
 * @param required whether it must be given
 * @param standard the value that stands for an absent one, if there is one
 * @param choices the allowed values; empty when there is no such restriction
 */
public record Parameter(String name, Type type, String description, boolean required, @Nullable Object standard,
		List<String> choices) {

	public static Parameter required(String name, Type type, String description) {
		return new Parameter(name, type, description, true, null, List.of());
	}

	public static Parameter optional(String name, Type type, String description) {
		return new Parameter(name, type, description, false, null, List.of());
	}

	public Parameter withDefault(Object value) {
		return new Parameter(this.name, this.type, this.description, this.required, value, this.choices);
	}

	public Parameter oneOf(String... values) {
		return new Parameter(this.name, this.type, this.description, this.required, this.standard,
				Arrays.asList(values));
	}

	/**
	 * The part of the tool's schema that describes this parameter.
	 */
	public Map<String, Object> schema() {
		Map<String, Object> schema = new LinkedHashMap<>(this.type.schema);
		schema.put("description", this.description);
		if (this.standard != null) {
			schema.put("default", this.standard);
		}
		if (!this.choices.isEmpty()) {
			schema.put("enum", this.choices);
		}
		return schema;
	}

	/**
	 * Check what a caller sends.
	 * @param value the value, {@code null} when absent
	 */
	public void check(@Nullable JsonNode value) {
		if (value == null || value.isNull()) {
			if (this.required) {
				throw new ToolException("Argument '" + this.name + "' is required");
			}
			return;
		}
		if (!this.type.accepts.test(value)) {
			throw new ToolException("Argument '" + this.name + "' must be " + this.type.text);
		}
		if (!this.choices.isEmpty() && !this.choices.contains(value.stringValue())) {
			throw new ToolException("Argument '" + this.name + "' must be one of " + this.choices + ", not '"
					+ value.stringValue() + "'");
		}
	}

	/**
	 * The types that tools use.
	 */
	public enum Type {

		TEXT("a string", Map.of("type", "string"), JsonNode::isString),

		INTEGER("an integer", Map.of("type", "integer"),
				(value) -> value.isNumber() && value.canConvertToExactIntegral() && value.canConvertToLong()),

		FLAG("a boolean", Map.of("type", "boolean"), JsonNode::isBoolean),

		TEXTS("an array of strings", Map.of("type", "array", "items", Map.of("type", "string")),
				(value) -> value.isArray() && elements(value, JsonNode::isString)),

		TEXT_OR_TEXTS("an array of strings, or a string with commas",
				Map.of("type", List.of("array", "string"), "items", Map.of("type", "string")),
				(value) -> value.isString() || value.isArray() && elements(value, JsonNode::isString)),

		SIZES("an object with the numbers x, y, width and height",
				Map.of("type", "object", "properties",
						Map.of("x", Map.of("type", "number"), "y", Map.of("type", "number"), "width",
								Map.of("type", "number"), "height", Map.of("type", "number"))),
				(value) -> value.isObject() && elements(value, JsonNode::isNumber)),

		TEXT_MAP("an object whose values are strings",
				Map.of("type", "object", "additionalProperties", Map.of("type", "string")),
				(value) -> value.isObject() && elements(value, JsonNode::isString)),

		VARIABLES("an array of objects with the strings 'key' and 'value'",
				Map.of("type", "array", "items",
						Map.of("type", "object", "required", List.of("key", "value"), "properties",
								Map.of("key", Map.of("type", "string"), "value", Map.of("type", "string")))),
				(value) -> value.isArray() && elements(value,
						(variable) -> variable.path("key").isString() && variable.path("value").isString())),

		EDITS("an array of objects with the strings 'oldText' and 'newText'",
				Map.of("type", "array", "items",
						Map.of("type", "object", "required", List.of("oldText", "newText"), "properties",
								Map.of("oldText", Map.of("type", "string"), "newText", Map.of("type", "string")))),
				(value) -> value.isArray() && elements(value,
						(edit) -> edit.path("oldText").isString() && edit.path("newText").isString()));

		private final String text;

		private final Map<String, Object> schema;

		private final Predicate<JsonNode> accepts;

		Type(String text, Map<String, Object> schema, Predicate<JsonNode> accepts) {
			this.text = text;
			this.schema = schema;
			this.accepts = accepts;
		}

		private static boolean elements(JsonNode value, Predicate<JsonNode> test) {
			return StreamSupport.stream(value.spliterator(), false).allMatch(test);
		}

	}

}
