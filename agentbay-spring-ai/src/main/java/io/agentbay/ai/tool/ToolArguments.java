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

package io.agentbay.ai.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks what a model wrote as arguments against the schema of a tool. Obvious slips,
 * such as a number in quotation marks, are mended; the model is told of all others.
 */
final class ToolArguments {

	private static final JsonMapper json = new JsonMapper();

	private final String tool;

	private final JsonNode properties;

	private final List<String> required;

	private final int maxLength;

	ToolArguments(String tool, String schema, int maxLength) {
		this.tool = tool;
		JsonNode root = json.readTree(schema);
		this.properties = root.path("properties");
		this.required = root.path("required").valueStream().map(JsonNode::asString).toList();
		this.maxLength = maxLength;
	}

	/**
	 * Check arguments.
	 * @param arguments what the model wrote
	 * @return the arguments to call the tool with
	 * @throws UnusableArgumentsException if they cannot be used; its message is for the
	 * model
	 */
	String check(String arguments) {
		if (arguments.length() > this.maxLength) {
			throw unusable("they have %s characters, and at most %s are taken; work in smaller pieces"
				.formatted(arguments.length(), this.maxLength));
		}
		ObjectNode mended = json.createObjectNode();
		for (Map.Entry<String, JsonNode> argument : parse(arguments).properties()) {
			JsonNode property = this.properties.get(argument.getKey());
			if (property == null) {
				throw unusable("there is no argument '%s'".formatted(shown(argument.getKey())));
			}
			if (!argument.getValue().isNull()) {
				mended.set(argument.getKey(), mended(argument.getKey(), argument.getValue(), property));
			}
		}
		for (String name : this.required) {
			if (!mended.has(name)) {
				throw unusable("'%s' is missing".formatted(name));
			}
		}
		return json.writeValueAsString(mended);
	}

	private ObjectNode parse(String arguments) {
		try {
			JsonNode node = json.readTree(arguments.isBlank() ? "{}" : arguments);
			if (node instanceof ObjectNode object) {
				return object;
			}
			throw unusable("they are no JSON object");
		}
		catch (JacksonException ex) {
			throw unusable("they are no valid JSON (" + ex.getOriginalMessage().lines().findFirst().orElse("") + ")");
		}
	}

	private JsonNode mended(String name, JsonNode value, JsonNode property) {
		if (property.has("enum")) {
			return choice(name, value, property.path("enum"));
		}
		return switch (property.path("type").asString("")) {
			case "string" -> text(name, value);
			case "integer" -> integer(name, value);
			case "number" -> number(name, value);
			case "boolean" -> bool(name, value);
			case "array" -> list(name, value, property.path("items"));
			default -> value;
		};
	}

	private JsonNode text(String name, JsonNode value) {
		if (!value.isValueNode()) {
			throw unusable("'%s' has to be a text".formatted(name));
		}
		String text = value.asString();
		if (text.indexOf(0) >= 0) {
			throw unusable(
					"'%s' contains a zero character; to make binary data, run a command or code".formatted(name));
		}
		return json.getNodeFactory().stringNode(text);
	}

	private JsonNode choice(String name, JsonNode value, JsonNode choices) {
		String wanted = value.isValueNode() ? value.asString().strip().replace('-', '_').replace(' ', '_') : "";
		for (JsonNode choice : choices) {
			if (choice.asString().equalsIgnoreCase(wanted)) {
				return choice;
			}
		}
		throw unusable("'%s' has to be one of %s".formatted(name,
				choices.valueStream().map((choice) -> choice.asString().toLowerCase(Locale.ROOT)).toList()));
	}

	private JsonNode integer(String name, JsonNode value) {
		try {
			return json.getNodeFactory().numberNode(value.asDecimal().intValueExact());
		}
		catch (ArithmeticException | JacksonException ex) {
			throw unusable("'%s' has to be a whole number".formatted(name));
		}
	}

	private JsonNode number(String name, JsonNode value) {
		try {
			return json.getNodeFactory().numberNode(value.asDecimal());
		}
		catch (JacksonException ex) {
			throw unusable("'%s' has to be a number".formatted(name));
		}
	}

	private JsonNode bool(String name, JsonNode value) {
		String text = value.isValueNode() ? value.asString().strip().toLowerCase(Locale.ROOT) : "";
		return switch (text) {
			case "true" -> json.getNodeFactory().booleanNode(true);
			case "false" -> json.getNodeFactory().booleanNode(false);
			default -> throw unusable("'%s' has to be true or false".formatted(name));
		};
	}

	private JsonNode list(String name, JsonNode value, JsonNode items) {
		List<JsonNode> elements = new ArrayList<>();
		if (value.isArray()) {
			value.forEach(elements::add);
		}
		else {
			elements.add(value);
		}
		return json.createArrayNode().addAll(elements.stream().map((element) -> mended(name, element, items)).toList());
	}

	private UnusableArgumentsException unusable(String reason) {
		String expected = this.properties.propertyStream().map(this::described).collect(Collectors.joining(", "));
		return new UnusableArgumentsException(
				"Error: nothing was done, for the arguments cannot be used: %s. %s takes %s.".formatted(reason,
						this.tool, expected.isEmpty() ? "no arguments" : expected));
	}

	private String described(Map.Entry<String, JsonNode> property) {
		String type = property.getValue().has("enum") ? property.getValue()
			.path("enum")
			.valueStream()
			.map((choice) -> choice.asString().toLowerCase(Locale.ROOT))
			.collect(Collectors.joining("|")) : property.getValue().path("type").asString("any");
		return "%s (%s%s)".formatted(property.getKey(), type,
				this.required.contains(property.getKey()) ? ", required" : "");
	}

	private static @Nullable String shown(String name) {
		String clean = ToolText.clean(name);
		return (clean.length() > 40) ? clean.substring(0, 40) + "..." : clean;
	}

	/** Says to the model what is wrong. */
	static final class UnusableArgumentsException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		UnusableArgumentsException(String message) {
			super(message, null, false, false);
		}

	}

}
