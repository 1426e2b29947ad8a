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

package io.agentbay.internal.filesystem;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import io.agentbay.filesystem.FileExistsResult;
import io.agentbay.internal.json.Json;
import io.agentbay.internal.tool.SessionTools;
import io.agentbay.result.OperationResult;
import io.agentbay.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What can be done with files by commands only. Every path is quoted for the shell, and
 * none is taken for an option.
 */
public final class FileCommands {

	/** The tool needs one, and where it is missing may take a single second. */
	private static final Duration LIMIT = Duration.ofSeconds(50);

	private final SessionTools tools;

	public FileCommands(SessionTools tools) {
		this.tools = tools;
	}

	public Mono<FileExistsResult> exists(String path) {
		String quoted = quoted(path);
		return shell("if [ -e %1$s ] || [ -L %1$s ]; then echo yes; else echo no; fi".formatted(quoted))
			.map((result) -> new FileExistsResult(result.outcome(), result.success() && said(result).equals("yes")));
	}

	public Mono<OperationResult> copy(String source, String destination) {
		return operation("cp -r -- %s %s".formatted(quoted(source), quoted(destination)));
	}

	public Mono<OperationResult> deleteRecursively(String path) {
		return operation("rm -rf -- " + quoted(path));
	}

	private Mono<OperationResult> operation(String command) {
		return shell(command).map((result) -> new OperationResult(
				result.success() ? result.outcome() : result.outcome().withMessage(reason(result))));
	}

	private Mono<ToolResult> shell(String command) {
		return this.tools.call("shell", Map.of("command", command, "timeout_ms", LIMIT.toMillis()));
	}

	/** The answer is JSON, from older images bare output. */
	private static String said(ToolResult result) {
		return Objects.requireNonNullElse(field(result, "stdout"), result.text()).strip();
	}

	private static String reason(ToolResult result) {
		return Objects.requireNonNullElse(field(result, "stderr"), result.text()).strip();
	}

	private static @Nullable String field(ToolResult result, String name) {
		try {
			JsonNode json = Json.MAPPER.readTree(result.text());
			return json.isObject() ? Json.text(json, name) : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static String quoted(String path) {
		return "'" + path.replace("'", "'\\''") + "'";
	}

}
