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

import io.agentbay.command.CommandResult;
import io.agentbay.error.FailureKind;
import io.agentbay.internal.json.Json;
import io.agentbay.result.Outcome;
import io.agentbay.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the answers of the tool {@code shell}: JSON from newer images, plain text from
 * older ones.
 */
public final class ShellAnswer {

	private ShellAnswer() {
	}

	public static CommandResult read(ToolResult result) {
		JsonNode json = parse(result.text());
		if (json == null) {
			return plain(result);
		}
		JsonNode exit = json.has("exit_code") ? json.get("exit_code") : json.get("errorCode");
		int exitCode = (exit != null) ? exit.asInt(-1) : (result.success() ? 0 : -1);
		String stderr = text(json, "stderr");
		return new CommandResult(outcome(result, exitCode, stderr), text(json, "stdout"), stderr, exitCode,
				Json.text(json, "traceId"));
	}

	private static CommandResult plain(ToolResult result) {
		boolean ran = result.success();
		return new CommandResult(result.outcome(), ran ? result.text() : "", ran ? "" : result.text(), ran ? 0 : -1,
				null);
	}

	private static Outcome outcome(ToolResult result, int exitCode, String stderr) {
		if (result.success() && exitCode == 0) {
			return result.outcome();
		}
		String message = stderr.isBlank() ? "The command ended with exit code " + exitCode : stderr.strip();
		FailureKind kind = (exitCode == -1) ? FailureKind.TIMEOUT : FailureKind.TOOL;
		return Outcome.failure(kind, null, message, result.requestId());
	}

	private static @Nullable JsonNode parse(String text) {
		if (!text.startsWith("{")) {
			return null;
		}
		try {
			JsonNode json = Json.MAPPER.readTree(text);
			boolean known = json.has("stdout") || json.has("exit_code") || json.has("errorCode");
			return known ? json : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static String text(JsonNode json, String name) {
		String text = Json.text(json, name);
		return (text != null) ? text : "";
	}

}
