package io.agentbay.local.action;

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
