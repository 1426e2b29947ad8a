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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

import io.agentbay.local.internal.sandbox.Sandbox;
import io.agentbay.local.internal.tool.Arguments;
import io.agentbay.local.internal.tool.Parameter;
import io.agentbay.local.internal.tool.Tool;
import io.agentbay.local.internal.tool.ToolException;
import io.agentbay.local.internal.tool.ToolResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The environment variables of a session, for all programs that are started from then on.
 * Values are taken as they are.
 */
public final class EnvironmentTools {

	private static final String SERVER = "wuying_system";

	private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

	private final JsonMapper mapper;

	public EnvironmentTools(JsonMapper mapper) {
		this.mapper = mapper;
	}

	public List<Tool> tools() {
		return List.of(
				new Tool("set_env", SERVER, "Set environment variables for all programs started from now on.",
						List.of(Parameter.required("envs", Parameter.Type.VARIABLES, "The variables, at least one.")),
						this::set),
				new Tool("get_env", SERVER, "Tell the environment variables that were set.",
						List.of(Parameter.optional("keys", Parameter.Type.TEXTS, "Which ones; all if left out.")),
						this::get));
	}

	private ToolResult set(Sandbox sandbox, Arguments arguments) {
		Map<String, String> variables = new LinkedHashMap<>();
		for (JsonNode variable : arguments.list("envs")) {
			String name = variable.path("key").stringValue();
			String value = variable.path("value").stringValue();
			if (!NAME.matcher(name).matches()) {
				throw new ToolException("Argument 'envs' has '" + name + "', which cannot name a variable");
			}
			if (value.indexOf('\0') >= 0) {
				throw new ToolException("Argument 'envs' must not contain the character NUL");
			}
			variables.put(name, value);
		}
		if (variables.isEmpty()) {
			throw new ToolException("Argument 'envs' must not be empty");
		}
		Map<String, String> all = new LinkedHashMap<>(variablesOf(sandbox));
		all.putAll(variables);
		ShellTools.refuseTooLarge(all);
		variables.forEach(sandbox::export);
		variablesOf(sandbox).putAll(variables);
		return ToolResult.of("Set " + variables.size() + " variables");
	}

	private ToolResult get(Sandbox sandbox, Arguments arguments) {
		Map<String, String> variables = new LinkedHashMap<>(variablesOf(sandbox));
		if (arguments.all().hasNonNull("keys")) {
			variables.keySet().retainAll(arguments.texts("keys"));
		}
		return ToolResult.of(this.mapper.writeValueAsString(variables));
	}

	private static ConcurrentMap<String, String> variablesOf(Sandbox sandbox) {
		return sandbox.companion(Variables.class, Variables::new).byName;
	}

	/**
	 * What was set in a session.
	 */
	private static final class Variables {

		private final ConcurrentMap<String, String> byName = new ConcurrentSkipListMap<>();

	}

}
