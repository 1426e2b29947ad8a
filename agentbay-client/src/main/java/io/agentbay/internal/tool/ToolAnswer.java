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

package io.agentbay.internal.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.agentbay.error.FailureKind;
import io.agentbay.internal.json.Json;
import io.agentbay.result.Outcome;
import io.agentbay.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a tool answered in JSON.
 *
 * @param outcome how the call ended; an answer that does not have the form it should have
 * is a failure of kind {@link FailureKind#SERVICE}
 * @param value what was answered, {@code null} on failure
 * @param <T> the type of what was answered
 */
public record ToolAnswer<T>(Outcome outcome, @Nullable T value) {

	/**
	 * Read an answer that is a JSON object.
	 * @param result the answer
	 * @param tool the tool that gave it
	 * @param reader reads the object; throws an {@link IllegalArgumentException} when
	 * something in it is missing or wrong
	 * @param <T> the type of what was answered
	 * @return what was answered
	 */
	public static <T> ToolAnswer<T> ofObject(ToolResult result, String tool, Function<JsonNode, T> reader) {
		return read(result, tool, (text) -> {
			JsonNode json = Json.MAPPER.readTree(text);
			require(json.isObject(), "it is not a JSON object");
			return reader.apply(json);
		});
	}

	/**
	 * Read an answer that is a JSON array of objects. No text is an empty array.
	 * @param result the answer
	 * @param tool the tool that gave it
	 * @param reader reads an element, likewise
	 * @param <T> the type of an element
	 * @return the elements
	 */
	public static <T> ToolAnswer<List<T>> ofArray(ToolResult result, String tool, Function<JsonNode, T> reader) {
		return read(result, tool, (text) -> text.isBlank() ? List.of() : elements(Json.MAPPER.readTree(text), reader));
	}

	/**
	 * Read the elements of an array.
	 * @param array the array; absent or null is an empty one
	 * @param reader reads an element
	 * @param <T> the type of an element
	 * @return the elements
	 * @throws IllegalArgumentException if it is no array of objects
	 */
	public static <T> List<T> elements(@Nullable JsonNode array, Function<JsonNode, T> reader) {
		if (array == null || array.isNull()) {
			return List.of();
		}
		require(array.isArray(), "it is not a JSON array");
		List<T> elements = new ArrayList<>();
		for (JsonNode element : array) {
			require(element.isObject(), "an element is not a JSON object");
			elements.add(reader.apply(element));
		}
		return List.copyOf(elements);
	}

	/**
	 * Read a number that has to be there.
	 * @param object the object that holds it
	 * @param name its name
	 * @return the number
	 * @throws IllegalArgumentException if it is missing or no integer
	 */
	public static int integer(JsonNode object, String name) {
		JsonNode value = object.get(name);
		require(value != null && value.isNumber() && value.canConvertToInt(), name + " is missing or is no integer");
		return value.intValue();
	}

	private static <T> ToolAnswer<T> read(ToolResult result, String tool, Function<String, T> reader) {
		if (!result.success()) {
			return new ToolAnswer<>(result.outcome(), null);
		}
		String reason;
		try {
			return new ToolAnswer<>(result.outcome(), reader.apply(result.text()));
		}
		catch (JacksonException ex) {
			reason = "it is not JSON";
		}
		catch (IllegalArgumentException ex) {
			reason = String.valueOf(ex.getMessage());
		}
		return new ToolAnswer<>(Outcome.failure(FailureKind.SERVICE, null,
				"Failed to parse %s response: %s".formatted(tool, reason), result.requestId()), null);
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

}
