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

package io.agentbay.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import io.agentbay.internal.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.util.Assert;

/**
 * The fingerprint of a browser: what a page can learn of the machine it runs on. Kept as
 * a file, it lets another session's browser look the same.
 *
 * @param fingerprint what scripts see: {@code screen}, {@code navigator},
 * {@code videoCodecs}, {@code audioCodecs}, {@code pluginsData}, {@code battery},
 * {@code videoCard}, {@code multimediaDevices}, {@code fonts}, {@code mockWebRTC} and
 * {@code slim}, those that are known
 * @param headers what servers see: the headers of its requests by their names
 * @since 0.1.0
 */
public record FingerprintFormat(JsonNode fingerprint, Map<String, String> headers) {

	public FingerprintFormat {
		Assert.isTrue(fingerprint != null && fingerprint.isObject() && !fingerprint.isEmpty(),
				"'fingerprint' must be an object that is not empty");
		Assert.notNull(headers, "'headers' must not be null");
		headers = Map.copyOf(headers);
	}

	/**
	 * Read a fingerprint from JSON.
	 * @param json an object with {@code fingerprint} and {@code headers}
	 * @return the fingerprint
	 * @throws IllegalArgumentException if it does not have that form
	 */
	public static FingerprintFormat fromJson(String json) {
		Assert.hasText(json, "'json' must not be empty");
		try {
			JsonNode read = Json.MAPPER.readTree(json);
			Map<String, String> headers = new LinkedHashMap<>();
			read.path("headers")
				.properties()
				.forEach((header) -> headers.put(header.getKey(), header.getValue().asString("")));
			Assert.isTrue(read.path("fingerprint").isObject(), "'json' must hold an object named fingerprint");
			return new FingerprintFormat(read.path("fingerprint"), headers);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("'json' is not JSON");
		}
	}

	/**
	 * Read a fingerprint from a file.
	 * @param file the file, as {@link #save} writes it
	 * @return the fingerprint
	 * @throws IOException if the file cannot be read
	 * @throws IllegalArgumentException if it does not hold a fingerprint
	 */
	public static FingerprintFormat load(Path file) throws IOException {
		Assert.notNull(file, "'file' must not be null");
		return fromJson(Files.readString(file));
	}

	/**
	 * Write the fingerprint to a file.
	 * @param file the file, which is overwritten
	 * @throws IOException if the file cannot be written
	 */
	public void save(Path file) throws IOException {
		Assert.notNull(file, "'file' must not be null");
		Files.writeString(file, toJson());
	}

	/**
	 * Return the fingerprint as JSON, for
	 * {@link BrowserOption.Builder#fingerprintData(String)}.
	 * @return the text
	 */
	public String toJson() {
		ObjectNode json = Json.MAPPER.createObjectNode();
		json.set("fingerprint", this.fingerprint);
		json.set("headers", Json.MAPPER.valueToTree(this.headers));
		return Json.MAPPER.writeValueAsString(json);
	}

	@Override
	public String toString() {
		return "FingerprintFormat[" + this.fingerprint.size() + " parts, " + this.headers.size() + " headers]";
	}

}
