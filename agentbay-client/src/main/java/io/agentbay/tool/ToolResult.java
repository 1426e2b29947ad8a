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

package io.agentbay.tool;

import io.agentbay.error.FailureKind;
import io.agentbay.internal.json.Json;
import io.agentbay.result.Outcome;
import io.agentbay.result.Result;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a tool answered.
 *
 * @param outcome how the call ended; a failure that the tool itself reports has the kind
 * {@link FailureKind#TOOL}
 * @param text the tool's answer; on failure its error text, or empty if the tool was not
 * reached
 */
public record ToolResult(Outcome outcome, String text) implements Result<ToolResult> {

	/** The keys under which a piece of content may carry its text, first match wins. */
	private static final String[] TEXT_KEYS = { "text", "blob", "data" };

	/**
	 * Read the answer of a tool.
	 * @param answer the answer, {@code null} if it is empty
	 * @param requestId the id of the request, or {@code null}
	 * @return the result
	 */
	public static ToolResult from(@Nullable JsonNode answer, @Nullable String requestId) {
		JsonNode content = (answer != null) ? answer.get("content") : null;
		if (answer == null || !answer.isObject()) {
			return new ToolResult(
					Outcome.failure(FailureKind.SERVICE, null, "The answer of the tool is empty", requestId), "");
		}
		JsonNode isError = answer.get("isError");
		if (isError != null && isError.asBoolean(false)) {
			String error = joined(content);
			String message = error.isEmpty() ? "The tool failed without a message" : error;
			return new ToolResult(Outcome.failure(FailureKind.TOOL, null, message, requestId), error);
		}
		return new ToolResult(Outcome.success(requestId), first(content));
	}

	private static String first(@Nullable JsonNode content) {
		return (content != null && content.isArray() && !content.isEmpty()) ? text(content.get(0)) : "";
	}

	private static String joined(@Nullable JsonNode content) {
		StringBuilder joined = new StringBuilder();
		if (content != null) {
			for (JsonNode item : content) {
				joined.append(joined.isEmpty() ? "" : "; ").append(text(item));
			}
		}
		return joined.toString();
	}

	private static String text(JsonNode item) {
		if (item.isString()) {
			return item.asString();
		}
		String text = Json.text(item, TEXT_KEYS);
		return (text != null) ? text : "";
	}

}
