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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.agentbay.local.internal.path.SessionPaths;
import io.agentbay.local.internal.sandbox.Command;
import io.agentbay.local.internal.sandbox.CommandResult;
import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.tool.Arguments;
import io.agentbay.local.internal.tool.Parameter;
import io.agentbay.local.internal.tool.Tool;
import io.agentbay.local.internal.tool.ToolException;
import io.agentbay.local.internal.tool.ToolResult;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server {@code wuying_shell}.
 */
public final class ShellTools {

	private static final String SERVER = "wuying_shell";

	private static final int DEFAULT_TIMEOUT_MILLIS = 1000;

	/** The words of the service, which has no JSON for this. */
	private static final String TIMED_OUT = "Execution failed. Error code:-1 Error message: [timeout]";

	/** What one string in the arguments of a Linux program may have at most. */
	private static final int MAX_VARIABLE_BYTES = 128 * 1024 - 1;

	/** Of the two mebibytes that arguments and environment may have together. */
	private static final int MAX_ENVIRONMENT_BYTES = 1024 * 1024;

	private final JsonMapper mapper;

	public ShellTools(JsonMapper mapper) {
		this.mapper = mapper;
	}

	public List<Tool> tools() {
		return List.of(new Tool("shell", SERVER,
				"Run a command with bash, or sh where there is none, in a new process and return its output and exit code.",
				List.of(Parameter.required("command", Parameter.Type.TEXT, "The command."),
						Parameter
							.optional("timeout_ms", Parameter.Type.INTEGER,
									"After how many milliseconds the command and all it started is killed.")
							.withDefault(DEFAULT_TIMEOUT_MILLIS),
						Parameter.optional("cwd", Parameter.Type.TEXT,
								"The directory to start in, absolute or from the home directory."),
						Parameter.optional("envs", Parameter.Type.TEXT_MAP,
								"Environment variables for this command only.")),
				this::shell));
	}

	private ToolResult shell(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		String line = arguments.text("command");
		String directory = arguments.text("cwd", SessionPaths.HOME);
		Map<String, String> environment = arguments.textMap("envs");
		long timeout = arguments.integer("timeout_ms", DEFAULT_TIMEOUT_MILLIS);
		if (line.isBlank()) {
			throw new ToolException("Argument 'command' must not be blank");
		}
		if (timeout <= 0) {
			throw new ToolException("Argument 'timeout_ms' must be positive, not " + timeout);
		}
		refuseNul("command", line);
		environment.forEach((name, value) -> {
			if (name.isEmpty() || name.contains("=")) {
				throw new ToolException("Argument 'envs' has '" + name + "', which cannot name a variable");
			}
			refuseNul("envs", name + value);
		});
		refuseTooLarge(environment);
		CommandResult result = sandbox.run(new Command(line, directory, environment, Duration.ofMillis(timeout)));
		if (result.timedOut()) {
			return ToolResult.failure(TIMED_OUT);
		}
		return new ToolResult(this.mapper.writeValueAsString(describe(result)), result.exitCode() != 0);
	}

	private static Map<String, Object> describe(CommandResult result) {
		Map<String, Object> text = new LinkedHashMap<>();
		text.put("stdout", result.stdout());
		text.put("stderr", result.stderr());
		text.put("exit_code", result.exitCode());
		if (result.exitCode() != 0) {
			text.put("traceId", UUID.randomUUID().toString());
		}
		return text;
	}

	static void refuseTooLarge(Map<String, String> environment) {
		int sum = 0;
		for (Map.Entry<String, String> variable : environment.entrySet()) {
			int bytes = (variable.getKey() + "=" + variable.getValue()).getBytes(StandardCharsets.UTF_8).length;
			sum += bytes;
			if (bytes > MAX_VARIABLE_BYTES) {
				throw new ToolException("Argument 'envs' has %s with %s bytes; one variable may have %s, a file more"
					.formatted(variable.getKey(), bytes, MAX_VARIABLE_BYTES));
			}
		}
		if (sum > MAX_ENVIRONMENT_BYTES) {
			throw new ToolException("Argument 'envs' has %s bytes; all variables together may have %s".formatted(sum,
					MAX_ENVIRONMENT_BYTES));
		}
	}

	private static void refuseNul(String name, String text) {
		if (text.indexOf('\0') >= 0) {
			throw new ToolException("Argument '" + name + "' must not contain the character NUL");
		}
	}

}
