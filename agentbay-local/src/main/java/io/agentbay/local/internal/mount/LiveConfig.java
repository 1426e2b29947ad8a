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

package io.agentbay.local.internal.mount;

import java.util.Locale;
import java.util.Set;

import io.agentbay.local.internal.context.ContextPath;
import io.agentbay.local.internal.context.ContextRefusedException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a session has a context live, as one file system that all sessions share.
 *
 * @param readOnly whether the session may only look at it
 * @param source the folder of the context whose content the session has
 */
record LiveConfig(boolean readOnly, ContextPath source) {

	private static final String WILDCARDS = "*?[]";

	/**
	 * Read the configuration. Clients send an object; early ones sent it as JSON text,
	 * with names that begin small, and without a source path.
	 * @param mapper reads JSON
	 * @param config the object or text
	 */
	static LiveConfig read(JsonMapper mapper, JsonNode config) {
		JsonNode object = config.isString() ? parsed(mapper, config.stringValue()) : config;
		if (isAbsent(object)) {
			return new LiveConfig(false, ContextPath.ROOT);
		}
		if (!object.isObject()) {
			throw refused("must be an object");
		}
		String access = value(object, "AccessMode", Set.of("readwrite", "readonly"));
		value(object, "StorageMode", Set.of("standard", "performance"));
		return new LiveConfig("readonly".equals(access), source(text(object, "SourcePath")));
	}

	private static JsonNode parsed(JsonMapper mapper, String text) {
		try {
			return mapper.readTree(text);
		}
		catch (JacksonException ex) {
			throw refused("is not JSON: " + ex.getOriginalMessage());
		}
	}

	private static @Nullable String value(JsonNode object, String name, Set<String> known) {
		String value = text(object, name);
		if (value == null) {
			return null;
		}
		String plain = value.toLowerCase(Locale.ROOT);
		if (!known.contains(plain)) {
			throw refused("has the unknown " + name + " " + value);
		}
		return plain;
	}

	private static ContextPath source(@Nullable String path) {
		if (path == null) {
			return ContextPath.ROOT;
		}
		if (path.chars().anyMatch((character) -> WILDCARDS.indexOf(character) >= 0)) {
			throw refused("must not have wildcards in SourcePath");
		}
		return ContextPath.of(path);
	}

	private static @Nullable String text(JsonNode object, String name) {
		JsonNode value = object.path(name);
		if (isAbsent(value)) {
			value = object.path(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
		}
		if (isAbsent(value)) {
			return null;
		}
		if (!value.isString()) {
			throw refused("must have a text as " + name);
		}
		return value.stringValue();
	}

	private static boolean isAbsent(JsonNode node) {
		return node.isMissingNode() || node.isNull();
	}

	private static ContextRefusedException refused(String problem) {
		return new ContextRefusedException("InvalidParameter", "A MountConfig in PersistenceDataList " + problem);
	}

}
