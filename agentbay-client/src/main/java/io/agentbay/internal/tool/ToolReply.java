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

package io.agentbay.internal.tool;

import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.InvalidReplyException;
import io.agentbay.error.ServiceException;
import io.agentbay.internal.answer.Outcome;
import io.agentbay.internal.answer.Result;
import io.agentbay.internal.json.Json;
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
public record ToolReply(Outcome outcome, String text) implements Result<ToolReply> {

	/** The keys under which a piece of content may carry its text, first match wins. */
	private static final String[] TEXT_KEYS = { "text", "blob", "data" };

	/**
	 * Read the answer of a tool.
	 * @param answer the answer, {@code null} if it is empty
	 * @param call the call
	 * @return the result
	 */
	public static ToolReply from(@Nullable JsonNode answer, CallDetails call) {
		JsonNode content = (answer != null) ? answer.get("content") : null;
		if (answer == null || !answer.isObject()) {
			return new ToolReply(Outcome.failure(FailureKind.SERVICE, null, "The answer of the tool is empty", call),
					"");
		}
		JsonNode isError = answer.get("isError");
		if (isError != null && isError.asBoolean(false)) {
			String error = joined(content);
			String message = error.isEmpty() ? "The tool failed without a message" : error;
			return new ToolReply(Outcome.failure(FailureKind.TOOL, null, message, call), error);
		}
		return new ToolReply(Outcome.success(call), first(content));
	}

	/**
	 * Return a failure of the tool for which this reply is the reason.
	 * @param message what went wrong
	 * @return the exception, of the kind that this reply tells if it is a failure
	 */
	public ServiceException failedWith(String message) {
		FailureKind kind = (this.outcome.failureKind() != null) ? this.outcome.failureKind() : FailureKind.TOOL;
		return ServiceException.of(kind, this.outcome.errorCode(), message, this.outcome.details());
	}

	/**
	 * Return an exception for an answer that cannot be used.
	 * @param what what is wrong with the answer
	 * @return the exception
	 */
	public InvalidReplyException unusable(String what) {
		return new InvalidReplyException(
				"The answer of the tool %s %s".formatted(this.outcome.details().operation(), what),
				this.outcome.details(), 0, null);
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
