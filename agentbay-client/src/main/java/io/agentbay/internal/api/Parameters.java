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

package io.agentbay.internal.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

import io.agentbay.internal.json.Json;
import io.agentbay.internal.text.Sendable;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request: most travel in the form body, a few in the query. What is
 * {@code null} or empty is left out, and what cannot be sent is refused here, before
 * anything is.
 */
final class Parameters {

	private final Map<String, String> body = new LinkedHashMap<>();

	private final Map<String, String> query = new LinkedHashMap<>();

	Parameters with(String name, @Nullable Object value) {
		return put(this.body, name, value);
	}

	Parameters withJson(String name, @Nullable Object value) {
		return with(name, (value != null) ? Json.MAPPER.writeValueAsString(value) : null);
	}

	Parameters inQuery(String name, @Nullable Object value) {
		return put(this.query, name, value);
	}

	String encodedBody() {
		return encode(this.body);
	}

	String encodedQuery() {
		return encode(this.query);
	}

	private Parameters put(Map<String, String> target, String name, @Nullable Object value) {
		if (value != null && !value.toString().isEmpty()) {
			Sendable.require(value.toString(), name);
			target.put(name, value.toString());
		}
		return this;
	}

	private static String encode(Map<String, String> parameters) {
		StringJoiner encoded = new StringJoiner("&");
		parameters.forEach((name, value) -> encoded.add(encode(name) + "=" + encode(value)));
		return encoded.toString();
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
