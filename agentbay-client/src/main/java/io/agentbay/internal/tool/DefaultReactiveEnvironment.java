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

package io.agentbay.internal.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.agentbay.environment.ReactiveEnvironment;
import io.agentbay.internal.json.Json;
import io.agentbay.internal.text.Sendable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * The environment variables of a session by tools.
 */
public final class DefaultReactiveEnvironment implements ReactiveEnvironment {

	private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

	private final SessionTools tools;

	/**
	 * Create the feature for a session.
	 * @param tools the tools of the session
	 */
	public DefaultReactiveEnvironment(SessionTools tools) {
		this.tools = tools;
	}

	@Override
	public Mono<Void> set(Map<String, String> variables) {
		Assert.notEmpty(variables, "'variables' must not be empty");
		List<Map<String, String>> envs = new ArrayList<>();
		variables.forEach((name, value) -> {
			check(name, value);
			envs.add(Map.of("key", name, "value", value));
		});
		return this.tools.require("set_env", Map.of("envs", envs)).then();
	}

	private static void check(@Nullable String name, @Nullable String value) {
		Assert.isTrue(name != null && NAME.matcher(name).matches(), () -> "'variables' holds the name '" + name
				+ "': a shell knows names of letters, digits and underscores only");
		Assert.isTrue(value != null && value.indexOf('\0') < 0,
				() -> "'variables' holds no usable value for '" + name + "'");
		Sendable.require(value, "variables");
	}

	@Override
	public Mono<Map<String, String>> getAll() {
		return read(Map.of());
	}

	@Override
	public Mono<Map<String, String>> get(String... names) {
		Assert.notEmpty(names, "'names' must not be empty; call getAll() for all variables");
		for (String name : names) {
			Assert.hasText(name, "'names' must not hold empty names");
		}
		return read(Map.of("keys", List.of(names)));
	}

	private Mono<Map<String, String>> read(Map<String, ?> arguments) {
		return this.tools.require("get_env", arguments).map(DefaultReactiveEnvironment::variables);
	}

	private static Map<String, String> variables(ToolReply reply) {
		Map<String, String> variables = new LinkedHashMap<>();
		try {
			JsonNode json = Json.MAPPER.readTree(reply.text());
			if (!json.isObject()) {
				throw reply.unusable("is not an object of variables");
			}
			json.properties().forEach((entry) -> {
				if (!entry.getValue().isNull()) {
					variables.put(entry.getKey(), entry.getValue().asString());
				}
			});
			return variables;
		}
		catch (JacksonException ex) {
			throw reply.unusable("is not an object of variables");
		}
	}

}
