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

package io.agentbay.internal.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.agentbay.code.CodeError;
import io.agentbay.code.CodeOutput;
import io.agentbay.code.CodeResult;
import io.agentbay.internal.json.Json;
import io.agentbay.internal.tool.ToolReply;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the answers of the tool {@code run_code}. Images of different age answer in three
 * forms: with {@code result} and {@code executionError}, with {@code results} and
 * {@code logs}, or with plain text.
 */
public final class CodeAnswer {

	/** The short names that some images use for media types. */
	private static final Map<String, String> MEDIA_TYPES = Map.of("text", "text/plain", "html", "text/html", "markdown",
			"text/markdown", "png", "image/png", "jpeg", "image/jpeg", "svg", "image/svg+xml", "json",
			"application/json", "latex", "text/latex", "chart", "application/vnd.vegalite.v5+json");

	private CodeAnswer() {
	}

	/**
	 * Read an answer.
	 * @param code the code that was run
	 * @param reply what the tool answered
	 * @return what the code led to
	 */
	public static CodeResult read(String code, ToolReply reply) {
		CodeResult.Builder result = CodeResult.builder(code)
			.requestId(reply.requestId())
			.sessionId(reply.outcome().details().sessionId());
		JsonNode answer = parse(reply.text());
		if (answer != null && (answer.has("result") || answer.has("executionError"))) {
			return read(result, reply, answer, answer.get("result"), answer, executionError(answer));
		}
		if (answer != null && (answer.has("results") || answer.has("logs"))) {
			JsonNode logs = answer.has("logs") ? answer.get("logs") : answer;
			return read(result, reply, answer, answer.get("results"), logs, legacyError(answer));
		}
		String text = reply.text();
		if (!reply.success()) {
			return result.error(failure(reply, null)).build();
		}
		return result.outputs(List.of(new CodeOutput(Map.of("text/plain", text), true))).stdout(text).build();
	}

	private static CodeResult read(CodeResult.Builder result, ToolReply reply, JsonNode answer,
			@Nullable JsonNode values, JsonNode logs, @Nullable CodeError error) {
		boolean flagged = answer.has("isError") && answer.get("isError").asBoolean(false);
		boolean failed = !reply.success() || error != null || flagged;
		return result.error(failed ? failure(reply, error) : null)
			.outputs(outputs(values))
			.stdout(text(logs.get("stdout")))
			.stderr(text(logs.get("stderr")))
			.executionCount((int) number(answer, "execution_count", "executionCount"))
			.executionTime(Duration.ofMillis(Math.round(number(answer, "execution_time", "executionTime") * 1000)))
			.build();
	}

	private static CodeError failure(ToolReply reply, @Nullable CodeError error) {
		if (error != null) {
			return error;
		}
		String message = reply.errorMessage();
		return ErrorText.read((message != null) ? message : "The code failed without a message");
	}

	private static @Nullable CodeError executionError(JsonNode answer) {
		String text = Json.text(answer, "executionError");
		return (text != null) ? ErrorText.read(text) : null;
	}

	private static @Nullable CodeError legacyError(JsonNode answer) {
		JsonNode error = answer.get("error");
		if (error == null || !error.isObject()) {
			return null;
		}
		return new CodeError(orEmpty(Json.text(error, "name")), orEmpty(Json.text(error, "value")),
				orEmpty(Json.text(error, "traceback")));
	}

	private static List<CodeOutput> outputs(@Nullable JsonNode values) {
		List<CodeOutput> outputs = new ArrayList<>();
		if (values != null && values.isArray()) {
			values.forEach((value) -> outputs.add(output(unwrapped(value))));
		}
		return outputs;
	}

	/** A value may be the JSON text of an object, even encoded twice. */
	private static JsonNode unwrapped(JsonNode value) {
		JsonNode current = value;
		for (int depth = 0; depth < 2 && current.isString(); depth++) {
			JsonNode inner = parseAny(current.asString());
			if (inner == null || !(inner.isObject() || inner.isString())) {
				return current;
			}
			current = inner;
		}
		return current;
	}

	static CodeOutput output(JsonNode value) {
		if (!value.isObject()) {
			return new CodeOutput(Map.of("text/plain", value.isString() ? value.asString() : value.toString()), false);
		}
		Map<String, String> contents = new LinkedHashMap<>();
		value.properties().forEach((entry) -> {
			String mediaType = MEDIA_TYPES.getOrDefault(entry.getKey(), entry.getKey());
			JsonNode content = entry.getValue();
			if (mediaType.contains("/") && !content.isNull()) {
				contents.put(mediaType, content.isString() ? content.asString() : content.toString());
			}
		});
		boolean main = isTrue(value, "isMainResult") || isTrue(value, "is_main_result");
		return new CodeOutput(contents, main);
	}

	private static boolean isTrue(JsonNode value, String name) {
		return value.has(name) && value.get(name).asBoolean(false);
	}

	private static String text(@Nullable JsonNode pieces) {
		StringBuilder text = new StringBuilder();
		if (pieces != null && pieces.isArray()) {
			pieces.forEach((piece) -> text.append(piece.isString() ? piece.asString() : piece.toString()));
		}
		return text.toString();
	}

	private static double number(JsonNode answer, String... names) {
		for (String name : names) {
			JsonNode value = answer.get(name);
			if (value != null && value.isNumber()) {
				return value.doubleValue();
			}
		}
		return 0;
	}

	private static @Nullable JsonNode parse(String text) {
		JsonNode answer = text.startsWith("{") ? parseAny(text) : null;
		return (answer != null && answer.isObject()) ? answer : null;
	}

	private static @Nullable JsonNode parseAny(String text) {
		try {
			return Json.MAPPER.readTree(text);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
