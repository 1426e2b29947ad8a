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
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The arguments of one call, after they were checked against the tool's parameters.
 */
public final class Arguments {

	private final JsonNode values;

	public Arguments(JsonNode values) {
		this.values = values;
	}

	/**
	 * All of them.
	 */
	public JsonNode all() {
		return this.values;
	}

	public String text(String name) {
		String text = optionalText(name);
		if (text == null) {
			throw new ToolException("Argument '" + name + "' is required");
		}
		return text;
	}

	public String text(String name, String standard) {
		String text = optionalText(name);
		return (text != null) ? text : standard;
	}

	public @Nullable String optionalText(String name) {
		JsonNode value = value(name);
		return (value != null) ? value.stringValue() : null;
	}

	public long integer(String name, long standard) {
		JsonNode value = value(name);
		return (value != null) ? value.asLong() : standard;
	}

	public boolean flag(String name) {
		return flag(name, false);
	}

	public boolean flag(String name, boolean standard) {
		JsonNode value = value(name);
		return (value != null) ? value.booleanValue() : standard;
	}

	public @Nullable JsonNode optionalObject(String name) {
		return value(name);
	}

	/**
	 * A list of strings, given as an array or as one string with commas.
	 */
	public List<String> texts(String name) {
		JsonNode value = value(name);
		if (value == null) {
			return List.of();
		}
		if (value.isString()) {
			return Arrays.stream(value.stringValue().split(","))
				.map(String::strip)
				.filter((text) -> !text.isEmpty())
				.toList();
		}
		return list(name).stream().map(JsonNode::stringValue).toList();
	}

	public Map<String, String> textMap(String name) {
		Map<String, String> map = new LinkedHashMap<>();
		JsonNode value = value(name);
		if (value != null) {
			value.properties().forEach((entry) -> map.put(entry.getKey(), entry.getValue().stringValue()));
		}
		return map;
	}

	public List<JsonNode> list(String name) {
		JsonNode value = value(name);
		return (value != null) ? StreamSupport.stream(value.spliterator(), false).toList() : List.of();
	}

	private @Nullable JsonNode value(String name) {
		JsonNode value = this.values.get(name);
		return (value == null || value.isNull()) ? null : value;
	}

}
