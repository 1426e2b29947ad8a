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

package io.agentbay.boot.autoconfigure.ai;

import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

import io.agentbay.ai.tool.AgentBayToolCallbackProvider;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Finds the tools that keys of properties name. Binding leaves underscores out of keys,
 * and people write dashes.
 */
final class ToolNames {

	private ToolNames() {
	}

	static void forEach(String property, Map<String, String> values, BiConsumer<String, String> consumer) {
		values.forEach((key, value) -> consumer.accept(find(property, key, value), value));
	}

	private static String find(String property, String key, String value) {
		for (String name : AgentBayToolCallbackProvider.standardNames()) {
			if (plain(name).equals(plain(key))) {
				return name;
			}
		}
		throw new InvalidConfigurationPropertyValueException(property + "." + key, value,
				"There is no tool of this name, but " + AgentBayToolCallbackProvider.standardNames());
	}

	private static String plain(String name) {
		return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
	}

}
