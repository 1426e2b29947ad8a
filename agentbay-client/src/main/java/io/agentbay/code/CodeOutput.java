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

package io.agentbay.code;

import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A value that code left behind, in each of the forms that it has: the value of the last
 * expression, a picture, a table, a chart.
 *
 * @param contents the forms by media type, such as {@code text/plain} or
 * {@code image/png}; pictures other than SVG are base64
 * @param main whether this is the value of the last expression
 * @since 0.1.0
 */
public record CodeOutput(Map<String, String> contents, boolean main) {

	/** The media types of Vega-Lite and Vega charts. */
	private static final Set<String> CHARTS = Set.of("application/vnd.vegalite.v4+json",
			"application/vnd.vegalite.v5+json", "application/vnd.vega.v5+json");

	public CodeOutput {
		contents = Collections.unmodifiableMap(new LinkedHashMap<>(contents));
	}

	/**
	 * Return the media types of the forms that the value has.
	 * @return the media types
	 */
	public Set<String> formats() {
		return this.contents.keySet();
	}

	/**
	 * Return the value as plain text.
	 * @return the text, {@code null} if it has no such form
	 */
	public @Nullable String text() {
		return this.contents.get("text/plain");
	}

	/**
	 * Return the value as HTML.
	 * @return the HTML, {@code null} if it has no such form
	 */
	public @Nullable String html() {
		return this.contents.get("text/html");
	}

	/**
	 * Return the value as Markdown.
	 * @return the Markdown, {@code null} if it has no such form
	 */
	public @Nullable String markdown() {
		return this.contents.get("text/markdown");
	}

	/**
	 * Return the value as LaTeX.
	 * @return the LaTeX, {@code null} if it has no such form
	 */
	public @Nullable String latex() {
		return this.contents.get("text/latex");
	}

	/**
	 * Return the value as an SVG picture.
	 * @return the SVG, {@code null} if it has no such form
	 */
	public @Nullable String svg() {
		return this.contents.get("image/svg+xml");
	}

	/**
	 * Return the value as JSON.
	 * @return the JSON text, {@code null} if it has no such form
	 */
	public @Nullable String json() {
		return this.contents.get("application/json");
	}

	/**
	 * Return the value as a Vega or Vega-Lite chart.
	 * @return the chart as JSON text, {@code null} if it has no such form
	 */
	public @Nullable String chart() {
		return this.contents.entrySet()
			.stream()
			.filter((entry) -> CHARTS.contains(entry.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Return the value as a PNG picture.
	 * @return the bytes of the picture, {@code null} if it has no such form
	 */
	public byte @Nullable [] png() {
		return decoded("image/png");
	}

	/**
	 * Return the value as a JPEG picture.
	 * @return the bytes of the picture, {@code null} if it has no such form
	 */
	public byte @Nullable [] jpeg() {
		return decoded("image/jpeg");
	}

	private byte @Nullable [] decoded(String mediaType) {
		String base64 = this.contents.get(mediaType);
		return (base64 != null) ? Base64.getMimeDecoder().decode(base64) : null;
	}

}
