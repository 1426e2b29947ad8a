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

package io.agentbay.tool;

import java.util.ArrayList;
import java.util.List;

import io.agentbay.internal.json.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A tool that an image offers.
 *
 * @param name its name, such as {@code shell}
 * @param server the server that runs it, empty if not known
 * @param description what it does, empty if not told
 * @param inputSchema the JSON schema of its arguments as JSON text, {@code null} if not
 * told
 * @since 0.1.0
 */
public record McpTool(String name, String server, String description, @Nullable String inputSchema) {

	private static final Logger logger = LoggerFactory.getLogger(McpTool.class);

	/**
	 * Read the tools from the forms in which the service sends them. What is not readable
	 * is left out, with a warning: such tools are called by name all the same.
	 * @param tools a JSON array, or the JSON text of one, or {@code null}
	 * @return the tools
	 */
	public static List<McpTool> listFrom(@Nullable JsonNode tools) {
		if (tools == null || tools.isNull()) {
			return List.of();
		}
		try {
			JsonNode array = tools.isString() ? Json.MAPPER.readTree(tools.asString()) : tools;
			List<McpTool> list = new ArrayList<>();
			for (JsonNode tool : array) {
				String name = Json.text(tool, "name", "Name");
				if (name != null) {
					list.add(new McpTool(name, orEmpty(Json.text(tool, "server", "serverName", "Server")),
							orEmpty(Json.text(tool, "description", "Description")), schema(tool)));
				}
			}
			return List.copyOf(list);
		}
		catch (JacksonException ex) {
			logger.warn("The tool list of the session is not readable; its tools are called without the direct link");
			return List.of();
		}
	}

	private static @Nullable String schema(JsonNode tool) {
		JsonNode schema = (tool.get("inputSchema") != null) ? tool.get("inputSchema") : tool.get("input_schema");
		if (schema == null || schema.isNull()) {
			return null;
		}
		return schema.isString() ? schema.asString() : schema.toString();
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
