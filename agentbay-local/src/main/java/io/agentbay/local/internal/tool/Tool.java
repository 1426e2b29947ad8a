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

package io.agentbay.local.internal.tool;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.agentbay.local.internal.sandbox.Sandbox;
import tools.jackson.databind.JsonNode;

/**
 * A tool.
 *
 * @param name its name
 * @param server the server it belongs to
 * @param description what it does, for whoever, or whatever, calls it
 * @param parameters its parameters
 * @param nature what of it is real
 * @param work what it does
 */
public record Tool(String name, String server, String description, List<Parameter> parameters, Nature nature,
		Work work) {

	public Tool(String name, String server, String description, List<Parameter> parameters, Work work) {
		this(name, server, description, parameters, Nature.REAL, work);
	}

	/**
	 * The same tool, with something to say about it.
	 */
	public Tool as(Nature nature) {
		return new Tool(this.name, this.server, this.description, this.parameters, nature, this.work);
	}

	/**
	 * The JSON schema of its arguments.
	 */
	public Map<String, Object> inputSchema() {
		Map<String, Object> properties = new LinkedHashMap<>();
		this.parameters.forEach((parameter) -> properties.put(parameter.name(), parameter.schema()));
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("type", "object");
		schema.put("properties", properties);
		schema.put("required", this.parameters.stream().filter(Parameter::required).map(Parameter::name).toList());
		return schema;
	}

	/**
	 * Check the arguments and do the work.
	 */
	public ToolResult call(Sandbox sandbox, JsonNode arguments) throws IOException, InterruptedException {
		this.parameters.forEach((parameter) -> parameter.check(arguments.get(parameter.name())));
		return this.work.carryOut(sandbox, new Arguments(arguments));
	}

	/**
	 * What a tool does.
	 */
	@FunctionalInterface
	public interface Work {

		ToolResult carryOut(Sandbox sandbox, Arguments arguments) throws IOException, InterruptedException;

	}

}
