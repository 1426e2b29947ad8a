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

package io.agentbay.internal.browser;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import io.agentbay.browser.ActResult;
import io.agentbay.browser.ObservedAction;
import io.agentbay.browser.PageScreenshot;
import io.agentbay.internal.json.Json;
import io.agentbay.internal.tool.ToolReply;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the answers of the operator's tools.
 */
final class OperatorAnswers {

	private static final String NOTHING_DONE = "No actions have been executed.";

	private static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G' };

	private OperatorAnswers() {
	}

	/** The task that was begun, {@code null} if the answer names none. */
	static @Nullable String taskId(ToolReply reply) {
		JsonNode answer = parse(reply.text());
		return (answer != null && answer.isObject()) ? Json.text(answer, "task_id", "taskId") : null;
	}

	/** The answer to an action: an object with steps, the steps alone, or just words. */
	static ActResult act(ToolReply reply) {
		JsonNode answer = parse(reply.text());
		if (answer != null && answer.isArray()) {
			return ActResult.of(answer.isEmpty() ? NOTHING_DONE : answer.toString());
		}
		if (answer == null || !answer.isObject() || !(answer.has("success") || answer.has("steps"))) {
			return ActResult.of(reply.text());
		}
		JsonNode steps = answer.path("steps");
		String message = steps.isEmpty() ? NOTHING_DONE : steps.toString();
		if (!answer.path("is_done").asBoolean(true) || !answer.path("success").asBoolean(true)) {
			throw reply.failedWith("The action did not succeed: " + message);
		}
		return ActResult.of(message);
	}

	static List<ObservedAction> observe(ToolReply reply) {
		JsonNode answer = parse(reply.text());
		if (answer == null || !answer.isArray()) {
			throw reply.unusable("is not a JSON array");
		}
		List<ObservedAction> actions = new ArrayList<>();
		answer.forEach((entry) -> actions.add(observed(entry)));
		return actions;
	}

	private static ObservedAction observed(JsonNode entry) {
		JsonNode arguments = entry.path("arguments");
		return new ObservedAction(text(entry, "selector"), text(entry, "description"), text(entry, "method"),
				arguments.isString() ? arguments.asString() : arguments.isMissingNode() ? "{}" : arguments.toString());
	}

	private static String text(JsonNode entry, String name) {
		String text = Json.text(entry, name);
		return (text != null) ? text : "";
	}

	/** What the type requires and the page does not have is a failure, not a null. */
	static <T> T extract(ToolReply reply, Class<T> type) {
		JsonNode answer = parse(reply.text());
		if (answer == null || !answer.isObject()) {
			throw reply.unusable("is not a JSON object");
		}
		List<String> missing = new ArrayList<>();
		for (JsonNode name : Json.MAPPER.readTree(RecordSchema.of(type)).path("required")) {
			if (!answer.hasNonNull(name.asString())) {
				missing.add(name.asString());
			}
		}
		if (!missing.isEmpty()) {
			throw reply.failedWith("The page does not have " + String.join(", ", missing));
		}
		try {
			return Json.MAPPER.treeToValue(answer, type);
		}
		catch (JacksonException ex) {
			throw reply.unusable("does not fit " + type.getSimpleName() + ": " + ex.getOriginalMessage());
		}
	}

	/** A picture comes as a data URL or as bare base64. */
	static PageScreenshot screenshot(ToolReply reply) {
		String text = reply.text();
		int comma = text.startsWith("data:") ? text.indexOf(',') : -1;
		try {
			byte[] image = Base64.getMimeDecoder().decode(text.substring(comma + 1));
			if (image.length > PNG.length) {
				return new PageScreenshot(mimeType(image), image);
			}
		}
		catch (IllegalArgumentException ex) {
			// Not base64: refused below, like an empty picture.
		}
		throw reply.unusable("is no picture");
	}

	private static String mimeType(byte[] image) {
		for (int i = 0; i < PNG.length; i++) {
			if (image[i] != PNG[i]) {
				return "image/jpeg";
			}
		}
		return "image/png";
	}

	static @Nullable JsonNode parse(String text) {
		try {
			return text.isBlank() ? null : Json.MAPPER.readTree(text);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

}
