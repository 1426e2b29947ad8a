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

package io.agentbay.ai.governance;

import java.util.Collections;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The arguments of a tool call: what the model wrote, and what it means. A name that is
 * there twice means one thing to one parser and another to the next, so such arguments
 * are not understood.
 *
 * @since 0.1.0
 */
public final class ToolArguments {

	private static final JsonMapper mapper = JsonMapper
		.builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
	};

	private final String text;

	private final @Nullable Map<String, Object> values;

	private volatile @Nullable Redacted redacted;

	private ToolArguments(String text, @Nullable Map<String, Object> values) {
		this.text = text;
		this.values = values;
	}

	/**
	 * Read arguments.
	 * @param text what the model wrote
	 * @return the arguments, which may not be {@linkplain #isUnderstood() understood}
	 */
	public static ToolArguments of(String text) {
		try {
			Map<String, Object> values = mapper.readValue(text, OBJECT);
			return new ToolArguments(text, (values != null) ? Collections.unmodifiableMap(values) : null);
		}
		catch (JacksonException ex) {
			return new ToolArguments(text, null);
		}
	}

	/**
	 * Return whether the arguments are one JSON object without any name twice.
	 * @return whether {@link #values()} are all there is
	 */
	public boolean isUnderstood() {
		return this.values != null;
	}

	/**
	 * Return the values by their names: texts, numbers, booleans, lists and maps.
	 * @return the values, empty if the arguments are not understood
	 */
	public Map<String, Object> values() {
		return (this.values != null) ? this.values : Map.of();
	}

	/**
	 * Return the arguments in a form that does not depend on the order of names, on
	 * blanks and on how characters are escaped.
	 * @return JSON, or what the model wrote if it is not understood
	 */
	public String canonical() {
		return (this.values != null) ? json(this.values) : this.text;
	}

	/**
	 * Write values as JSON, names in their order.
	 * @param values the values
	 * @return the JSON
	 */
	static String json(Object values) {
		return mapper.writeValueAsString(values);
	}

	/** What a redactor makes of the arguments, which several ask for. */
	String redacted(ArgumentRedactor redactor) {
		Redacted known = this.redacted;
		if (known == null || known.redactor() != redactor) {
			String text = isUnderstood() ? json(redactor.redacted(values())) : redactor.redact(this.text);
			known = new Redacted(redactor, redactor.shown(text, this.text.length()));
			this.redacted = known;
		}
		return known.text();
	}

	/**
	 * Return what the model wrote.
	 * @return the text, with all secrets that may be in it
	 */
	public String text() {
		return this.text;
	}

	/**
	 * Return that these are arguments, without what is in them.
	 * @return a text without secrets
	 */
	@Override
	public String toString() {
		return "ToolArguments[" + this.text.length() + " characters]";
	}

	/**
	 * Arguments without secrets.
	 *
	 * @param redactor who has taken them out
	 * @param text what is left
	 */
	private record Redacted(ArgumentRedactor redactor, String text) {

	}

}
