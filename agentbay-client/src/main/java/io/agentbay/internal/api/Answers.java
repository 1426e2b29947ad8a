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

package io.agentbay.internal.api;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.agentbay.internal.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * Takes the data out of an answer, in each of the forms in which actions send it.
 */
final class Answers {

	private Answers() {
	}

	static <T> Function<Envelope, @Nullable T> nothing() {
		return (envelope) -> null;
	}

	static <T> Function<Envelope, @Nullable T> data(Class<T> type) {
		return (envelope) -> {
			JsonNode data = unwrapped(envelope);
			return (data != null) ? Json.MAPPER.treeToValue(data, type) : null;
		};
	}

	static <T> Function<Envelope, @Nullable Page<T>> page(Class<T> type) {
		return (envelope) -> {
			JsonNode data = envelope.data();
			List<T> items = (data == null) ? List.of() : Json.MAPPER.readerForListOf(type).readValue(data);
			return new Page<>(items, envelope.text("NextToken"), envelope.integer("MaxResults"),
					(envelope.integer("TotalCount") != null) ? envelope.integer("TotalCount")
							: envelope.integer("Count"));
		};
	}

	/** The data, whether it came as JSON or as the text of JSON. */
	static @Nullable JsonNode unwrapped(Envelope envelope) {
		JsonNode data = envelope.data();
		if (data == null || !data.isString()) {
			return data;
		}
		return data.asString().isBlank() ? null : Json.MAPPER.readTree(data.asString());
	}

	static Map<String, String> labels(Envelope envelope) {
		JsonNode data = unwrapped(envelope);
		JsonNode labels = (data != null) ? data.get("Labels") : null;
		if (labels == null || labels.isNull()) {
			return Map.of();
		}
		JsonNode object = labels.isString() ? Json.MAPPER.readTree(labels.asString()) : labels;
		return Json.MAPPER.convertValue(object, new TypeReference<Map<String, String>>() {
		});
	}

	static @Nullable String url(Envelope envelope) {
		JsonNode data = unwrapped(envelope);
		return (data != null) ? Json.text(data, "Url", "url") : null;
	}

	static <T> Function<Envelope, List<T>> list(Class<T> type) {
		return (envelope) -> {
			JsonNode data = unwrapped(envelope);
			return (data == null) ? List.of() : Json.MAPPER.readerForListOf(type).readValue(data);
		};
	}

}
