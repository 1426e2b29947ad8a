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

import java.util.Locale;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes schemas as models know them: choices in small letters.
 */
final class ToolSchemas {

	private static final JsonMapper json = new JsonMapper();

	private ToolSchemas() {
	}

	static String forModels(String schema) {
		JsonNode root = json.readTree(schema);
		for (JsonNode property : root.path("properties")) {
			if (property.path("enum") instanceof ArrayNode choices) {
				ArrayNode small = json.createArrayNode();
				choices.forEach((choice) -> small.add(choice.asString().toLowerCase(Locale.ROOT)));
				((ObjectNode) property).set("enum", small);
			}
		}
		return json.writeValueAsString(root);
	}

}
