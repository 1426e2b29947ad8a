package io.agentbay.local.tool;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.agentbay.local.code.CodeResult;
import io.agentbay.local.code.Interpreters;
import io.agentbay.local.code.Language;
import io.agentbay.local.sandbox.Sandbox;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server {@code wuying_codespace}.
 */
final class CodeTools {

	private static final String SERVER = "wuying_codespace";

	private static final int DEFAULT_TIMEOUT_SECONDS = 60;

	private static final long MAX_TIMEOUT_SECONDS = Duration.ofDays(7).toSeconds();

	private final JsonMapper mapper;

	private final int maxOutputBytes;

	CodeTools(JsonMapper mapper, int maxOutputBytes) {
		this.mapper = mapper;
		this.maxOutputBytes = maxOutputBytes;
	}

	List<Tool> tools() {
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

	private ToolResult run(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException {
		String code = arguments.text("code");
		String name = arguments.text("language");
		long timeout = arguments.integer("timeout_s", DEFAULT_TIMEOUT_SECONDS);
		if (timeout <= 0) {
			throw new ToolException("Argument 'timeout_s' must be positive, not " + timeout);
		}
		Language language = Language.find(name)
			.orElseThrow(() -> new ToolException(
					"Unsupported language: " + name + ". Supported: python, javascript, r, java"));
		Interpreters interpreters = sandbox.companion(Interpreters.class,
				() -> new Interpreters(this.mapper, this.maxOutputBytes));
		return ToolResult.of(this.mapper.writeValueAsString(describe(interpreters.run(sandbox, language, code,
				Duration.ofSeconds(Math.min(timeout, MAX_TIMEOUT_SECONDS))))));
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
