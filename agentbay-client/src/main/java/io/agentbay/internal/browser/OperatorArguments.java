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

package io.agentbay.internal.browser;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.agentbay.browser.ActOptions;
import io.agentbay.browser.ExtractOptions;
import io.agentbay.browser.LoginOptions;
import io.agentbay.browser.ObserveOptions;
import io.agentbay.browser.ObservedAction;
import io.agentbay.browser.PageClip;
import io.agentbay.browser.PageTarget;
import io.agentbay.browser.ScreenshotOptions;
import io.agentbay.internal.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * The arguments of the operator's tools; what is not set is left out.
 */
final class OperatorArguments {

	private OperatorArguments() {
	}

	static Map<String, Object> of(ActOptions options) {
		Map<String, Object> arguments = onPage(options.page());
		arguments.put("action", options.action());
		put(arguments, "variables", options.variables().isEmpty() ? null : options.variables());
		put(arguments, "use_vision", options.useVision());
		putSeconds(arguments, options.timeout());
		return arguments;
	}

	static Map<String, Object> of(ObserveOptions options) {
		Map<String, Object> arguments = onPage(options.page());
		arguments.put("instruction", options.instruction());
		put(arguments, "use_vision", options.useVision());
		put(arguments, "selector", options.selector());
		putSeconds(arguments, options.timeout());
		return arguments;
	}

	static Map<String, Object> of(ExtractOptions<?> options) {
		Map<String, Object> arguments = onPage(options.page());
		arguments.put("instruction", options.instruction());
		arguments.put("field_schema", "schema: " + RecordSchema.of(options.type()));
		put(arguments, "use_text_extract", options.useTextExtract());
		put(arguments, "use_vision", options.useVision());
		put(arguments, "selector", options.selector());
		arguments.put("max_page", options.maxPages());
		putSeconds(arguments, options.timeout());
		return arguments;
	}

	static Map<String, Object> of(LoginOptions options) {
		Map<String, Object> arguments = onPage(options.page());
		arguments.put("login_config", Json.MAPPER.writeValueAsString(options.config()));
		arguments.put("use_vision", options.useVision());
		return arguments;
	}

	static Map<String, Object> of(ScreenshotOptions options) {
		Map<String, Object> arguments = onPage(options.page());
		arguments.put("full_page", options.fullPage());
		arguments.put("quality", options.quality());
		PageClip clip = options.clip();
		put(arguments, "clip", (clip != null)
				? Map.of("x", clip.x(), "y", clip.y(), "width", clip.width(), "height", clip.height()) : null);
		putSeconds(arguments, options.timeout());
		return arguments;
	}

	/** The form in which the service wants back what it observed. */
	static String action(ObservedAction observed) {
		Map<String, Object> action = new LinkedHashMap<>();
		action.put("method", observed.method());
		action.put("arguments", json(observed.arguments()));
		return Json.MAPPER.writeValueAsString(action);
	}

	private static JsonNode json(String text) {
		try {
			return Json.MAPPER.readTree(text);
		}
		catch (JacksonException ex) {
			return StringNode.valueOf(text);
		}
	}

	private static Map<String, Object> onPage(PageTarget page) {
		Map<String, Object> arguments = new LinkedHashMap<>();
		arguments.put("context_id", page.contextIndex());
		put(arguments, "page_id", page.targetId());
		return arguments;
	}

	private static void put(Map<String, Object> arguments, String name, @Nullable Object value) {
		if (value != null) {
			arguments.put(name, value);
		}
	}

	private static void putSeconds(Map<String, Object> arguments, @Nullable Duration timeout) {
		put(arguments, "timeout", (timeout != null) ? timeout.toSeconds() : null);
	}

}
