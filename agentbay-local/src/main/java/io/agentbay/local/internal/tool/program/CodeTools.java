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

package io.agentbay.local.internal.tool.program;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.agentbay.local.internal.code.CodeListener;
import io.agentbay.local.internal.code.CodeResult;
import io.agentbay.local.internal.code.Interpreters;
import io.agentbay.local.internal.code.Language;
import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.tool.Arguments;
import io.agentbay.local.internal.tool.Parameter;
import io.agentbay.local.internal.tool.StreamMethod;
import io.agentbay.local.internal.tool.Tool;
import io.agentbay.local.internal.tool.ToolException;
import io.agentbay.local.internal.tool.ToolResult;
import io.agentbay.local.internal.tool.ToolStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server {@code wuying_codespace}.
 */
public final class CodeTools {

	private static final String SERVER = "wuying_codespace";

	private static final int DEFAULT_TIMEOUT_SECONDS = 60;

	private static final long MAX_TIMEOUT_SECONDS = Duration.ofDays(7).toSeconds();

	private final JsonMapper mapper;

	private final int maxOutputBytes;

	public CodeTools(JsonMapper mapper, int maxOutputBytes) {
		this.mapper = mapper;
		this.maxOutputBytes = maxOutputBytes;
	}

	public List<Tool> tools() {
		return List.of(new Tool("run_code", SERVER,
				"Run code in an interpreter that keeps variables for the next call in the same language.",
				List.of(Parameter.required("code", Parameter.Type.TEXT, "The code."),
						Parameter.required("language", Parameter.Type.TEXT, "python, javascript, r or java."),
						Parameter
							.optional("timeout_s", Parameter.Type.INTEGER,
									"After how many seconds the code is interrupted.")
							.withDefault(DEFAULT_TIMEOUT_SECONDS)),
				this::run));
	}

	public List<StreamMethod> streams() {
		return List.of(StreamMethod.answered(SERVER, "run_code", this::stream));
	}

	private void stream(Sandbox sandbox, JsonNode parameters, ToolStream stream)
			throws IOException, InterruptedException {
		CodeStream listener = new CodeStream(stream, this.mapper);
		listener.end(run(sandbox, new Arguments(parameters), "timeoutS", listener));
	}

	private ToolResult run(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		CodeResult result = run(sandbox, arguments, "timeout_s", null);
		return new ToolResult(this.mapper.writeValueAsString(describe(result)), !result.error().isEmpty());
	}

	private CodeResult run(Sandbox sandbox, Arguments arguments, String limit, @Nullable CodeListener listener)
			throws IOException, InterruptedException {
		String code = arguments.text("code");
		String name = arguments.text("language");
		long timeout = arguments.integer(limit, DEFAULT_TIMEOUT_SECONDS);
		if (timeout <= 0) {
			throw new ToolException("Argument '" + limit + "' must be positive, not " + timeout);
		}
		Language language = Language.find(name)
			.orElseThrow(() -> new ToolException(
					"Unsupported language: " + name + ". Supported: python, javascript, r, java"));
		Interpreters interpreters = sandbox.companion(Interpreters.class,
				() -> new Interpreters(this.mapper, this.maxOutputBytes));
		return interpreters.run(sandbox, language, code, Duration.ofSeconds(Math.min(timeout, MAX_TIMEOUT_SECONDS)),
				listener);
	}

	private Map<String, Object> describe(CodeResult result) {
		double seconds = Math.round(result.duration().toNanos() / 1e6) / 1e3;
		Map<String, Object> text = new LinkedHashMap<>();
		text.put("result", result.results().stream().map(this.mapper::writeValueAsString).toList());
		text.put("stdout", entries(result.stdout()));
		text.put("stderr", entries(result.stderr()));
		text.put("executionError", result.error());
		text.put("traceId", result.error().isEmpty() ? "" : UUID.randomUUID().toString());
		text.put("execution_time", seconds);
		text.put("executionTime", seconds);
		text.put("execution_count", result.count());
		text.put("executionCount", result.count());
		return text;
	}

	private static List<String> entries(String output) {
		return output.isEmpty() ? List.of() : List.of(output);
	}

}
