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

package io.agentbay.local.internal.action;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads labels: the text of a JSON object whose values are strings.
 */
final class Labels {

	private Labels() {
	}

	static Map<String, String> read(JsonMapper mapper, @Nullable String text) {
		Map<String, String> labels = new LinkedHashMap<>();
		if (text == null) {
			return labels;
		}
		JsonNode node = parse(mapper, text);
		if (!node.isObject()) {
			throw ActionException.invalid("Labels", "must be a JSON object");
		}
		node.properties().forEach((entry) -> {
			if (!entry.getValue().isString()) {
				throw ActionException.invalid("Labels", "must have strings as values: " + entry.getKey());
			}
			labels.put(entry.getKey(), entry.getValue().stringValue());
		});
		return labels;
	}

	private static JsonNode parse(JsonMapper mapper, String text) {
		try {
			return mapper.readTree(text);
		}
		catch (JacksonException ex) {
			throw ActionException.invalid("Labels", "is not JSON: " + ex.getOriginalMessage());
		}
	}

}
