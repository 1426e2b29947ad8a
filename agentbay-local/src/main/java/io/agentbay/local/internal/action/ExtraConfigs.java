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

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks the parameter {@code ExtraConfigs} in each of the forms in which clients send
 * it: JSON text with names in camel case or with underscores, or one parameter for each
 * value, as in {@code ExtraConfigs.Mobile.UninstallBlacklist.1}. What it asks for clients
 * also do by commands in the session, so nothing else is done with it.
 */
final class ExtraConfigs {

	private static final String NAME = "ExtraConfigs";

	private static final Set<String> KNOWN = Set.of("mobile", "mobile.lockresolution", "mobile.hidenavigationbar",
			"mobile.uninstallblacklist", "mobile.appmanagerrule", "mobile.appmanagerrule.ruletype",
			"mobile.appmanagerrule.apppackagenamelist", "mobile.simulateconfig", "mobile.simulateconfig.simulate",
			"mobile.simulateconfig.simulatepath", "mobile.simulateconfig.simulatemode",
			"mobile.simulateconfig.simulatedcontextid");

	private static final Set<String> FLAGS = Set.of("mobile.lockresolution", "mobile.hidenavigationbar",
			"mobile.simulateconfig.simulate");

	private static final String RULE = "mobile.appmanagerrule.ruletype";

	private static final Set<String> RULES = Set.of("white", "black");

	private ExtraConfigs() {
	}

	static void check(JsonMapper mapper, ActionRequest request) {
		Map<String, String> values = new TreeMap<>();
		request.parameters().forEach((name, value) -> {
			if (name.startsWith(NAME + ".")) {
				values.put(plain(name.substring(NAME.length() + 1)), value);
			}
		});
		String text = request.text(NAME);
		if (text != null) {
			collect("", read(mapper, text), values);
		}
		values.forEach(ExtraConfigs::check);
	}

	private static JsonNode read(JsonMapper mapper, String text) {
		try {
			JsonNode config = mapper.readTree(text);
			if (config.isObject() || config.isNull()) {
				return config;
			}
		}
		catch (JacksonException ex) {
			throw ActionException.invalid(NAME, "is not JSON: " + ex.getOriginalMessage());
		}
		throw ActionException.invalid(NAME, "must be a JSON object");
	}

	private static void collect(String path, JsonNode node, Map<String, String> values) {
		node.properties().forEach((entry) -> {
			String name = plain(path + entry.getKey());
			JsonNode value = entry.getValue();
			if (value.isObject()) {
				collect(name + ".", value, values);
			}
			else if (value.isArray()) {
				value.forEach((item) -> values.put(name, item.asString("")));
			}
			else if (!value.isNull()) {
				values.put(name, value.asString(""));
			}
		});
	}

	private static String plain(String name) {
		return name.replace("_", "").toLowerCase(Locale.ROOT).replaceAll("\\.\\d+$", "");
	}

	private static void check(String name, String value) {
		if (!KNOWN.contains(name)) {
			throw ActionException.invalid(NAME, "has the unknown part " + name);
		}
		String plain = value.toLowerCase(Locale.ROOT);
		if (FLAGS.contains(name) && !Set.of("true", "false").contains(plain)) {
			throw ActionException.invalid(NAME, "must have true or false as " + name);
		}
		if (RULE.equals(name) && !RULES.contains(plain)) {
			throw ActionException.invalid(NAME, "must have White or Black as " + name);
		}
	}

}
