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
import io.agentbay.browser.ExtractResult;
import io.agentbay.browser.ObserveResult;
import io.agentbay.browser.ObservedAction;
import io.agentbay.browser.PageScreenshotResult;
import io.agentbay.error.FailureKind;
import io.agentbay.internal.json.Json;
import io.agentbay.result.Outcome;
import io.agentbay.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the answers of the operator's tools.
 */
public final class OperatorAnswers {

	private static final String NOTHING_DONE = "No actions have been executed.";

	private static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G' };

	private OperatorAnswers() {
	}

	/** The task that was begun, {@code null} if the answer names none. */
	public static @Nullable String taskId(ToolResult result) {
		JsonNode answer = parse(result.text());
		return (result.success() && answer != null && answer.isObject()) ? Json.text(answer, "task_id", "taskId")
				: null;
	}

	/**
	 * The answer to an action: an object with steps, or just words.
	 */
	public static ActResult act(ToolResult result) {
		JsonNode answer = parse(result.text());
		if (!result.success() || answer == null || !answer.isObject()
				|| !(answer.has("success") || answer.has("steps"))) {
			return new ActResult(result.outcome(), result.text());
		}
		JsonNode steps = answer.path("steps");
		String message = steps.isEmpty() ? NOTHING_DONE : steps.toString();
		boolean done = answer.path("is_done").asBoolean(true) && answer.path("success").asBoolean(true);
		return new ActResult(done ? result.outcome() : failed("The action did not succeed: " + message, result),
				message);
	}

	public static ObserveResult observe(ToolResult result) {
		if (!result.success()) {
			return new ObserveResult(result.outcome(), List.of());
		}
		JsonNode answer = parse(result.text());
		if (answer == null || !answer.isArray()) {
			return new ObserveResult(unreadable("The answer to observe is not a JSON array", result), List.of());
		}
		List<ObservedAction> actions = new ArrayList<>();
		answer.forEach((entry) -> actions.add(ObservedAction.of(entry)));
		return new ObserveResult(result.outcome(), actions);
	}

	/** What the record wants and the page does not have is a failure, not a null. */
	public static <T extends Record> ExtractResult<T> extract(ToolResult result, Class<T> type) {
		if (!result.success()) {
			return new ExtractResult<>(result.outcome(), null);
		}
		JsonNode answer = parse(result.text());
		if (answer == null || !answer.isObject()) {
			return new ExtractResult<>(unreadable("The answer to extract is not a JSON object", result), null);
		}
		List<String> missing = new ArrayList<>();
		for (JsonNode name : Json.MAPPER.readTree(RecordSchema.of(type)).path("required")) {
			if (!answer.hasNonNull(name.asString())) {
				missing.add(name.asString());
			}
		}
		if (!missing.isEmpty()) {
			return new ExtractResult<>(failed("The page does not have " + String.join(", ", missing), result), null);
		}
		try {
			return new ExtractResult<>(result.outcome(), Json.MAPPER.treeToValue(answer, type));
		}
		catch (JacksonException ex) {
			return new ExtractResult<>(unreadable(
					"The data does not fit " + type.getSimpleName() + ": " + ex.getOriginalMessage(), result), null);
		}
	}

	/** A picture comes as a data URL or as bare base64. */
	public static PageScreenshotResult screenshot(ToolResult result) {
		if (!result.success()) {
			return new PageScreenshotResult(result.outcome(), "", new byte[0]);
		}
		String text = result.text();
		int comma = text.startsWith("data:") ? text.indexOf(',') : -1;
		try {
			byte[] image = Base64.getMimeDecoder().decode(text.substring(comma + 1));
			if (image.length > PNG.length) {
				return new PageScreenshotResult(result.outcome(), mediaType(image), image);
			}
		}
		catch (IllegalArgumentException ex) {
			// Not base64: refused below, like an empty picture.
		}
		return new PageScreenshotResult(unreadable("The answer to screenshot is no picture", result), "", new byte[0]);
	}

	private static String mediaType(byte[] image) {
		for (int i = 0; i < PNG.length; i++) {
			if (image[i] != PNG[i]) {
				return "image/jpeg";
			}
		}
		return "image/png";
	}

	private static Outcome failed(String message, ToolResult result) {
		return Outcome.failure(FailureKind.TOOL, null, message, result.requestId());
	}

	private static Outcome unreadable(String message, ToolResult result) {
		return Outcome.failure(FailureKind.SERVICE, null, message, result.requestId());
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
