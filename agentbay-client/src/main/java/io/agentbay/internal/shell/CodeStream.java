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
import java.util.Objects;

import io.agentbay.channel.StreamFrame;
import io.agentbay.code.CodeError;
import io.agentbay.code.CodeEvent;
import io.agentbay.code.CodeResult;
import io.agentbay.error.CallDetails;
import io.agentbay.error.StreamBrokenException;
import io.agentbay.error.StreamBrokenException.Reason;
import io.agentbay.internal.json.Json;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what the tool {@code run_code} streams.
 */
public final class CodeStream {

	private final String code;

	private @Nullable CodeError error;

	/**
	 * Create a reader.
	 * @param code the code that runs
	 */
	public CodeStream(String code) {
		this.code = code;
	}

	/** Kinds of events that are not known are left out. */
	public Mono<CodeEvent> read(StreamFrame frame) {
		JsonNode data = frame.data();
		if (frame.end()) {
			return Mono.just(finished(frame.invocationId(), data));
		}
		String type = Objects.requireNonNullElse(frame.eventType(), "");
		return switch (type) {
			case "stdout" -> Mono.just(new CodeEvent.Stdout(chunk(frame)));
			case "stderr" -> Mono.just(new CodeEvent.Stderr(chunk(frame)));
			case "result" -> Mono.just(new CodeEvent.Value(CodeAnswer.output(flat(data.path("result")))));
			case "error" -> {
				CodeError failed = error(data.path("error"));
				this.error = failed;
				yield Mono.just(new CodeEvent.Failed(failed));
			}
			default -> Mono.empty();
		};
	}

	/** Output that is not text must not become no output. */
	private static String chunk(StreamFrame frame) {
		JsonNode chunk = frame.data().path("chunk");
		if (!chunk.isString()) {
			throw new StreamBrokenException(Reason.INVALID_FRAME, "A frame of the stream has output that is not text",
					new CallDetails("run_code", null, frame.invocationId()), null);
		}
		return chunk.asString();
	}

	/** The contents are inside {@code mime}, beside the other fields, or both. */
	private static JsonNode flat(JsonNode result) {
		if (!result.path("mime").isObject()) {
			return result;
		}
		ObjectNode flat = Json.MAPPER.createObjectNode();
		flat.setAll((ObjectNode) result);
		flat.remove("mime");
		flat.setAll((ObjectNode) result.get("mime"));
		return flat;
	}

	private static CodeError error(JsonNode error) {
		if (!error.isObject()) {
			return ErrorText.read(error.asString(""));
		}
		return new CodeError(Objects.requireNonNullElse(Json.text(error, "code", "name"), "ExecutionError"),
				Objects.requireNonNullElse(Json.text(error, "message", "value"), ""),
				Objects.requireNonNullElse(Json.text(error, "traceback"), ""));
	}

	private CodeEvent.Finished finished(String id, JsonNode end) {
		String text = Json.text(end, "executionError");
		CodeError failed = this.error;
		if (failed == null && text != null) {
			failed = ErrorText.read(text);
		}
		if (failed == null && "failed".equals(Json.text(end, "status"))) {
			failed = new CodeError("ExecutionError", "The code failed without a message", "");
		}
		return new CodeEvent.Finished(CodeResult.builder(this.code)
			.error(failed)
			.executionCount(end.path("executionCount").asInt(0))
			.executionTime(Duration.ofMillis(Math.round(end.path("executionTime").asDouble(0) * 1000)))
			.requestId(id)
			.build());
	}

}
