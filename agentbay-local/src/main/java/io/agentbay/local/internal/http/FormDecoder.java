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

package io.agentbay.local.internal.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.agentbay.local.internal.action.ActionException;
import org.jspecify.annotations.Nullable;

/**
 * Decodes parameters as they stand in a query or a form.
 */
final class FormDecoder {

	private FormDecoder() {
	}

	/**
	 * Decode parameters. Of a name that comes twice the first value counts.
	 * @param encoded the text
	 * @param parameters where to put what is found
	 */
	static void decode(@Nullable String encoded, Map<String, String> parameters) {
		if (encoded == null || encoded.isEmpty()) {
			return;
		}
		for (String pair : encoded.split("&")) {
			int equals = pair.indexOf('=');
			String name = (equals < 0) ? pair : pair.substring(0, equals);
			String value = (equals < 0) ? "" : pair.substring(equals + 1);
			String old = parameters.get(decode(name));
			if (old == null || old.isEmpty()) {
				parameters.put(decode(name), decode(value));
			}
		}
	}

	/**
	 * Decode parameters from a body, which is read as UTF-8.
	 */
	static void decode(byte[] encoded, Map<String, String> parameters) {
		decode(new String(encoded, StandardCharsets.UTF_8), parameters);
	}

	private static String decode(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw new ActionException(400, "InvalidParameter", "The parameters are not URL-encoded");
		}
	}

}
