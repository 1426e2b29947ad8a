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

package io.agentbay.internal.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of the wire protocol. The client has a mapper of its own, because an
 * application may change the one that it shares.
 */
public final class Json {

	/**
	 * Reads and writes the protocol: unknown fields are ignored, absent numbers and
	 * booleans are {@code null} or zero, a name that appears twice is an error, and a
	 * text that cannot be sent is an {@link IllegalArgumentException}.
	 */
	public static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder().addDecorator((factory, generator) -> new WholeTextGenerator(generator)).build())
		.disable(SerializationFeature.WRAP_EXCEPTIONS)
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private Json() {
	}

	/**
	 * Return the text of a field, under the first of several spellings that has one.
	 * @param node an object
	 * @param names the spellings of the field's name
	 * @return the text, {@code null} if the field is absent, null, empty or no value
	 */
	public static @Nullable String text(JsonNode node, String... names) {
		for (String name : names) {
			JsonNode value = node.get(name);
			if (value != null && value.isValueNode() && !value.isNull() && !value.asString().isEmpty()) {
				return value.asString();
			}
		}
		return null;
	}

}
