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

package io.agentbay.internal.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.agentbay.error.InvalidReplyException;
import io.agentbay.internal.json.Json;
import io.agentbay.internal.tool.ToolReply;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a tool answered in JSON. What does not have the form it should have is an
 * {@link InvalidReplyException}.
 *
 * @param reply the answer
 */
record JsonAnswer(ToolReply reply) {

	/** The answer as the object that it has to be. */
	JsonNode object() {
		JsonNode json = read();
		require(json.isObject(), "is not a JSON object");
		return json;
	}

	/** The elements of the array that the answer has to be. No text is an empty array. */
	<T> List<T> elements(Function<JsonNode, T> reader) {
		return this.reply.text().isBlank() ? List.of() : elements(read(), reader);
	}

	/** The elements of an array of objects. Absent or null is an empty one. */
	<T> List<T> elements(@Nullable JsonNode array, Function<JsonNode, T> reader) {
		if (array == null || array.isNull()) {
			return List.of();
		}
		require(array.isArray(), "is not a JSON array");
		List<T> elements = new ArrayList<>();
		for (JsonNode element : array) {
			require(element.isObject(), "holds an element that is not a JSON object");
			elements.add(reader.apply(element));
		}
		return List.copyOf(elements);
	}

	/** A number that has to be there. */
	int integer(JsonNode object, String name) {
		JsonNode value = object.get(name);
		if (value == null || !value.isNumber() || !value.canConvertToInt()) {
			throw this.reply.unusable("has no integer " + name);
		}
		return value.intValue();
	}

	/** A text that has to be there. */
	String text(JsonNode object, String name) {
		String text = Json.text(object, name);
		if (text == null) {
			throw this.reply.unusable("has no " + name);
		}
		return text;
	}

	static String textOrEmpty(JsonNode object, String name) {
		return Objects.requireNonNullElse(Json.text(object, name), "");
	}

	void require(boolean condition, String otherwise) {
		if (!condition) {
			throw this.reply.unusable(otherwise);
		}
	}

	private JsonNode read() {
		try {
			return Json.MAPPER.readTree(this.reply.text());
		}
		catch (JacksonException ex) {
			throw this.reply.unusable("is not JSON");
		}
	}

}
