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
package io.agentbay.wire;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.agentbay.internal.json.Json;
import io.agentbay.testing.ScriptedServer.RecordedRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes requests down so that the same call is always written the same way: without
 * times, ports, versions and secrets, with ids by the order in which they appear, and
 * with the members of what has no order sorted.
 */
final class WireForm {

	/** Chosen by the HTTP library, or different each time. */
	private static final Set<String> UNRECORDED = Set.of("host", "connection", "accept-encoding", "sec-websocket-key");

	private static final Set<String> DROPPED = Set.of("Timestamp", "SignatureNonce");

	private static final Set<String> SECRETS = Set.of("authorization", "Authorization", "x-access-token");

	private static final String SCHEMA = "schema: ";

	private static final Pattern ID = Pattern
		.compile("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}|link-\\d{13}-\\d{9}");

	private static final Pattern TIME = Pattern.compile("\\b1\\d{9}(\\d{3})?\\b|(?<=_)1\\d{9}\\b");

	private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:\\d+");

	private static final Pattern VERSION = Pattern.compile("(agentbay-spring|Java|ReactorNetty)/[\\w.-]+");

	private final Map<String, String> ids = new HashMap<>();

	String request(RecordedRequest request) {
		List<String> lines = new ArrayList<>();
		lines.add(request.method() + " " + URI.create(request.target()).getRawPath());
		boolean file = request.target().startsWith("/store");
		new TreeMap<>(request.headers()).forEach((name, value) -> {
			if (!UNRECORDED.contains(name) && (file || !name.equals("content-length"))) {
				lines.add("  header " + parameter(name, value));
			}
		});
		parameters("query", request.query(), lines);
		String type = request.headers().getOrDefault("content-type", "");
		if (type.startsWith("application/x-www-form-urlencoded")) {
			parameters("form", request.form(), lines);
		}
		else if (!request.body().isEmpty()) {
			lines.add("  body " + value(request.body()));
		}
		return String.join("\n", lines) + "\n";
	}

	String frame(String text) {
		return "FRAME\n  text " + value(text) + "\n";
	}

	private void parameters(String where, Map<String, String> parameters, List<String> lines) {
		new TreeMap<>(parameters).forEach((name, value) -> {
			if (!DROPPED.contains(name)) {
				lines.add("  " + where + " " + parameter(name, value));
			}
		});
	}

	private String parameter(String name, String value) {
		return name + ": " + (SECRETS.contains(name) ? "<secret>" : value(value));
	}

	private String value(String value) {
		String plain = canonical(value).replace("\r", "\\r").replace("\n", "\\n");
		String numbered = ID.matcher(plain).replaceAll((found) -> numbered(found.group()));
		String timeless = TIME.matcher(numbered).replaceAll("<time>");
		return VERSION.matcher(PORT.matcher(timeless).replaceAll("<server>")).replaceAll("$1/<version>");
	}

	private String numbered(String id) {
		return this.ids.computeIfAbsent(id, (unknown) -> "<id-" + (this.ids.size() + 1) + ">");
	}

	/** Sorts JSON, also JSON in a string of JSON, and the schema of a record. */
	private static String canonical(String text) {
		if (text.startsWith(SCHEMA)) {
			return SCHEMA + canonical(text.substring(SCHEMA.length()));
		}
		if (!text.startsWith("{") && !text.startsWith("[")) {
			return text;
		}
		try {
			return sorted(Json.MAPPER.readTree(text)).toString();
		}
		catch (JacksonException ex) {
			return text;
		}
	}

	private static JsonNode sorted(JsonNode node) {
		if (node.isArray()) {
			return Json.MAPPER.valueToTree(node.valueStream().map(WireForm::sorted).toList());
		}
		if (node.isString()) {
			return Json.MAPPER.valueToTree(canonical(node.asString()));
		}
		if (!node.isObject()) {
			return node;
		}
		ObjectNode sorted = Json.MAPPER.createObjectNode();
		Map<String, JsonNode> members = new TreeMap<>();
		node.properties().forEach((member) -> members.put(member.getKey(), sorted(member.getValue())));
		members.forEach((name, value) -> sorted.set(name, changing(name, value)));
		return sorted;
	}

	/** The version of the client, and what follows from it; and the token of the link. */
	private static JsonNode changing(String name, JsonNode value) {
		return Set.of("sdk_version", "is_release", "token").contains(name) ? Json.MAPPER.valueToTree("<" + name + ">")
				: value;
	}

}
